"""The one public screen of a window, fed by its room and by nothing else."""

from frhearing.model.live.view import HallView
from frhearing.ui.hall.display import HallDisplay
from frhearing.ui.live.room import LiveRoom


def hall_of(room: LiveRoom) -> HallDisplay:
    """Give the public screen of a window's room, made at the first call."""
    found = room.findChild(HallDisplay)
    if isinstance(found, HallDisplay):
        return found

    def see() -> tuple[HallView, str] | None:
        view = room.hall_view()
        return (view, room.wall()) if view is not None else None

    return HallDisplay(see, room)
