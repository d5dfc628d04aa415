"""Makes the full summary of a hearing: facts in, document out."""

from collections.abc import Callable

from frhearing.report.document import Document, Section
from frhearing.report.facts import EVERYTHING, SummaryFacts, SummaryOptions
from frhearing.report.frame import begin, framed
from frhearing.report.sections import (
    charts,
    closing,
    concerns,
    counts,
    dossier,
    hall,
    index,
    letters,
    lists,
    opening,
    proceedings,
    quotes,
    treatment,
    voices,
)
from frhearing.report.sections.making import Making
from frhearing.report.undisturbed import undisturbed

Maker = Callable[[Making], Section | None]

_MAKERS: dict[str, Maker] = {
    "cover": opening.cover,
    "contents": opening.contents,
    "hearing": opening.hearing_facts,
    "attendance": hall.attendance,
    "questions": opening.questions,
    "background": dossier.background,
    "timeline": dossier.timeline,
    "players": dossier.players,
    "press": dossier.press,
    "next": dossier.following,
    "takeaway": dossier.takeaway,
    "procedure": hall.procedure,
    "counts": counts.counts,
    "groups": charts.groups,
    "themes": charts.themes,
    "times": charts.times,
    "appearances": voices.appearances,
    "registrations": voices.registrations,
    "unheard": voices.unheard,
    "treatment": treatment.treatment,
    "written": lists.written,
    "letters": letters.letters,
    "outside": lists.outside,
    "concerns": concerns.concerns,
    "quotes": quotes.quotes,
    "exhibits": proceedings.exhibits,
    "events": proceedings.events,
    "corrections": proceedings.corrections,
    "certificate": closing.certificate,
    "appendix": closing.appendix,
    "index": index.index,
    "method": closing.method,
}
"""In the order in which they are made: the method comes last, when every text has passed the gate."""


@undisturbed()
def build_summary(facts: SummaryFacts, options: SummaryOptions = EVERYTHING) -> Document:
    """The summary as a document; sections with nothing to print are left out.

    Raises KeyError for a section or a language that does not exist.
    """
    making = begin(facts, options)
    words = making.words
    wanted = dict.fromkeys(options.sections)
    made = {key: maker(making) for key, maker in _MAKERS.items() if key in wanted}
    sections = [section for key in wanted if (section := made[key]) is not None]
    title = making.line(facts.hearing.title)
    return framed(making, f"{words('summary')}: {title}", f"{words('summary')} · {title}", sections)
