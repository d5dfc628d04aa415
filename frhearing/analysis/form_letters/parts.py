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
_FAREWELL = re.compile(
    r"(?:(?:very |most )?(?:sincerely|respectfully|truly|faithfully|cordially|gratefully|warmly)"
    r"(?: yours?| submitted)?|yours?(?: very)?(?: sincerely| truly| faithfully| respectfully)?|"
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest) )?regards|best(?: wishes)?|"
    r"thank(?:s| you)(?: (?:very|so) much| again)?|many thanks|in solidarity|with (?:respect|gratitude|thanks)|"
    r"signed|atentamente|gracias|saludos)"
    r"[ \t]*(?P<stop>[,.!\u2014\u2013-]*)[ \t]*(?P<end>\n|$|(?<=[,\u2014\u2013-][ \t]))",
    re.IGNORECASE | re.MULTILINE,
)
_STOP = re.compile(r"[\n.!?][\s\"')\u201d]*")
_ADDRESS = re.compile(r"[\d@\[]|^\W*$")
_SENTENCE = re.compile(r"[.!?][\"'\u201d)]*\s+\S")


def apart(text: str) -> list[Span]:
    """Return the stretches of a letter that are its greeting and its closing with name and address, in order."""
    found: list[Span] = []
    greeting = _GREETING.match(text)
    if greeting and greeting.end() < len(text):
        found.append((0, greeting.end()))
    closing = _closing(text, found[0][1] if found else 0)
    if closing:
        found.append(closing)
    return found


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
    for stop in _STOP.finditer(text, first):
        farewell = _FAREWELL.match(text, stop.end())
        if farewell is None or not text[after : farewell.start()].strip():
            continue
        if farewell["end"] or farewell.end() == len(text):
            end = _signature(text, farewell.end())
        else:
            rest = text[farewell.end() :].rstrip()
            if len(rest.split()) > _WORDS_BEHIND_AN_INLINE_CLOSING or _SENTENCE.search(rest):
                continue
            end = len(text)
        if end is not None:
            return farewell.start(), end
    return None


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


def _of_a_signature(line: str, words: list[str], *, first: bool) -> bool:
    """Say whether a line is a name, an address or a number to call rather than a sentence."""
    if len(words) > _WORDS_OF_A_LINE + 4 * bool(_ADDRESS.search(line)) or words[0].lower().startswith(("p.s", "ps:")):
        return False
    if line.rstrip().endswith((".", "!", "?")) and len(words) > 3:
        return False
    named = all(word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL for word in words)
    return first or named or bool(_ADDRESS.search(line))


_SMALL = frozenset({"of", "the", "and", "de", "del", "la", "van", "von", "der", "for", "resident", "voter", "neighbor"})
