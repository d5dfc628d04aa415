"""Keeping the record: the check of everything, and the audit log in sentences."""

from collections.abc import Callable

from frhearing.desk.desk import Desk
from frhearing.model.backup import AuditLine
from frhearing.model.check import CheckReport
from frhearing.model.counted import counted
from frhearing.store import audit, examine

KIND_WORDS = {
    "comment": "Recorded",
    "hearing": "Hearing made",
    "hearing details": "Hearing details",
    "hearing status": "Hearing status",
    "stance": "Stance",
    "stance cleared": "Stance cleared",
    "stance source": "Stance source",
    "group": "Group",
    "theme": "Theme",
    "theme on": "Theme on",
    "theme off": "Theme off",
    "quote": "Quote marked",
    "import": "Imported",
    "text": "Text corrected",
    "details": "Details corrected",
    "memo": "Memo",
    "edition": "Summary saved",
    "example": "Example loaded",
    "store": "Store made",
}


def check(desk: Desk, tick: Callable[[str], None] = lambda _: None) -> CheckReport:
    """Examine the whole store; the lines say what was looked at, or what is wrong."""
    wrong = examine.examine(desk.store, tick)
    if wrong:
        return CheckReport(False, tuple(wrong))
    totals = audit.totals(desk.store)
    return CheckReport(
        True,
        (
            f"The store is sound: {_many(totals.comments, 'comment')} in {_many(totals.hearings, 'hearing')}.",
            f"The change log is unbroken: {counted(totals.entries, 'entry', 'entries')}, "
            f"last hash {audit.chain_head(desk.store)}.",
            "Every row, every text as received and every counter agrees with it.",
        ),
    )


def _many(n: int, what: str) -> str:
    """Say how many of what: "1 hearing", "159 comments"."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def audit_log(
    desk: Desk, hearing_id: int | None = None, text: str = "", limit: int = 200, before: int | None = None
) -> list[AuditLine]:
    """Return the actions of the log, the latest first; ``before`` goes on from an action's number."""
    return [
        AuditLine(
            r["action"], r["at"], r["who"], what(r["kind"]), _detail(desk, r["action"], r["subject"]), r["comment_id"]
        )
        for r in audit.actions(desk.store, hearing_id, text, limit, before)
    ]


def what(kind: str) -> str:
    """Name the kind of an action in words."""
    for prefix, word in (("undo ", "Undone: "), ("redo ", "Redone: ")):
        if kind.startswith(prefix):
            return word + what(kind.removeprefix(prefix)).lower()
    return KIND_WORDS.get(kind, kind.capitalize())


def _detail(desk: Desk, action: int, subject: str) -> str:
    """Tell the first fields an action changed, with their old and new values."""
    told = []
    for entry in audit.values_of(desk.store, action):
        if entry.field in ("", "void", "place", "version", "lost") or entry.old == entry.new:
            continue
        told.append(f"{entry.field.replace('_', ' ')}: {_short(entry.old)} → {_short(entry.new)}")
    return " · ".join([subject, *told] if subject else told)


def _short(value: str | None) -> str:
    """Return a logged value short enough for a line."""
    text = " ".join((value or "—").split())
    return text if len(text) <= 40 else text[:39] + "…"
