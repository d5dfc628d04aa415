"""The last pages: method, certificate, and every comment in full."""

from collections.abc import Iterator, Mapping

from frhearing.model.comment import TALLIED
from frhearing.report.document import (
    LABEL,
    LEAD,
    STRONG,
    Block,
    BulletList,
    Cell,
    Column,
    Entry,
    Heading,
    Paragraph,
    Section,
    SideLine,
    Signature,
    Table,
    TableRow,
)
from frhearing.report.facts import EditionKind, Names, PrintedComment, Warned
from frhearing.report.sections.making import Making
from frhearing.report.sections.manner import interpreter, reader
from frhearing.report.sections.quotes import anchor, tongue

_MOST_PLACES = 20
_TOGETHER = "\u00a0"
"""A space at which no line ends, as in the time of day."""


def method(making: Making) -> Section:
    """How the numbers and the texts came about; made last, when the gate has seen every text."""
    words = making.words
    blocks: list[Block] = [
        Paragraph(words("method.lead")),
        Heading(words("method.definitions"), anchor="method-definitions", listed=False),
        BulletList(
            tuple(words(f"method.{key}") for key in ("comment", "position", "not_tagged", "inferred", "group", "theme"))
        ),
        Heading(words("method.forms"), anchor="method-forms", listed=False),
        Paragraph(words("method.forms.rule")),
        *_campaigns(making, making.facts.tally.campaigns),
    ]
    if making.options.names is not Names.FULL:
        blocks.append(Heading(words("method.names"), anchor="method-names", listed=False))
        blocks.append(Paragraph(words(f"method.names.{making.options.names}")))
    blocks += [Heading(words("method.text"), anchor="method-text", listed=False), Paragraph(words("method.text.rule"))]
    warnings = [_warned(making, warning) for warning in making.facts.warnings]
    checks: list[Block] = [Heading(words("method.checks"), anchor="method-checks", listed=False)]
    checks.append(BulletList(tuple(warnings)) if warnings else Paragraph(words("method.checks.none")))
    return making.section("method", *blocks, *_replaced(making), *checks)


def _warned(making: Making, warning: Warned) -> str:
    """What a check found, in the words of the document's language."""
    words, key = making.words, f"check.{warning.code}"
    if words.has(f"{key}.one"):
        return words.count(key, warning.number)
    return words(key, number=warning.number) if words.has(key) else making.text(warning.sentence)


def _campaigns(making: Making, campaigns: Mapping[str, int]) -> list[Block]:
    words = making.words
    if not campaigns:
        return [Paragraph(words("method.forms.none"))]
    rows = tuple(TableRow((Cell(making.line(name)), Cell(words.number(copies)))) for name, copies in campaigns.items())
    columns = (Column(words("method.forms.column"), 4), Column(words("method.forms.copies"), 1, numbers=True))
    return [Table(words("method.forms.summary"), columns, rows, width=0.5)]


def _replaced(making: Making) -> list[Block]:
    words, replaced = making.words, making.gate.replaced
    if not replaced:
        return [Paragraph(words("method.text.none"))]
    rows = []
    for one in replaced:
        places = ", ".join(one.places[:_MOST_PLACES])
        if len(one.places) > _MOST_PLACES:
            more = words.number(len(one.places) - _MOST_PLACES)
            places = words("method.text.more", places=places, n=more)
        rows.append(TableRow((Cell(f"U+{one.code:04X}"), Cell(words.number(one.times)), Cell(places))))
    columns = (
        Column(words("method.text.code"), 1.2),
        Column(words("method.text.times"), 0.8, numbers=True),
        Column(words("method.text.where"), 5),
    )
    return [Table(words("method.text.summary"), columns, tuple(rows))]


def certificate(making: Making) -> Section:
    """The clerk's certificate with lines to sign on, and the digest of the record."""
    words, body = making.words, making.hearing.body
    on_record = making.facts.tally.on_record
    certified = words("certificate.text" if on_record else "certificate.none", **_certified(making))
    text = certified.rstrip(".") + "."
    if "appendix" in making.options.sections and on_record:
        text += " " + words("certificate.appendix.corrected" if _corrected(making) else "certificate.appendix")
    blocks: list[Block] = [Paragraph(text, LEAD)]
    if making.facts.edition.kind is EditionKind.DRAFT:
        blocks.append(Paragraph(words("certificate.draft"), STRONG))
    clerk = ", ".join(part for part in (making.line(body.clerk_name), making.line(body.clerk_title)) if part)
    blocks.append(Signature(clerk or words("certificate.clerk_unnamed"), words("certificate.date")))
    if body.presiding_officer.strip():
        presiding = words("certificate.presiding", name=making.line(body.presiding_officer))
        blocks.append(Signature(presiding, words("certificate.date")))
    blocks += [
        Heading(words("certificate.digest"), anchor="certificate-digest", listed=False),
        Paragraph(making.facts.record_digest, STRONG),
        Paragraph(words("certificate.digest.how"), LABEL),
    ]
    return making.section("certificate", *blocks, new_page=True)


