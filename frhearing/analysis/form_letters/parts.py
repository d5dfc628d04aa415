"""Sets apart what makes two copies of one letter differ without a word of the sender's own: greeting and closing."""

import re

Span = tuple[int, int]
"""Start and end of a stretch of a text, in code points."""

_TAIL = 600
"""So many characters at the end of a text are searched for a closing; real signatures are shorter."""

_LINES_OF_A_SIGNATURE = 6
_WORDS_OF_A_LINE = 6
_WORDS_BEHIND_AN_INLINE_CLOSING = 14

_GREETING = re.compile(
    r"\W*(?:(?:dear|hello|hi|hey|greetings|attention|attn|to|good (?:morning|afternoon|evening|day)|honorable|"
    r"estimad[oa]s?|querid[oa]s?)\b(?<!\bto)|to whom it may concern|to the\b|to:)[^.!?\n]{0,90}?(?:[,:;!\n]|\u2014|$)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\W*(?:(?:esteemed|distinguished|fellow|city|common|town|county|village|the|madam|mister|mr\.?|ms\.?|mrs\.?) )*"
    r"(?:alder(?:wom[ae]n|m[ae]n|persons?|people|s)?|mayor|council(?:[ -]?(?:members?|wom[ae]n|m[ae]n|persons?)|ors?)?|"
    r"commission(?:ers?)?|committee|members|chair(?:m[ae]n|wom[ae]n|person)?|supervisors?|trustees?|representatives?|"
    r"senators?|governor|president|chief|neighbors|friends|sirs?|madam)\b[^.!?,:;\n]{0,60}(?::|,[ \t]*\n)",
    re.IGNORECASE,
)
"""The body or its members spoken to without "Dear": ended by a colon, or by a comma that ends the line."""

_LATER_GREETING = re.compile(
    r"(?:^|(?<=[.!?]))[ \t\"')\u201d]*"
    r"(?P<greeting>(?:dear|to whom it may concern|honorable)\b[^.!?\n]{0,90}[,:;!]?[ \t]*\n)",
    re.IGNORECASE | re.MULTILINE,
)
"""A greeting below words of the sender's own, put above the letter that was handed on: it ends its line."""

_HEAD = 1200
"""So many characters at the beginning of a text are searched for such a greeting."""

