"""The minutes paragraph: what was done and not what was said, as text to paste into the minutes of the body."""

from collections.abc import Iterator

from frhearing.drawing.stances import ALL_KEYS
from frhearing.report.document import LABEL, Document, Paragraph, Section
from frhearing.report.facts import EVERYTHING, PrintedComment, SummaryFacts, SummaryOptions
from frhearing.report.frame import begin, framed
from frhearing.report.sections.making import Making
from frhearing.report.sections.proceedings import told

_DECIDED = ("recusal", "appeal_of_ruling", "motion", "second", "vote", "continued")
"""Events whose own words go into the minutes: what the body or its chair decided."""


def build_minutes(facts: SummaryFacts, options: SummaryOptions = EVERYTHING) -> Document:
    """The minutes as a document of one paragraph, with a note below on where the rest stands."""
    making = begin(facts, options)
    words = making.words
    text = " ".join(sentence for sentence in _sentences(making) if sentence)
    title = words("minutes.title", title=making.line(facts.hearing.title))
    section = Section("minutes", words("minutes"), (Paragraph(text), Paragraph(words("minutes.how"), LABEL)))
    return framed(making, title, title, [section])


def paragraph(document: Document) -> str:
    """The text to paste out of the document of the minutes."""
    block = document.sections[0].blocks[0]
    return block.text if isinstance(block, Paragraph) else ""


def _sentences(making: Making) -> Iterator[str]:
    """What was done, in the order of a hearing."""
    words, found, tally = making.words, making.facts.proceedings, making.facts.tally
    yield _opened(making)
    yield from _present(making)
    yield _testimony(making)
    yield from _voices(making)
    if tally.written:
        late = words("minutes.late", n=words.number(tally.late)) if tally.late else ""
        yield words("minutes.written", comments=words.count("minutes.letters", tally.written), late=late)
    if tally.petitions.number:
        petitions = words.count("minutes.petitions", tally.petitions.number)
        yield words("minutes.petitions", petitions=petitions, signatures=words.number(tally.petitions.counted))
    received = [making.line(exhibit.mark) for exhibit in found.exhibits if exhibit.status == "received"]
    if received:
        yield words("minutes.exhibits", marks=words.listed(received))
    for line in found.every(*_DECIDED):
        said = told(making, line)
        yield said if said.endswith((".", "!", "?")) else f"{said}."
    if tally.on_record:
        yield words.count("minutes.record", tally.on_record, digest=making.facts.record_digest)
    adjourned = found.last("adjourned")
    if adjourned:
        yield words("minutes.adjourned", time=making.time(adjourned.at).rstrip(".")).rstrip(".") + "."


def _opened(making: Making) -> str:
    """The body's hearing, on what, when, where and before whom."""
    words, hearing = making.words, making.hearing
    title, file = making.line(hearing.title), making.line(hearing.file_number)
    place, presiding = making.line(hearing.place), making.line(hearing.body.presiding_officer)
    values = {
        "title": words("minutes.file", title=title, file=file) if file else title,
        "day": words.day(hearing.date),
        "place": words("minutes.place", place=place) if place else "",
        "presiding": words("minutes.presiding", name=presiding) if presiding else "",
    }
    opened = making.facts.proceedings.first("call_to_order")
    if opened is None:
        return words("minutes.held", **values)
    return words("minutes.opened", time=making.time(opened.at), **values)


def _present(making: Making) -> Iterator[str]:
    """The roll, where one was called."""
    roll = making.facts.proceedings
    if not roll.roll:
        yield from (told(making, line) for line in roll.every("roll"))
    for presence in ("present", "absent", "excused"):
        names = [making.line(name) for name, word in roll.roll if word == presence]
        if names:
            yield making.words(f"minutes.{presence}", names=making.words.listed(names))


def _testimony(making: Making) -> str:
    """When testimony was taken."""
    words, found = making.words, making.facts.proceedings
    opened, closed = found.first("testimony_opened"), found.last("testimony_closed")
    if opened is None:
        return ""
    start = making.time(opened.at)
    if closed is None:
        return words("minutes.testimony_opened", opened=start.rstrip(".")).rstrip(".") + "."
    end = making.time(closed.at).rstrip(".")
    return words("minutes.testimony", opened=start, closed=end).rstrip(".") + "."


def _voices(making: Making) -> Iterator[str]:
    """How many were heard and registered, with their positions on each question."""
    words = making.words
    spoken = [c for c in making.facts.comments if c.spoken and c.tallied]
    if not spoken:
        if not making.facts.tally.on_record:
            yield words("minutes.nobody")
        elif making.facts.proceedings.first("testimony_opened", "call_to_order"):
            yield words("minutes.nobody_spoke")
        return
    heard = sum(c.heard for c in spoken)
    said = [words.count("minutes.appearances", heard)] if heard else []
    if len(spoken) > heard:
        said.append(words.count("minutes.registrations", len(spoken) - heard))
    yield words.listed(said) + "."
    for number in making.numbers:
        positions = _positions(making, spoken, number)
        if making.several_questions:
            yield words("minutes.positions", number=number, positions=positions)
        else:
            yield words("minutes.positions_one", positions=positions)


def _positions(making: Making, spoken: list[PrintedComment], question: int) -> str:
    """So many for, so many against: those who appeared and those who registered together."""
    words = making.words
    counts = {key: sum(making.stance(c, question) == key for c in spoken) for key in ALL_KEYS}
    return words.listed(
        words("minutes.position", n=words.number(n), word=making.form_word(key).lower())
        for key, n in counts.items()
        if n
    )
