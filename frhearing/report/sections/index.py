"""The index: every name and organization in order of the alphabet, with where each stands in the appendix."""

import unicodedata

from frhearing.report.document import Index, IndexEntry, Section
from frhearing.report.facts import Names, PrintedComment
from frhearing.report.sections.making import Making
from frhearing.report.sections.quotes import anchor


def index(making: Making) -> Section | None:
    """Names and organizations of all comments, and those who read for others, each leading to the comments in full."""
    if "appendix" not in making.options.sections:
        return None
    found: dict[str, list[PrintedComment]] = {}
    for comment in making.facts.comments:
        if comment.restricted:
            continue
        names = []
        if making.options.names is Names.FULL:
            name = making.name(comment)
            same = name.casefold() == comment.organization.strip().casefold()
            names.append(name if same else last_name_first(name))
            names.append(last_name_first(_reader(making, comment)))
        names.append(making.line(comment.organization, making.number(comment)))
        for name in dict.fromkeys(names):
            if name:
                found.setdefault(name, []).append(comment)
    if not found:
        return None
    entries = tuple(
        IndexEntry(name, tuple((making.number(c), anchor(c)) for c in found[name])) for name in sorted(found, key=order)
    )
    return making.section("index", Index(entries, making.words("index.summary")))


def _reader(making: Making, comment: PrintedComment) -> str:
    """Who read the statement of somebody else, as the appendix names them; empty where nobody did."""
    slip = comment.appearance
    return making.line(slip.read_by, making.number(comment)) if slip and comment.heard else ""


_PARTICLES = frozenset(
    ("al", "bin", "da", "das", "de", "del", "della", "der", "di", "dos", "du", "la", "las", "le", "los", "van", "von")
)
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_MANY = 4


def last_name_first(name: str) -> str:
    """A person's name under its last part; what looks like the name of a household or a firm stays as it is.

    Particles go with the last name (`van Dyke, Ann`), suffixes stay behind it (`Boyd Jr., Terrence`).
    """
    parts = name.split()
    if len(parts) < 2 or len(parts) > _MANY + 1 or not parts[-1][0].isalpha():
        return name
    if (
        not all(part[0] == "(" or "LATIN" in unicodedata.name(part[0], "") for part in parts)
        or parts[0].casefold() == "the"
    ):
        return name
    if "and" in (part.casefold() for part in parts) or "of" in (part.casefold() for part in parts):
        return name
    end = len(parts)
    while end > 2 and parts[end - 1].rstrip(",").casefold() in _SUFFIXES:
        end -= 1
    start = end - 1
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    return f"{' '.join(parts[start:])}, {' '.join(parts[:start])}"


def order(name: str) -> tuple[str, str]:
    """Where a name stands in the alphabet: accents and capitals only decide between equals."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return plain.casefold(), name
