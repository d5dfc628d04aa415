"""The main concerns: the themes most spoken of, each with quotes from both sides, as many from one as the other."""

from frhearing.drawing.stances import ALL_KEYS, OPPOSE, SUPPORT
from frhearing.model.passage import Passage
from frhearing.model.position import Stance
from frhearing.model.tally import StanceCounts
from frhearing.report.document import LABEL, Block, Heading, Paragraph, Section
from frhearing.report.facts import PrintedComment
from frhearing.report.sections.making import Making
from frhearing.report.sections.quotes import Marked, key_quotes, quote, spread

_MOST_THEMES = 8
_LEAST, _MOST = 1, 3


def concerns(making: Making) -> Section | None:
    """Themes in order of how many comments have them, with linked quotes by position on the first question."""
    counted = making.facts.tally.questions[:1]
    if not counted:
        return None
    words, number = making.words, counted[0].question.number
    marked = key_quotes(making)
    shown = {passage.theme_id for _, passage in marked}
    names = {theme.id: theme.name for theme in making.facts.themes if theme.id in shown}
    blocks: list[Block] = []
    for theme in [theme for theme in counted[0].by_theme if theme in names][:_MOST_THEMES]:
        left = [(c, p) for c, p in marked if p.id not in making.quoted]
        sides = {key: _on(making, left, theme, number, key) for key in ALL_KEYS}
        found = counted[0].by_theme[theme]
        blocks += _concern(making, theme, names[theme], found, sides)
        for side in (Stance.SUPPORT, Stance.OPPOSE):
            if found[side] and not sides[side.value]:
                where = "above" if _on(making, marked, theme, number, side.value) else "none"
                blocks.append(Paragraph(words(f"concerns.{where}.{side}"), LABEL))
    if not blocks:
        return None
    lead = words("concerns.lead", most=_MOST)
    if making.several_questions:
        lead += f" {words('question', number=number)}: {making.line(making.hearing.questions[0].text)}"
    return making.section("concerns", Paragraph(lead), *blocks)


def _on(making: Making, marked: Marked, theme: int, question: int, key: str) -> Marked:
    """The quotes of one side on a theme: those marked with it, else those of comments that have it."""
    side = [(c, p) for c, p in marked if making.stance(c, question) == key]
    own = [(c, p) for c, p in side if p.theme_id == theme]
    return own or [(c, p) for c, p in side if theme in c.themes]


def _concern(making: Making, theme: int, name: str, found: StanceCounts, sides: dict[str, Marked]) -> list[Block]:
    """One theme: how many comments on each side, then the quotes."""
    words = making.words
    most = balanced(len(sides[SUPPORT]), len(sides[OPPOSE]))
    counts = [words.some(stance.value, n) for stance, n in found.by_stance.items() if n]
    if found.not_tagged:
        counts.append(words.some("not_tagged", found.not_tagged))
    said = words("concerns.counts", total=words.count("comments", found.total), counts=words.listed(counts))
    blocks: list[Block] = [Heading(making.line(name), anchor=f"concern-{theme}", listed=False), Paragraph(said, LABEL)]
    for key, marked in sides.items():
        shown = spread(marked, most if key in (SUPPORT, OPPOSE) else _LEAST)
        blocks += [_printed(making, key, *pair) for pair in shown]
    return blocks


def balanced(support: int, oppose: int) -> int:
    """How many quotes each side may have on one theme: as many as the smaller of the two, within limits."""
    return max(_LEAST, min(support, oppose, _MOST))


def _printed(making: Making, key: str, comment: PrintedComment, passage: Passage) -> Block:
    making.quoted.add(passage.id)
    return quote(making, key, comment, passage, said=making.words(key))
