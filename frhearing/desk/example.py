"""The Milwaukee example: a finished hearing in a store of its own, made from the files of the program."""

from pathlib import Path

from frhearing.desk.desk import Desk, open_desk
from frhearing.desk.example_loader import ExampleLoader
from frhearing.model.errors import DiskFault, Refused
from frhearing.paths import DataFolder
from frhearing.store import hearings as stored


def load_example(folder: Path) -> int:
    """Make the example's store in a folder unless it is there, and return the hearing's id."""
    with open_desk(folder) as desk:
        return example_hearing(desk)


def example_hearing(desk: Desk) -> int:
    """Return the id of the example in an open store, loaded first where it is missing."""
    found = [card.id for card in stored.list_cards(desk.store) if card.example]
    # The example is the first there is; what was made to practise with came after it.
    return min(found) if found else ExampleLoader(desk).load()


def forget_example(folder: Path) -> None:
    """Take the example's store away, so that it is loaded anew; files kept beside it stay.

    No desk may be open on the folder. Raises Refused where it holds a hearing that is no example.
    """
    with open_desk(folder) as desk:
        if any(not card.example for card in stored.list_cards(desk.store)):
            raise Refused(
                f"The store in {folder} holds a hearing of your own besides the example, so it was left as it is. "
                "Make the example in a folder of its own."
            )
    store = DataFolder(folder).store
    try:
        for end in ("", "-wal", "-shm"):
            store.with_name(store.name + end).unlink(missing_ok=True)
    except OSError as fault:
        raise DiskFault(
            f"The example in {folder} could not be made anew ({fault.strerror}). It is as it was."
        ) from fault
