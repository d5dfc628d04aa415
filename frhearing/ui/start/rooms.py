"""The rooms that the pages ask: loaded on the other thread while nobody is waiting."""

from types import ModuleType


def load_rooms() -> tuple[ModuleType, ...]:
    """Load what the pages ask and give it; nothing of Qt is among it, so that another thread may do it."""
    from frhearing.desk import (
        backups,
        charts,
        coding,
        completeness,
        dossiers,
        figures,
        products,
        readiness,
        records,
        views,
    )
    from frhearing.desk.live import log, preregister, quoting, recorded, sheets, shorthand, showing, sitting
    from frhearing.model import people
    from frhearing.model.live import presets

    asked = (backups, charts, coding, completeness, dossiers, figures, products, readiness, records, views)
    of_the_hall = (log, preregister, quoting, recorded, sheets, shorthand, showing, sitting)
    return (*asked, *of_the_hall, people, presets)
