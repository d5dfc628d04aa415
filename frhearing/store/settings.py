"""Settings of the office that are no part of any record, such as its abbreviations; kept beside the device's name."""

from frhearing.store.changes import Action
from frhearing.store.database import Store


def setting(store: Store, name: str) -> str | None:
    """Return a setting of the office as text, or None where it was never set."""
    found = store.value("SELECT value FROM desk WHERE name=?", (f"setting:{name}",))
    return str(found) if found is not None else None


def write_setting(act: Action, name: str, value: str) -> None:
    """Keep a setting of the office; nothing of it goes into the log of the records."""
    act.connection.execute(
        "INSERT INTO desk VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value", (f"setting:{name}", value)
    )