_FAREWELL = re.compile(
    r"[\n.!?][\s\"')\u201d]*(?P<farewell>"
    r"(?:very |most )?(?:sincerely|respectfully|truly|faithfully|cordially|gratefully|warmly)"
    r"(?: yours?| submitted)?|yours?(?: very)?(?: sincerely| truly| faithfully| respectfully)?|"
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest) )?regards|best(?: wishes)?|"
    r"thank(?:s| you)(?: (?:very|so) much| again)?|many thanks|in solidarity|with (?:respect|gratitude|thanks)|"
    r"signed|atentamente|gracias|saludos)"
    r"[ \t]*(?P<stop>[,.!\u2014\u2013-]*)[ \t]*(?P<end>\n|$|(?<=[,\u2014\u2013-][ \t]))",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[\d@\[]|^\W*$")
_SENTENCE = re.compile(r"[.!?][\"'\u201d)]*\s+\S")


def apart(text: str) -> list[Span]:
    """Return the stretches of a letter that are its greeting and its closing with name and address, in order."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    found: list[Span] = []
    greeting = _GREETING.match(text) or _ADDRESSED.match(text)
    if greeting and greeting.end() < len(text):
        found.append((0, greeting.end()))
    after = found[0][1] if found else 0
    later = _later_greeting(text, after)
    if later:
        found.append(later)
        after = later[1]
    closing = _closing(text, after) or _bare_signature(text, after)
    if closing:
        found.append(closing)
    return found


def _later_greeting(text: str, after: int) -> Span | None:
    """Return the greeting of the letter itself where the sender put something above it."""
    head = text[after:_HEAD]
    if not ("Dear " in head or "DEAR " in head or "\ndear " in head or "o whom it" in head or "onorable" in head):
        return None  # quicker than the search, and most letters have none
    greeting = _LATER_GREETING.search(text, after, _HEAD)
    return greeting.span("greeting") if greeting and text[greeting.end() :].strip() else None


def body(text: str) -> str:
    """Return a letter without greeting and closing; all of it where nothing else would be left."""
    kept: list[str] = []
    at = 0
    for start, end in apart(text):
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    inner = "\n".join(part for part in kept if part)
    return inner if any(map(str.isalnum, inner)) else text


def _closing(text: str, after: int) -> Span | None:
    """Return the farewell with the lines of a signature behind it; what follows these is not part of it."""
    first = max(after, len(text) - _TAIL)
    while (farewell := _FAREWELL.search(text, first)) is not None:
        first = farewell.start() + 1
        start, said = farewell.start("farewell"), farewell.end()
        if not text[after:start].strip():
            continue
        end = _signature(text, said) if farewell["end"] or said == len(text) else _inline(text, said)
        if end is not None:
            return start, end
    return None


def _inline(text: str, start: int) -> int | None:
    """Return the end of a text whose last words stand behind a farewell on its line; None where a sentence does."""
    rest = text[start:].rstrip()
    prose = len(rest.split()) > _WORDS_BEHIND_AN_INLINE_CLOSING or _SENTENCE.search(rest)
    return None if prose else len(text)


def _signature(text: str, start: int) -> int | None:
    """Return where the lines of a signature end; None where a sentence follows instead of a name."""
    end = start
    lines = 0
    for line in text[start:].splitlines(keepends=True):
        words = line.split()
        if words:
            lines += 1
            if lines > _LINES_OF_A_SIGNATURE or not _of_a_signature(line, words, first=lines == 1):
                return end if lines > 1 else None
        end += len(line)
    return end


def _bare_signature(text: str, after: int) -> Span | None:
    """Return the lines of name and address at the end of a letter without a farewell; prose is never taken for one."""
    stripped = text.rstrip()
    start = end = len(stripped)
    for _ in range(_LINES_OF_A_SIGNATURE):
        first = stripped.rfind("\n", after, start) + 1
        line = stripped[first:start]
        if first <= after or (line.strip() and not _bare(line.strip())):
            break
        if line.strip():
            end = first
        start = first - 1
    return (end, len(text)) if end < len(stripped) and text[after:end].strip() else None


def _bare(line: str) -> bool:
    """Say whether a line can only be somebody's name, a place, or how to reach them."""
    if len(line) > _LONGEST_LINE or line[-1] in "!?:;":
        return False
    if _PLACE.search(line):
        return True
    said = line.rstrip(".,").split()
    sentence = line.endswith(".") and not line.endswith(("Jr.", "Sr.", ".D."))
    if sentence or not 2 <= len(said) <= _WORDS_OF_A_NAME or (line.isupper() and len(said) > 2):
        return False
    return all(word[0].isupper() and word.strip(".,").lower() not in _PROSE for word in said)


def _of_a_signature(line: str, words: list[str], *, first: bool) -> bool:
    """Say whether a line is a name, an address or a number to call rather than a sentence."""
    if len(words) > _WORDS_OF_A_LINE and len(words) > _WORDS_OF_A_LINE + 4 * bool(_ADDRESS.search(line)):
        return False
    if words[0].lower().startswith(("p.s", "ps:")):
        return False
    if line.rstrip().endswith((".", "!", "?")) and len(words) > 3:
        return False
    return first or _named(words) or bool(_ADDRESS.search(line))


def _named(words: list[str]) -> bool:
    """Say whether every word could be part of a name."""
    for word in words:
        begins = word[0]
        if not (begins.isupper() or not begins.isalpha() or word.lower() in _SMALL):
            return False
    return True


_SMALL = frozenset({"of", "the", "and", "de", "del", "la", "van", "von", "der", "for", "resident", "voter", "neighbor"})

_LONGEST_LINE = 70
_WORDS_OF_A_NAME = 4
_PLACE = re.compile(
    r"\b[A-Z]{2}\.?,? \d{5}(?:-\d{4})?\W*$|^\d{1,6}[A-Z]? (?:[A-Z0-9][\w.']* ){1,4}(?i:st|street|ave|avenue|rd|road|dr|"
    r"drive|ln|lane|ct|court|blvd|boulevard|way|pl|place|ter|terrace|cir|circle|pkwy|hwy|row)\b\.?"
    r"(?:,? [\w ,.#-]{0,30})?$|^\S+@\S+\.\w+$|^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$"
)
"""A street with its number, a city with its ZIP code, an e-mail address or a telephone number, to the end of a line."""

_SLOGANS = """
a an and are at be ban black build by clean close continue do don't end fix for free from fund get give god hands have
help hold in invest is it just keep let lives make matter me more my never no not nothing now of off on or our oppose
pass people please police protect put reject remember respect safe save say shame start stay stop support take thank
thanks that the them there these they think this to today together truth try us vote wake want water we what when who
will with wrong yes you your"""
_PROSE = frozenset(_SLOGANS.split())
"""Words of slogans and sentences: a line that has one of them is no name, however its letters are written."""
