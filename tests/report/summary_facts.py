"""Invented hearings of any size for tests and benches of the summary; nobody in them exists."""

import random
from datetime import UTC, datetime, timedelta

from frhearing.analysis.figures import series
from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.model.hearing import Body, Hearing, HearingStatus
from frhearing.model.passage import Passage, PassageKind
from frhearing.model.position import Stance
from frhearing.model.question import Question
from frhearing.model.rules import RuleSet
from frhearing.model.tally import Counted, Scope, tally
from frhearing.model.theme import Theme
from frhearing.report.facts import PrintedComment, SummaryFacts, Warned

_FIRST = (
    "Amara Beatriz Cheng Dolores Elias Farah Gustavo Hana Ignatius Jolene Kwame Lucía Mai Nadia Óscar Pa Quentin "
    "Rosa Soren Thea Uriel Valérie Wanda Xiong Yusuf Zofia"
)
FIRST = _FIRST.split()
_LAST = (
    "Abernathy Brzezinski Castellanos Dubois Eastman Fofana Grünwald Hollis Ibarra Jankowski Kowalczyk Lor Moua "
    "Nwosu O’Rourke Pfeiffer Quist Rasmussen Straszewski Thao Ulrich Vang Whitfield Xayavong Yang Ziegler"
)
LAST = _LAST.split()
_SYLLABLES = "ba be bo ca ce ci da de di do fa fi ga go ha hi la le li lo ma me mi mo na ne no pa pe po ra re ri ro"
SYLLABLES = _SYLLABLES.split()
_COMMON = (
    "the of and to in is that it was for on are as with they at be this have from or one had by but not what all "
    "were we when your can said there use an each which she do how their if will up other about out many then them"
)
COMMON = _COMMON.split()
GROUPS = (
    "Resident",
    "Advocacy group",
    "Police union",
    "Police department",
    "Business",
    "Faith",
    "Academic or expert",
    "",
)
THEMES = ("Accuracy and bias", "Privacy", "Solving violent crime", "Written policy", "Cost", "Public trust")
STANCES = [*[Stance.SUPPORT] * 5, *[Stance.OPPOSE] * 3, Stance.MIXED, Stance.NEUTRAL, Stance.NOT_STATED, None]
SPANISH = "Apoyo la propuesta porque el barrio necesita reglas claras y alguien que responda cuando algo sale mal."
ADDED = (
    "我支持这项提案，因为它会让我们的社区更安全。",
    "أنا أعارض هذا المشروع لأنه لا يحمي أحدا في حينا.",
    "אני תומך בהצעה (סעיף 3) כי היא תשפר את הבטיחות.",
    "Tôi phản đối kế hoạch này vì chưa có ai trả lời chúng tôi.",
    "Kuv txhawb qhov kev npaj no.",
    "Thank you 👍🏽 🙏",
)


VOCABULARY = 20_000


def words(count: int, rnd: random.Random) -> str:
    """Invented prose of so many words: half of them common, the others rarer and rarer, as in real prose."""
    said = []
    for place in range(count):
        word = rnd.choice(COMMON)
        if rnd.random() < 0.5:
            word = spelled(int(VOCABULARY ** rnd.random()) + 40)
        ended = place % 13 == 12
        said.append((word.capitalize() if place % 13 == 0 else word) + ("." if ended else ""))
    return " ".join(said)


def spelled(number: int) -> str:
    """A number as an invented word, its digits being syllables."""
    word = ""
    while number:
        number, digit = divmod(number, len(SYLLABLES))
        word = SYLLABLES[digit] + word
    return word


