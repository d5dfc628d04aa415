"""What the tests of a live hearing share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hall import Hall


@pytest.fixture
def hall(data_folder: Path) -> Iterator[Callable[..., Hall]]:
    """Make halls with rules of their own, each in its own folder."""
    made: list[Hall] = []

    def make(*, opened: bool = True, **rules: Any) -> Hall:
        one = Hall(data_folder / str(len(made)), **rules)
        made.append(one)
        if opened:
            one.do("open")
        return one

    yield make
    for one in made:
        one.desk.close()
