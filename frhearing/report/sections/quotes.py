"""Key quotes from each side, balanced: no side is given more than the other can have."""

from collections import Counter

from frhearing.drawing.stances import ALL_KEYS, OPPOSE, SUPPORT
from frhearing.model.passage import Passage, PassageKind
from frhearing.report.document import LABEL, Block, Heading, Paragraph, Quote, Section
from frhearing.report.facts import PrintedComment
from frhearing.report.sections.dossier import quoted
from frhearing.report.sections.making import Making

_LEAST, _MOST = 4, 8

Marked = list[tuple[PrintedComment, Passage]]
"""Key quotes with the comments they stand in."""


def quotes(making: Making) -> Section | None:
    """The quotes that staff marked, by position on the first question."""
    number = making.hearing.questions[0].number if making.hearing.questions else 1
    sides: dict[str, Marked] = {key: [] for key in ALL_KEYS}
    above: Counter[str] = Counter()
    for comment, passage in key_quotes(making):
        key = making.stance(comment, number)
        if passage.id in making.quoted:
            above[key] += 1
        else:
            sides[key].append((comment, passage))
    if not any(sides.values()):
        return None
    most = at_most(len(sides[SUPPORT]), len(sides[OPPOSE]))
    lead = making.words("quotes.lead", most=most)
    if making.several_questions:
        lead += f" {making.words('question', number=number)}: {making.line(making.hearing.questions[0].text)}"
    blocks: list[Block] = [Paragraph(lead)]
    for key, marked in sides.items():
        if marked or key in (SUPPORT, OPPOSE):
            blocks += _side(making, key, marked, most, above=above[key])
    return making.section("quotes", *blocks)


def key_quotes(making: Making) -> Marked:
    """Every key quote of the comments that are counted and may be printed, in order of number."""
    return [
        (comment, passage)
        for comment in making.facts.comments
        if comment.tallied and not comment.restricted
        for passage in comment.quotes
    ]


def at_most(support: int, oppose: int) -> int:
    """How many quotes each side may have: as many as the smaller of the two, but neither few nor too many."""
    return max(_LEAST, min(support, oppose, _MOST))


def _side(making: Making, key: str, marked: Marked, most: int, *, above: int) -> list[Block]:
    """One side's quotes; `above` says how many of its quotes were printed with the main concerns."""
    words = making.words
    heading = Heading(words(f"quotes.{key}"), anchor=f"quotes-{key}", listed=False)
    if not marked:
        return [heading, Paragraph(words("quotes.above" if above else "quotes.none"), LABEL)]
    shown = spread(marked, most)
    said = words.count("quotes.marked", len(marked) + above)
    said += words("quotes.printed_above", above=words.number(above)) if above else ""
    said += words("quotes.printed", shown=words.number(len(shown)))
    return [heading, Paragraph(said, LABEL), *(quote(making, key, *pair) for pair in shown)]


def spread(marked: Marked, most: int) -> Marked:
    """At most so many quotes, those of different comments before a second one of the same."""
    seen: dict[int, int] = {}
    turns = []
    for place, (comment, passage) in enumerate(marked):
        seen[comment.number] = seen.get(comment.number, 0) + 1
        turns.append((seen[comment.number], place, (comment, passage)))
    chosen = sorted(turns)[:most] if len({turn[:2] for turn in turns}) == len(turns) else turns[:most]
    return [pair for _, _, pair in sorted(chosen, key=lambda turn: turn[1])]


def quote(making: Making, key: str, comment: PrintedComment, passage: Passage, said: str = "") -> Quote:
    """One quote with who said it; verbatim words stand in quotation marks.

    `said` is the position in words, where quotes of several sides stand together: a mark alone is not heard.
    """
    number = making.number(comment)
    text = making.text(passage.text, number)
    verbatim = passage.kind is PassageKind.VERBATIM
    who = [making.name(comment), making.speaks_for(comment), said, number]
    if not verbatim:
        who.append(making.words("paraphrase"))
    return Quote(
        text=quoted(text) if verbatim else text,
        attribution=" · ".join(part for part in who if part),
        mark=key,
        link=anchor(comment),
        language=tongue(making, comment),
    )


def anchor(comment: PrintedComment) -> str:
    """The anchor of a comment in the appendix."""
    return f"no-{comment.number}"


def tongue(making: Making, comment: PrintedComment) -> str:
    """The language of a comment where it is not that of the document."""
    language = comment.language.strip()
    return "" if language in ("", making.options.language) else language
