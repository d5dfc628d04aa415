"""What is known of a backup."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A copy of the store; ``at`` is UTC text, ``size`` bytes, ``head`` the last hash of its log."""

    path: Path
    at: str
    size: int
    comments: int
    head: str
    ok: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One action as the audit log tells it; ``at`` is UTC text, ``action`` its number in the log."""

    action: int
    at: str
    who: str
    what: str
    detail: str
    comment_id: int | None = None