def comments(count: int, length: int = 80, seed: int = 1, mixed: bool = False) -> list[PrintedComment]:
    """Invented comments of about so many words; one in ten in several scripts if `mixed` is set."""
    rnd = random.Random(seed)
    start = datetime(2026, 2, 10, 14, 0, tzinfo=UTC)
    made = []
    for number in range(1, count + 1):
        text = words(length // 2, rnd) + ".\n\n" + words(length - length // 2, rnd) + "."
        if rnd.random() < 0.08:
            text = SPANISH + "\n\n" + text
        if mixed and number % 10 == 0:
            text += "\n\n" + ADDED[number // 10 % len(ADDED)]
        spoken = number % 10 == 3
        made.append(
            PrintedComment(
                number=number,
                name=f"{rnd.choice(FIRST)} {rnd.choice(LAST)}",
                channel=Channel.IN_PERSON if spoken else rnd.choice((Channel.EMAIL, Channel.WEB_FORM, Channel.POST)),
                text=text,
                stances={1: stance} if (stance := rnd.choice(STANCES)) else {},
                organization="Concerned Neighbors of the Near West Side" if number % 17 == 0 else "",
                group=rnd.choice(GROUPS),
                received_at=(start + timedelta(minutes=rnd.randint(0, 20_000))).strftime("%Y-%m-%dT%H:%M:%SZ"),
                quotes=_quotes(number, text),
                status=CommentStatus.WITHDRAWN if number % 61 == 0 else CommentStatus.ACCEPTED,
                status_reason="asked for by the writer" if number % 61 == 0 else "",
                timeliness=Timeliness.LATE_ACCEPTED if number % 53 == 0 else Timeliness.TIMELY,
                campaign="Form A" if number % 11 == 0 else "",
            )
        )
    return made


def _quotes(number: int, text: str) -> tuple[Passage, ...]:
    if number % 9 or number > 400:
        return ()
    end = text.index(".") + 1
    return (Passage(number, number, 1, 0, end, text[:end], PassageKind.VERBATIM, True, None),)


def hearing(questions: tuple[Question, ...] = ()) -> Hearing:
    """An invented hearing before an invented committee."""
    one = Question(1, 1, "Should the pause be kept until a policy is adopted?", "keep the pause", "lift it now")
    body = Body(
        1, "Public Safety Committee", "City of Example", "WI", "committee", "A. Chair", "B. Clerk", "City Clerk"
    )
    return Hearing(
        id=1,
        uid=bytes(16),
        title="Facial recognition: the pause and the draft policy",
        body=body,
        file_number="File 000001",
        date="2026-02-26",
        starts="17:30",
        place="City Hall, Room 1",
        zone="America/Chicago",
        status=HearingStatus.CLOSED,
        mode="hybrid",
        authority="",
        notice="Posted at City Hall on February 19, 2026",
        note="",
        attendance="61 in the room, counted by the clerk at 6:04 p.m.",
        rules=RuleSet(),
        questions=questions or (one,),
        example=True,
        revision=1,
    )


_KINDS = DossierKind
DOSSIER = (
    DossierEntry(1, _KINDS.BACKGROUND, 1, text="The department paused all use of the tool.\nIt has no policy."),
    DossierEntry(2, _KINDS.WHY, 1, text="Whoever decides about the tool decides about all who walk past it."),
    DossierEntry(3, _KINDS.TIMELINE, 1, date="2025-04-17", text="First presentation", outlet="The Example"),
    DossierEntry(4, _KINDS.TIMELINE, 2, date="2026-02", text="The pause", outlet="A. Paper", published="2026-02-06"),
    DossierEntry(5, _KINDS.PLAYER, 1, heading="The union", role="Labor", text="Wants the tool back under a policy."),
    DossierEntry(6, _KINDS.QUOTE, 1, text="“A pause is not a policy.”", attribution="A speaker", outlet="A. Paper"),
    DossierEntry(7, _KINDS.QUOTE, 2, text="The tool helps, said another.", attribution="B", paraphrase=True),
    DossierEntry(8, _KINDS.NEXT, 1, heading="Draft policy", text="No date for a first draft."),
    DossierEntry(9, _KINDS.TAKEAWAY, 1, text="All want written rules; they differ on who writes them."),
)


def facts(printed: list[PrintedComment], of: Hearing | None = None) -> SummaryFacts:
    """The facts of a summary over these comments, counted by the model's own definitions."""
    held = of or hearing()
    counted = [
        Counted(
            number=c.number,
            channel=c.channel,
            group=c.group,
            stances=c.stances,
            themes=(c.number % len(THEMES) + 1,) if c.number % 7 else (),
            status=c.status,
            timeliness=c.timeliness,
            campaign=c.campaign,
            day=(c.received_at or "")[:10] or None,
            name=c.name,
            organization=c.organization,
            inferred=c.inferred,
        )
        for c in printed
    ]
    every = tally(counted, held.questions)
    names = dict(enumerate(THEMES, 1))
    return SummaryFacts(
        hearing=held,
        tally=every,
        comments=tuple(printed),
        series=series(every, names),
        recorded_at="2026-02-27T15:42:00Z",
        record_digest="7bbc6d3afdd84142c96f7514be9489300f99a0f52e9f952d12bb47d218ad7286",
        themes=tuple(Theme(key, name, f"Use for {name.lower()}.", None, key, None) for key, name in names.items()),
        dossier=DOSSIER,
        once_each=tally(counted, held.questions, Scope(once_each=True)),
        warnings=(Warned("2 comments are not tagged."),),
    )
