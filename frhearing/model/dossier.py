"""The hearing's dossier: what staff write around the comments, printed when present."""

from dataclasses import dataclass
from enum import StrEnum


class DossierKind(StrEnum):
    """The parts of a dossier in the order in which they are printed."""

    BACKGROUND = "background"
    WHY = "why"
    TIMELINE = "timeline"
    PLAYER = "player"
    QUOTE = "quote"
    NEXT = "next"
    TAKEAWAY = "takeaway"


@dataclass(frozen=True, slots=True)
class DossierEntry:
    """One entry. A player's ``heading`` is the name, ``role`` the part played, ``text`` the stated position.

    ``outlet`` and ``published`` (ISO day or words) name the source; ``paraphrase`` marks words that are
    not the speaker's own.
    """

    id: int
    kind: DossierKind
    order: int
    heading: str = ""
    role: str = ""
    date: str = ""
    text: str = ""
    attribution: str = ""
    outlet: str = ""
    published: str = ""
    paraphrase: bool = False
