"""What every product begins with and is framed by: the gate and the words, titles, office and edition."""

from collections.abc import Sequence

from frhearing.report.document import Document, Section
from frhearing.report.facts import EditionKind, SummaryFacts, SummaryOptions
from frhearing.report.labels import Words
from frhearing.report.pdf.faces import has_glyph
from frhearing.report.sections.making import Making
from frhearing.report.text import Gate


def begin(facts: SummaryFacts, options: SummaryOptions) -> Making:
    """A product in the making; raises KeyError for a language without words."""
    return Making(facts, options, Words(options.language), Gate(has_glyph))


def framed(making: Making, title: str, running_title: str, sections: Sequence[Section]) -> Document:
    """The document around the sections; asked for last, when every text has passed the gate."""
    words, hearing = making.words, making.hearing
    office = " · ".join(part for part in (words("office"), making.line(hearing.body.jurisdiction)) if part)
    return Document(
        title=title,
        author=office,
        subject=f"{making.line(hearing.body.name)}, {words.day(hearing.date)}",
        language=words("language"),
        dated=making.facts.recorded_at,
        running_title=running_title,
        office=office,
        edition=making.edition(),
        page_words=words("page"),
        continued_words=words("continued.title"),
        draft=words("draft_mark") if making.facts.edition.kind is EditionKind.DRAFT else "",
        sections=tuple(sections),
        replaced=making.gate.replaced,
    )