def _certified(making: Making) -> dict[str, str]:
    """What is certified, and as of when."""
    return {"comments": making.words.count("comments", making.facts.tally.on_record), "date": making.as_of()}


def appendix(making: Making) -> Section | None:
    """Every comment on the record as it was received."""
    entries = [_entry(making, comment) for comment in making.facts.comments]
    if not entries:
        return None
    lead = making.words("appendix.lead.corrected" if _corrected(making) else "appendix.lead")
    return making.section("appendix", Paragraph(lead), *entries, new_page=True)


def _corrected(making: Making) -> bool:
    """Whether the text of a comment was corrected after it was received."""
    return any(one.number is not None for one in making.facts.proceedings.corrections)


def _entry(making: Making, comment: PrintedComment) -> Entry:
    number = making.number(comment)
    return Entry(
        title=number,
        side=_side(making, comment),
        paragraphs=(_words_of(making, comment),),
        heading=2,
        subtitle=making.called(comment),
        anchor=anchor(comment),
        continued=making.words("continued", number=comment.number),
    )


def _words_of(making: Making, comment: PrintedComment) -> Paragraph:
    """The text of a comment, or why none is printed."""
    if comment.restricted:
        reason = making.line(comment.status_reason, making.number(comment))
        return Paragraph(" ".join((making.words("appendix.restricted"), reason)).strip(), LABEL)
    text = making.text(comment.text, making.number(comment))
    if not text.strip():
        return Paragraph(making.words(f"appendix.no_text.{_without_words(making, comment)}"), LABEL)
    return Paragraph(text, language=tongue(making, comment))


def _without_words(making: Making, comment: PrintedComment) -> str:
    """Why a comment has no text: the speaker was heard, a position was registered, or only files came."""
    if comment.spoken:
        return "heard" if comment.heard else "registered"
    return "attached" if making.facts.proceedings.attachments.get(comment.number) else "empty"


def _standing(making: Making, comment: PrintedComment) -> Iterator[SideLine]:
    """Whether it came in time, and why it is not counted if it is not."""
    words, late = making.words, making.words.has(f"late.{comment.timeliness}")
    if late and (comment.tallied or comment.status not in TALLIED):
        yield SideLine(words(f"late.{comment.timeliness}"))
    if not comment.tallied:
        why = f"late.{comment.timeliness}" if comment.status in TALLIED else f"status.{comment.status}"
        yield SideLine(words("appendix.not_counted", status=words(why)), STRONG)


def _side(making: Making, comment: PrintedComment) -> tuple[SideLine, ...]:
    """Who speaks for whom, with which position, and how and when it came in."""
    words, number = making.words, making.number(comment)
    whose = (comment.group,) if comment.restricted else (comment.group, comment.organization)
    lines = [SideLine(making.line(text, number)) for text in whose]
    lines.append(SideLine(making.capacity(comment)))
    said: set[str] = set()
    for question in making.hearing.questions:
        word = making.stance_words(comment, question.number)
        if making.several_questions:
            short = words("question_short", number=question.number)
            word = words("appendix.question", number=short, stance=word)
        lines.append(SideLine(word, STRONG, making.stance(comment, question.number)))
        condition = making.line(comment.conditions.get(question.number, ""), number)
        if condition and condition not in said and not comment.restricted:
            lines.append(SideLine(words("appendix.condition", condition=condition)))
        said.add(condition)
    came = words(f"channel.{comment.channel}")
    if comment.received_at:
        day, comma, clock = making.short_moment(comment.received_at).rpartition(", ")
        came += f" · {day}{comma}{clock.replace(' ', _TOGETHER)}"
    lines.append(SideLine(came))
    lines += [SideLine(reader(making, comment)), SideLine(interpreter(making, comment))]
    lines += _standing(making, comment)
    if attached := making.facts.proceedings.attachments.get(comment.number, ()):
        names = "" if comment.restricted else ": " + ", ".join(making.line(name, number) for name in attached)
        lines.append(SideLine(words.count("appendix.attached", len(attached)) + names))
    if comment.campaign:
        lines.append(SideLine(words("appendix.campaign", name=making.line(comment.campaign, number))))
    return tuple(line for line in lines if line.text)
