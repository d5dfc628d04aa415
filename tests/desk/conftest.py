"""What tests of the desk share: a desk on an empty folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from frhearing.desk.desk import Desk, open_desk


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Desk]:
    """The desk of a clerk, with nothing on record."""
    with open_desk(data_folder, who="Test Clerk") as opened:
        yield opened
