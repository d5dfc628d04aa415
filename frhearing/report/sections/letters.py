"""Form letters, read as one text with many senders, and petitions, whose signatures are no comments."""

from frhearing.model.letters import Copy, FormLetter, Petition, Signatures
from frhearing.report.document import (
    LABEL,
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Paragraph,
    Section,
    SideLine,
    Table,
    TableRow,
)
from frhearing.report.facts import PrintedComment
from frhearing.report.sections.making import Making
from frhearing.report.sections.quotes import anchor, tongue

_MOST_NUMBERS = 400
_SIGNATURES = ("claimed", "counted", "duplicates", "unreadable", "outside", "remaining")


def letters(making: Making) -> Section | None:
    """Each form letter once, with what senders added in their own words; then the petitions."""
    words, found = making.words, making.facts.proceedings
    shown = [letter for letter in found.letters if _tallied(making, letter)]
    if not shown and not found.petitions:
        return None
    blocks: list[Block] = []
    if shown:
        blocks.append(Paragraph(words("letters.lead")))
    for place, letter in enumerate(shown, 1):
        blocks += _letter(making, place, letter)
    if found.petitions:
        blocks += _petitions(making, found.petitions)
    return making.section("letters", *blocks)


def _tallied(making: Making, letter: FormLetter) -> list[tuple[Copy, PrintedComment]]:
    """The letters that are counted, with their comments."""
    known = {c.number: c for c in making.facts.comments if c.tallied}
    return [(copy, known[copy.number]) for copy in letter.copies if copy.number in known]


def _letter(making: Making, place: int, letter: FormLetter) -> list[Block]:
    words = making.words
    copies = _tallied(making, letter)
    own = [(copy, comment) for copy, comment in copies if copy.own_words and not comment.restricted]
    name = making.line(letter.name)
    said = words("letters.count", senders=words.count("letters.senders", len(copies)), own=words.number(len(own)))
    blocks: list[Block] = [Heading(name, anchor=f"letters-{place}", listed=False), Paragraph(said)]
    if letter.master.strip():
        blocks.append(
            Entry(words("letters.text"), (), (_master(making, letter, name),)),
        )
    numbers = words.numbers([copy.number for copy, _ in copies], _MOST_NUMBERS)
    blocks.append(Entry(words("letters.senders_title"), (), (Paragraph(numbers),)))
    if own:
        blocks.append(Heading(words("letters.own"), level=3, listed=False))
        blocks += [_own(making, copy, comment) for copy, comment in own]
    return blocks


def _master(making: Making, letter: FormLetter, place: str) -> Paragraph:
    """The text that all had, in the language of the letter it is taken from."""
    first = next((c for c in making.facts.comments if c.number == letter.master_number), None)
    return Paragraph(making.text(letter.master, place), language=tongue(making, first) if first else "")


def _own(making: Making, copy: Copy, comment: PrintedComment) -> Entry:
    """What one sender added to the text or put in other words."""
    number = making.number(comment)
    added = Paragraph(making.text(copy.own_words, number), language=tongue(making, comment))
    whole = Paragraph(making.words("letters.whole", number=comment.number), LABEL, link=anchor(comment))
    return Entry(number, (SideLine(making.called(comment)),), (added, whole))


def _petitions(making: Making, petitions: tuple[Petition, ...]) -> list[Block]:
    """Petitions with their signatures, on lines of their own."""
    words, place = making.words, making.words("title.letters")
    known = {c.number: c for c in making.facts.comments}
    rows = []
    for petition in petitions:
        comment = known.get(petition.number)
        hidden = comment is not None and comment.restricted
        sponsor = "" if hidden else making.masked(making.line(petition.sponsor, place))
        rows.append(
            TableRow(
                (
                    Cell(str(petition.number), link=f"no-{petition.number}"),
                    Cell(sponsor or words("no_name")),
                    *(Cell(_signatures(making, number)) for number in _numbers(petition.signatures)),
                )
            )
        )
    columns = (
        Column(words("list.number"), 0.7, numbers=True),
        Column(words("petitions.sponsor"), 2.6),
        *(Column(words(f"petitions.{what}"), 1.2, numbers=True) for what in _SIGNATURES),
    )
    return [
        Heading(words("petitions.title"), anchor="letters-petitions", listed=False),
        Paragraph(words("petitions.lead")),
        Table(words("petitions.summary"), columns, tuple(rows), row_header=1),
    ]


def _numbers(signatures: Signatures) -> tuple[int | None, ...]:
    """What is known of a petition's signatures, in the order of the columns."""
    return (
        signatures.claimed,
        signatures.counted,
        signatures.duplicates,
        signatures.unreadable,
        signatures.outside,
        signatures.remaining,
    )


def _signatures(making: Making, number: int | None) -> str:
    return making.words("petitions.unknown") if number is None else making.words.number(number)
