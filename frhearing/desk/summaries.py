"""The printed summary: its options, the checks before printing, the PDF itself."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from frhearing.analysis.figures import series
from frhearing.desk import archive, digests, editions
from frhearing.desk.before_printing import summary_checks
from frhearing.desk.codebook import list_themes
from frhearing.desk.desk import Desk
from frhearing.desk.dossiers import list_dossier
from frhearing.desk.gathering import proceedings
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.whole_files import put
from frhearing.model.change import Change
from frhearing.model.comment import Comment
from frhearing.model.tally import Scope, tally
from frhearing.model.times import now_utc
from frhearing.report.facts import (
    SECTION_KEYS,
    Edition,
    EditionKind,
    Names,
    PrintedComment,
    SummaryFacts,
    SummaryOptions,
    Warned,
)
from frhearing.report.labels import Words
from frhearing.report.pdf import PageSetup, Paper, write_pdf
from frhearing.report.products import Product, build
from frhearing.store import comments as stored
from frhearing.store import counting, lookups

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """One section of the summary: whether it is printed, and the clerk's own title or ""."""

    key: str
    on: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What the clerk chose for a hearing's summary; it is kept with the hearing.

    ``paper`` is ``letter``, ``legal`` or ``a4``; ``names`` is ``full``, ``initials`` or ``none``.
    """

    sections: tuple[SectionChoice, ...] = tuple(SectionChoice(key) for key in SECTION_KEYS)
    paper: str = str(Paper.LETTER)
    names: str = str(Names.FULL)
    large: bool = False
    language: str = "en"

    def to_json(self) -> str:
        """Write the options as JSON text."""
        return json.dumps(
            {
                "sections": [[s.key, s.on, s.title] for s in self.sections],
                "paper": self.paper,
                "names": self.names,
                "large": self.large,
                "language": self.language,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> "PrintOptions":
        """Read options from JSON text; sections that are new in this version come at their usual place."""
        data = json.loads(text or "{}")
        stored_sections = [SectionChoice(*entry) for entry in data.get("sections", ()) if entry[0] in SECTION_KEYS]
        known = {s.key for s in stored_sections}
        for place, key in enumerate(SECTION_KEYS):
            if key not in known:
                stored_sections.insert(min(place, len(stored_sections)), SectionChoice(key))
        return cls(
            tuple(stored_sections),
            data.get("paper", str(Paper.LETTER)),
            data.get("names", str(Names.FULL)),
            bool(data.get("large", False)),
            data.get("language", "en"),
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished summary. ``section_pages`` has the first page of each section by key, counted from 1."""

    pdf: bytes
    pages: int
    section_pages: Mapping[str, int] = field(default_factory=dict)
    record_digest: str = ""
    replaced: int = 0
    edition: str = ""
    """The edition in words, such as ``Draft 2``."""
    listed: bool = False
    """Whether it stands on the store's list of saved summaries, by which ``verify`` knows it again."""


NOT_LISTED = (
    "The file is whole, but it could not be put on the list of saved summaries, because another window or the disk "
    "did not let the store be written: verify will not know it as saved here. Save it once more when that is over."
)
"""What a clerk is told where ``listed`` is unset."""


def section_titles(language: str = "en") -> dict[str, str]:
    """Return the usual title of each section by key."""
    words = Words(language)
    return {key: words(f"title.{key}") for key in SECTION_KEYS}


def load_options(desk: Desk, hearing_id: int) -> PrintOptions:
    """Return the options kept with a hearing."""
    return PrintOptions.from_json(lookups.report_options(desk.store, hearing_id))


def save_options(desk: Desk, hearing_id: int, options: PrintOptions) -> Change:
    """Keep options with a hearing."""
    hearing = get_hearing(desk, hearing_id)
    unlocked(hearing)
    with desk.store.action("summary options", hearing.title, hearing_id) as writing:
        writing.act.update("hearing", hearing_id, report_options=options.to_json())
    return desk.did(writing.change)


def facts(desk: Desk, hearing_id: int, comments: list[Comment] | None = None) -> SummaryFacts:
    """Gather everything a summary says, as the record stands now; ``comments`` are all of it, if read already."""
    hearing = get_hearing(desk, hearing_id)
    if comments is None:
        comments = stored.all_comments(desk.store, hearing_id)
    questions = {q.id: q.number for q in hearing.questions}
    counted = list(counting.counted(desk.store, hearing_id))
    themes = tuple(list_themes(desk, hearing_id))
    counts = tally(counted, hearing.questions)
    checks = summary_checks(desk, hearing_id, comments)
    return SummaryFacts(
        hearing=hearing,
        tally=counts,
        comments=tuple(PrintedComment.of(comment, questions) for comment in comments),
        series=series(counts, {theme.id: theme.name for theme in themes}),
        recorded_at=lookups.changed_at(desk.store, hearing_id),
        record_digest=digests.whole(digests.digests(desk, hearing_id, comments)),
        themes=themes,
        dossier=tuple(list_dossier(desk, hearing_id)),
        edition=Edition(EditionKind.DRAFT, editions.draft_number(desk, hearing_id)),
        once_each=tally(counted, hearing.questions, Scope(once_each=True)),
        warnings=tuple(Warned(check.text, check.code, check.number) for check in checks if not check.ok),
        proceedings=proceedings(desk, hearing_id),
    )


def chosen(options: PrintOptions) -> SummaryOptions:
    """Return what the clerk chose as the report takes it."""
    return SummaryOptions(
        sections=tuple(s.key for s in options.sections if s.on),
        titles={s.key: s.title for s in options.sections if s.title},
        names=Names(options.names),
        language=options.language,
    )


def make_summary(
    desk: Desk,
    hearing_id: int,
    options: PrintOptions | None = None,
    *,
    product: Product = Product.FULL,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Summary:
    """Make the summary, or another product of it, as a PDF in memory; raises Cancelled when ``cancelled`` says so."""
    wanted = options or load_options(desk, hearing_id)
    with desk.store.snapshot():  # counts, texts and what goes along are of one moment
        comments = stored.all_comments(desk.store, hearing_id)
        gathered = facts(desk, hearing_id, comments)
        document = build(product, gathered, chosen(wanted))
        along = archive.attachments(desk, gathered, comments, document, Names(wanted.names), product)
    setup = PageSetup(Paper(wanted.paper), wanted.large)
    made = write_pdf(document, setup, along, progress=progress, cancelled=cancelled)
    digest = gathered.record_digest
    return Summary(made.data, made.pages, made.section_pages, digest, len(made.replaced), document.edition)


def save_summary(
    desk: Desk,
    hearing_id: int,
    path: Path,
    options: PrintOptions | None = None,
    *,
    product: Product = Product.FULL,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Summary:
    """Write the PDF of a product to a file in one step, and put it on the list of saved summaries.

    An older file stays whole until the new one is complete.
    """
    read_at = now_utc()
    made = make_summary(desk, hearing_id, options, product=product, progress=progress, cancelled=cancelled)
    put(path, made.pdf)
    label = made.edition if product is Product.FULL else f"{made.edition}, {archive.CALLED[product]}"
    listed = editions.enlist(desk, hearing_id, label, made.pdf, made.pages, made.record_digest, read_at)
    return replace(made, listed=listed)


def with_section(options: PrintOptions, key: str, on: bool) -> PrintOptions:
    """Return options with one section switched."""
    return replace(options, sections=tuple(replace(s, on=on) if s.key == key else s for s in options.sections))
