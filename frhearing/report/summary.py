"""Makes the full summary of a hearing: facts in, document out."""

from collections.abc import Callable

from frhearing.report.document import Document, Section
from frhearing.report.facts import EVERYTHING, EditionKind, SummaryFacts, SummaryOptions
from frhearing.report.labels import Words
from frhearing.report.pdf.faces import has_glyph
from frhearing.report.sections import charts, closing, counts, dossier, lists, opening, quotes
from frhearing.report.sections.making import Making
from frhearing.report.text import Gate

Maker = Callable[[Making], Section | None]

_MAKERS: dict[str, Maker] = {
    "cover": opening.cover,
    "contents": opening.contents,
    "hearing": opening.hearing_facts,
    "questions": opening.questions,
    "background": dossier.background,
    "timeline": dossier.timeline,
    "players": dossier.players,
    "press": dossier.press,
    "next": dossier.following,
    "takeaway": dossier.takeaway,
    "counts": counts.counts,
    "groups": charts.groups,
    "themes": charts.themes,
    "times": charts.times,
    "quotes": quotes.quotes,
    "speakers": lists.speakers,
    "written": lists.written,
    "outside": lists.outside,
    "certificate": closing.certificate,
    "appendix": closing.appendix,
    "method": closing.method,
}
"""In the order in which they are made: the method comes last, when every text has passed the gate."""


def build_summary(facts: SummaryFacts, options: SummaryOptions = EVERYTHING) -> Document:
    """The summary as a document; sections with nothing to print are left out.

    Raises KeyError for a section or a language that does not exist.
    """
    words = Words(options.language)
    making = Making(facts, options, words, Gate(has_glyph))
    wanted = dict.fromkeys(options.sections)
    made = {key: maker(making) for key, maker in _MAKERS.items() if key in wanted}
    sections = [section for key in wanted if (section := made[key]) is not None]
    hearing = facts.hearing
    jurisdiction = making.line(hearing.body.jurisdiction)
    office = " · ".join(part for part in (words("office"), jurisdiction) if part)
    title = making.line(hearing.title)
    return Document(
        title=f"{words('summary')}: {title}",
        author=office,
        subject=f"{making.line(hearing.body.name)}, {words.day(hearing.date)}",
        language=words("language"),
        dated=facts.recorded_at,
        running_title=f"{words('summary')} · {title}",
        office=office,
        edition=making.edition(),
        page_words=words("page"),
        draft=words("draft_mark") if facts.edition.kind is EditionKind.DRAFT else "",
        sections=tuple(sections),
        replaced=making.gate.replaced,
    )
