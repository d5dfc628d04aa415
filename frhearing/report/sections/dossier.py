"""What staff wrote around the comments: background, timeline, players, the press, what is next, the takeaway."""

from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.report.document import LABEL, Block, Entry, Heading, Paragraph, Quote, Section, SideLine
from frhearing.report.sections.making import Making


def background(making: Making) -> Section | None:
    """The background, and why the matter matters."""
    blocks: list[Block] = _paragraphs(making, DossierKind.BACKGROUND)
    why = _paragraphs(making, DossierKind.WHY)
    if why:
        title = making.words("background.why")
        if isinstance(why[0], Heading) and why[0].text.casefold() == title.casefold():
            del why[0]
        blocks += [Heading(title, anchor="background-why", listed=False), *why]
    return making.section("background", *blocks) if blocks else None


def timeline(making: Making) -> Section | None:
    """What happened when, each with its source."""
    entries = [
        Entry(
            making.line(making.words.short_day(entry.date), _place(making, "timeline")),
            (),
            _told(making, entry, "timeline"),
        )
        for entry in making.dossier(DossierKind.TIMELINE)
    ]
    return making.section("timeline", *entries) if entries else None


def players(making: Making) -> Section | None:
    """Who has a part in the matter, and the position each has stated."""
    place = _place(making, "players")
    entries = [
        Entry(
            making.line(entry.heading, place),
            (SideLine(making.line(entry.role, place)),),
            _told(making, entry, "players", headed=False),
        )
        for entry in making.dossier(DossierKind.PLAYER)
    ]
    return making.section("players", *entries) if entries else None


def press(making: Making) -> Section | None:
    """What those involved said elsewhere, with who said it and where it stood."""
    place = _place(making, "press")
    quotes = []
    for entry in making.dossier(DossierKind.QUOTE):
        who = " · ".join(
            part
            for part in (
                making.line(entry.attribution or entry.heading, place),
                making.line(entry.role, place),
                _source(making, entry, place),
                making.words("paraphrase") if entry.paraphrase else "",
            )
            if part
        )
        text = making.text(entry.text, place)
        quotes.append(Quote(text if entry.paraphrase else quoted(text), who, language=making.desk_tongue))
    return making.section("press", *quotes) if quotes else None


def following(making: Making) -> Section | None:
    """What is open and comes next."""
    entries = [
        Entry(
            making.line(making.words.short_day(entry.date) or entry.heading, _place(making, "next")),
            (),
            _told(making, entry, "next", headed=bool(entry.date)),
        )
        for entry in making.dossier(DossierKind.NEXT)
    ]
    return making.section("next", *entries) if entries else None


def takeaway(making: Making) -> Section | None:
    """What staff take from it all."""
    blocks = _paragraphs(making, DossierKind.TAKEAWAY)
    return making.section("takeaway", *blocks) if blocks else None


def quoted(text: str) -> str:
    """The text in quotation marks; those that it brings along at its ends are not doubled."""
    bare = text.strip()
    if len(bare) > 1 and bare[0] in '“"' and bare[-1] in '”"':
        bare = bare[1:-1]
    return f"“{bare}”"


def _paragraphs(making: Making, kind: DossierKind) -> list[Block]:
    place = _place(making, "background")
    blocks: list[Block] = []
    for entry in making.dossier(kind):
        if entry.heading:
            blocks.append(Heading(making.line(entry.heading, place)))
        if entry.text:
            blocks.append(Paragraph(making.text(entry.text, place), language=making.desk_tongue))
        source = _source(making, entry, place)
        if source:
            blocks.append(Paragraph(source, LABEL))
    return blocks


def _told(making: Making, entry: DossierEntry, key: str, *, headed: bool = True) -> tuple[Paragraph, ...]:
    """The text of an entry with its heading before it and its source below."""
    place = _place(making, key)
    text = making.text(entry.text, place)
    if headed and entry.heading:
        text = f"{making.line(entry.heading, place)}\n{text}" if text else making.line(entry.heading, place)
    paragraphs = [Paragraph(text, language=making.desk_tongue)] if text else []
    source = _source(making, entry, place)
    if source:
        paragraphs.append(Paragraph(source, LABEL))
    return tuple(paragraphs)


def _source(making: Making, entry: DossierEntry, place: str) -> str:
    """The outlet and the day on which it published."""
    published = making.words.short_day(entry.published)
    return making.line(", ".join(part for part in (entry.outlet, published) if part), place)


def _place(making: Making, key: str) -> str:
    return making.words(f"title.{key}")
