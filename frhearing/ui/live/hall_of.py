"""The one public screen of a window, fed by its room and by nothing else."""

from frhearing.desk.live import showing
from frhearing.model.live.view import HallView
from frhearing.model.times import local
from frhearing.ui.hall.display import HallDisplay
from frhearing.ui.live.room import LiveRoom


def hall_of(room: LiveRoom) -> HallDisplay:
    """Give the public screen of a window's room, made at the first call."""
    found = room.findChild(HallDisplay)
    if isinstance(found, HallDisplay):
        return found

    def see() -> tuple[HallView, str] | None:
        if room.live is None:
            return None
        at = local(room.live.clock.read().wall.isoformat(), room.live.floor.zone)
        return showing.hall_view(room.live, room.view), f"{at.hour % 12 or 12}:{at:%M %p}"

    return HallDisplay(see, room)
