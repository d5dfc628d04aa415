"""The head of a comment, whatever its name holds."""

import pytest
from comments_window import Clerk

from frhearing.desk import testimony
from frhearing.model.comment import NewComment


@pytest.fixture
def clerk(qtbot, tmp_path):
    return Clerk(qtbot, tmp_path / "data")


def test_a_name_as_long_as_a_letter_leaves_the_text_in_sight(clerk):
    long = NewComment("Keep the lights on.", "Ana " * 8_000, organization="Block club " * 500)
    clerk.session.make(lambda: testimony.record_comment(clerk.session.desk, clerk.hearing, long))
    clerk.settle()
    clerk.stand_on(15)
    clerk.settle()
    reading = clerk.page.space.reading
    assert reading.header.name.text().startswith("Ana Ana")
    assert reading.header.name.text().endswith("…")
    assert reading.header.height() < reading.height() / 2
    assert len(clerk.comment(15).name) > 30_000
