"""Who in a transcript holds the hearing and does not testify: the chair, members, clerk and staff.

It is only ever a proposal, told with its reason: the clerk ticks a turn that is testimony all the same.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from frhearing.intake.turns import Turn

_OFFICE: Final = re.compile(
    r"(?:the |acting |interim |deputy |assistant |vice[- ]?|madam |mr\.? |ms\.? |committee |city |county |town |"
    r"village |council |legislative |hearing )*"
    r"(?:chair(?:man|woman|person|s)?|president|mayor|council ?(?:member|man|woman|person|or)|councill?or|"
    r"member(?! of)|alder(?:man|woman|person)?|ald\.?|commissioner|supervisor|trustee|selectman|clerk|recorder|"
    r"secretary|staff|moderator|host|operator|sergeant[- ]at|examiner|"
    r"presidente|presidenta|alcalde|alcaldesa|concejal|concejala|secretari[oa])\b"
    r"|(?:deputy |assistant )?(?:city|county|town|village|committee|legislative|corporation) "
    r"(?:attorney|counsel|manager|administrator)\b",
    re.IGNORECASE,
)
"""Names that begin so. An attorney, an officer or an interpreter may speak for somebody else and is not among them."""
_CALLS: Final = re.compile(
    r"\bnext (?:speaker|person|up|caller|we have|is\b)|\bfollowed by\b"
    r"|\bcome (?:up|forward|to the (?:podium|microphone))"
    r"|\byou(?:r| have| will have)? (?:two|three|five|\d+) minutes\b|\byour time (?:is up|has expired|starts|begins)"
    r"|\bstate your name\b|\bpublic hearing is (?:now )?(?:open|closed)|\bcall the roll\b"
    r"|\bi(?: will|'ll)? (?:now )?call \b|\bthank you for your (?:testimony|comments?)\b|\bon deck\b",
    re.IGNORECASE,
)
_SHORT: Final = 400
"""Letters of a turn that does no more than call somebody up."""
_TWICE: Final = 2

OFFICE: Final = "holds an office of this hearing"
CALLS: Final = "calls the speakers"


def hosts(turns: Sequence[Turn]) -> dict[int, str]:
    """Return the rows of the turns that are hardly testimony, each with the reason in words."""
    calls = Counter(turn.speaker for turn in turns if _does_call(turn))
    # Whoever testifies may say such a thing once; who says it again has the floor to give.
    callers = {name for name, count in calls.items() if name and count >= _TWICE}
    found: dict[int, str] = {}
    for turn in turns:
        if turn.speaker and _OFFICE.match(turn.speaker):
            found[turn.row] = OFFICE
        elif turn.speaker in callers or (not turn.speaker and _does_call(turn)):
            found[turn.row] = CALLS
    return found


def _does_call(turn: Turn) -> bool:
    return len(turn.text) <= _SHORT and _CALLS.search(turn.text) is not None
