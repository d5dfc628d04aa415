"""What every section is made with: the facts, the clerk's choices, the words, and the gate for user text."""

from dataclasses import dataclass, field

from frhearing.drawing.charts import Row
from frhearing.drawing.series import Series
from frhearing.drawing.stances import ALL_KEYS, NOT_TAGGED
from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.model.hearing import Hearing
from frhearing.model.times import local
from frhearing.report.document import Block, Section
from frhearing.report.facts import Names, PrintedComment, SummaryFacts, SummaryOptions
from frhearing.report.labels import Words
from frhearing.report.sections import masking, vocabulary
from frhearing.report.text import Gate

_DESK_TONGUE = "en"
_PLAIN_CAPACITIES = frozenset({"self", "organization"})


@dataclass
class Making:
    """One summary in the making; texts of people pass `gate` wherever they enter the document."""

    facts: SummaryFacts
    options: SummaryOptions
    words: Words
    gate: Gate
    quoted: set[int] = field(default_factory=set)
    """The ids of quotes that a section has printed already."""
    _named: dict[int, str] = field(default_factory=dict)
    _numbered: dict[int, str] = field(default_factory=dict)
    _mask: dict[str, str] | None = None

    @property
    def hearing(self) -> Hearing:
        """The hearing that the summary is about."""
        return self.facts.hearing

    @property
    def desk_tongue(self) -> str:
        """The language in which staff keep the record, where the document is in another one."""
        return "" if self.options.language == _DESK_TONGUE else _DESK_TONGUE

    @property
    def several_questions(self) -> bool:
        """Whether positions must say which question they are on."""
        return len(self.hearing.questions) > 1

    def title(self, key: str) -> str:
        """The title of a section: the clerk's own, else the usual one."""
        own = self.options.titles.get(key, "").strip()
        return self.line(own) if own else self.words(f"title.{key}")

    def section(self, key: str, *blocks: Block, new_page: bool = False) -> Section:
        """A section with its title."""
        return Section(key, self.title(key), blocks, new_page)

    def text(self, text: str, place: str = "") -> str:
        """A text of people, through the gate; without a `place` it belongs to the hearing's own facts."""
        return self.gate.through(text, place or self.words("title.hearing"))

    def line(self, text: str, place: str = "") -> str:
        """A short text of people on one line, through the gate."""
        return " ".join(self.text(text, place).split())

    def number(self, comment: PrintedComment) -> str:
        """The number on the record, such as `No. 12`."""
        known = self._numbered.get(comment.number)
        if known is None:
            known = self._numbered[comment.number] = self.words("number", number=comment.number)
        return known

    def called(self, comment: PrintedComment) -> str:
        """The name of who speaks, or why none is printed."""
        if comment.restricted:
            return self.words("status.restricted")
        return self.name(comment) or self.words("no_name")

    def name(self, comment: PrintedComment) -> str:
        """The name of who speaks, as the clerk wants names printed; empty where none is printed."""
        if self.options.names is Names.NONE or comment.restricted:
            return ""
        known = self._named.get(comment.number)
        if known is None:
            known = self.line(comment.name, self.number(comment))
            if self.options.names is Names.INITIALS:
                known = masking.initials(known)
            self._named[comment.number] = known
        return known

    def masked(self, text: str) -> str:
        """A text of the desk's own in which the names of those stand as they are printed elsewhere."""
        if self._mask is None:
            self._mask = masking.replacements(self.facts, self.options.names, self.words)
        return masking.replaced(text, self._mask)

    def speaks_for(self, comment: PrintedComment) -> str:
        """The stakeholder group, and the organization where there is one."""
        parts = [self.line(comment.group, self.number(comment))]
        if not comment.restricted:
            parts.append(self.line(comment.organization, self.number(comment)))
        return " · ".join(part for part in parts if part)

    def capacity(self, comment: PrintedComment) -> str:
        """In which capacity somebody speaks; codes that only repeat what stands beside them are left out."""
        capacity = "" if comment.restricted else comment.capacity.strip()
        return "" if capacity in _PLAIN_CAPACITIES else self.line(capacity, self.number(comment))

    def stance(self, comment: PrintedComment, question: int) -> str:
        """The key of the stance on a question."""
        stance = comment.stances.get(question)
        return stance.value if stance else NOT_TAGGED

    def stance_words(self, comment: PrintedComment, question: int) -> str:
        """The stance on a question in words, with a note where the clerk inferred it."""
        word = self.words(self.stance(comment, question))
        if question in comment.inferred:
            return self.words("appendix.inferred", stance=word)
        return word

    def form_word(self, stance: str) -> str:
        """The stance in the words of the body's own form, such as `For`."""
        return self.words(vocabulary.label(self.hearing.body.state, stance))

    def form_position(self, comment: PrintedComment, question: int) -> str:
        """The stance on a question in the body's own words, with a note where the clerk inferred it."""
        word = self.form_word(self.stance(comment, question))
        return self.words("appendix.inferred", stance=word) if question in comment.inferred else word

    def time(self, utc: str) -> str:
        """The time of day of an instant on the hearing's own clock; with the day where it is another one."""
        moment = local(utc, self.hearing.zone)
        if moment.date().isoformat() == self.hearing.date:
            return self.words.clock(f"{moment:%H:%M}")
        return self.short_moment(utc)

    def short_moment(self, utc: str) -> str:
        """Day and time of an instant on the hearing's own clock; with the year where it is not the hearing's."""
        return self.words.short_moment(utc, self.hearing.zone, self.hearing.date)

    @property
    def numbers(self) -> list[int]:
        """The numbers of the questions."""
        return [question.number for question in self.hearing.questions]

    @property
    def stance_names(self) -> dict[str, str]:
        """The words for all stances, by key."""
        return {key: self.words(key) for key in ALL_KEYS}

    def series(self, question: int) -> Series | None:
        """The rows on a question."""
        return next((series for series in self.facts.series if series.question == question), None)

    def dossier(self, kind: DossierKind) -> list[DossierEntry]:
        """The entries of a part of the dossier, in order."""
        return sorted((entry for entry in self.facts.dossier if entry.kind is kind), key=lambda entry: entry.order)

    def clean_row(self, row: Row) -> Row:
        """A row whose label has passed the gate."""
        return Row(self.line(row.label), row.counts)

    def edition(self) -> str:
        """The edition in words, such as `Draft 1`."""
        edition = self.facts.edition
        return self.words(f"edition.{edition.kind}", number=edition.number)

    def as_of(self) -> str:
        """The moment at which the record stood as it is printed, on the hearing's own clock."""
        return self.words.moment(self.facts.recorded_at, self.hearing.zone)
