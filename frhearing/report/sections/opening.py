"""The first pages: cover, contents, the hearing, the questions before the body."""

from frhearing.report.document import LABEL, Box, Contents, Cover, Entry, Paragraph, Section
from frhearing.report.sections.making import Making


def cover(making: Making) -> Section:
    """The title page."""
    words, hearing = making.words, making.hearing
    body = making.line(hearing.body.name)
    above = " · ".join(part for part in (making.line(hearing.body.jurisdiction), body) if part)
    when = words.day(hearing.date)
    when = when[:1].upper() + when[1:]
    if hearing.starts:
        when += f", {words.clock(hearing.starts)}"
    below = [words("summary"), when, making.line(hearing.place), making.line(hearing.file_number)]
    closing = [words("as_of", edition=making.edition(), date=making.as_of()), making.facts.record_digest]
    block = Cover(
        above=above,
        title=making.line(hearing.title),
        below=tuple(line for line in below if line),
        lead=_lead(making),
        closing=(closing[0], f"{words('certificate.digest')}: {closing[1]}", words("counts.votes")),
    )
    return Section("cover", making.title("cover"), (block,), titled=False)


def _lead(making: Making) -> str:
    words, tally = making.words, making.facts.tally
    if not tally.on_record:
        return words("minutes.nobody")
    spoken = sum(comment.spoken for comment in making.facts.comments)
    lead = words(
        "cover.lead",
        comments=words.count("comments", tally.on_record),
        spoken=words.number(spoken),
        written=words.number(tally.on_record - spoken),
    )
    whole = "appendix" in making.options.sections
    return f"{lead} {words.count('cover.reproduced' if whole else 'cover.counted', tally.on_record)}"


def contents(making: Making) -> Section:
    """The table of contents, on a page of its own."""
    return making.section("contents", Contents(), new_page=True)


def hearing_facts(making: Making) -> Section:
    """What the notice and the minutes say of the hearing."""
    words, hearing = making.words, making.hearing
    when = ", ".join(
        part for part in (words.day(hearing.date), words.clock(hearing.starts) if hearing.starts else "") if part
    )
    mode = words(f"mode.{hearing.mode}") if hearing.mode in ("in_person", "remote", "hybrid") else hearing.mode
    facts = [
        ("body", hearing.body.name),
        ("presiding", hearing.body.presiding_officer),
        ("date", when),
        ("place", hearing.place),
        ("mode", mode),
        ("file", hearing.file_number),
        ("authority", hearing.authority),
        ("notice", hearing.notice),
        ("times", _times(making)),
        ("note", hearing.note),
    ]
    entries = [
        Entry(words(f"hearing.{key}"), (), (Paragraph(making.text(value)),)) for key, value in facts if value.strip()
    ]
    return making.section("hearing", *entries, new_page=True)


_COURSE = (
    "call_to_order",
    "testimony_opened",
    "recess",
    "reconvene",
    "testimony_closed",
    "record_held_open_until",
    "adjourned",
    "continued",
)
"""The events whose times belong to the caption."""


def _times(making: Making) -> str:
    """When the hearing was called to order, opened, closed and adjourned, a line each."""
    words = making.words
    return "\n".join(
        words(f"times.{line.kind}", time=making.time(line.at)) for line in making.facts.proceedings.every(*_COURSE)
    )


def questions(making: Making) -> Section | None:
    """The questions, each with what support and oppose mean."""
    words = making.words
    boxes = []
    for question in making.hearing.questions:
        paragraphs = [Paragraph(making.text(question.text), language=making.desk_tongue)]
        meanings = (("question.support", question.support_means), ("question.oppose", question.oppose_means))
        paragraphs += [
            Paragraph(words(key, meaning=making.line(meaning)), LABEL) for key, meaning in meanings if meaning.strip()
        ]
        boxes.append(Box(words("question", number=question.number), tuple(paragraphs)))
    if not boxes:
        return None
    lead = Paragraph(words("questions.lead" if len(boxes) > 1 else "questions.lead_one"))
    return making.section("questions", lead, *boxes)
