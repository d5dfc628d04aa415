"""Names in sentences that the desk wrote, such as the log's: a name that is not printed must not stand there either."""

import re
from collections.abc import Mapping

from frhearing.report.facts import Names, SummaryFacts
from frhearing.report.labels import Words

_LEAST = 3
"""Shorter names are parts of other words too often to be looked for."""

_CORRECTED = re.compile(r"“(.+)” corrected to “(.+)”")
"""How the log writes that a name was put right at the podium."""

_JOINED = re.compile(r" and |, ")


def initials(name: str) -> str:
    """A name as its initials."""
    return " ".join(f"{part[0]}." for part in name.split())


def replacements(facts: SummaryFacts, names: Names, words: Words) -> dict[str, str]:
    """What stands instead of each name: those of limited access always, the others as the clerk has chosen."""
    hidden: dict[str, None] = {}
    shown: dict[str, None] = {}
    for slip in facts.proceedings.slips:
        (shown if slip.open else hidden).update(
            dict.fromkeys((*_JOINED.split(slip.name), *_JOINED.split(slip.read_by)))
        )
    for comment in facts.comments:
        (hidden if comment.restricted else shown).update(dict.fromkeys(_JOINED.split(comment.name)))
    for line in facts.proceedings.every("name_corrected"):
        if corrected := _CORRECTED.search(line.text):
            former, now = (dict.fromkeys(_JOINED.split(name)) for name in corrected.groups())
            (hidden if now.keys() & hidden.keys() else shown).update(former)
    found: dict[str, str] = {}
    if names is not Names.FULL:
        found = {name: initials(name) if names is Names.INITIALS else words("no_name") for name in shown}
    found |= dict.fromkeys(hidden, words("status.restricted"))
    return {" ".join(name.split()): instead for name, instead in found.items() if len(name.strip()) >= _LEAST}


def replaced(text: str, instead: Mapping[str, str]) -> str:
    """The text with every such name replaced, whole words only, longer names first."""
    for name in sorted((name for name in instead if name in text), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda found: instead[found.group()], text)
    return text
