"""Hearings of odd shape, made through the desk: nobody came, one came, sixty groups, a thousand alike, nothing left."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from frhearing.desk import campaigns, codebook, coding, hearings, petitions, testimony
from frhearing.desk.desk import Desk, open_desk
from frhearing.desk.live import podium, queue, registering, sitting
from frhearing.desk.live.clockwork import open_live
from frhearing.desk.live.replay import VirtualClock
from frhearing.model.comment import Channel, CommentStatus, NewComment
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.letters import Signatures
from frhearing.model.live.signing import NewSlip
from frhearing.model.position import STANCES, Stance
from frhearing.model.question import NewQuestion

_ONE = (NewQuestion("Should the pause stay?", "keep it", "lift it"),)
_THREE = (*_ONE, NewQuestion("Adopt an ordinance?", "adopt it", "no ordinance"), NewQuestion("Buy the tool?"))
_LETTER = (
    "I am a resident and ask you to keep the pause.\n\nFor months we were told that a policy was being written. "
    "Our city needs a rule that every resident can read before a tool is bought, borrowed or used."
)


def _hearing(desk: Desk, questions: tuple[NewQuestion, ...] = _ONE) -> int:
    new = NewHearing("The pause", "Public Safety Committee", "2026-02-20", "Room 301-B", questions, starts="17:30")
    return hearings.create_hearing(desk, new)[0]


def _record(desk: Desk, hearing: int, text: str, **fields: object) -> int:
    fields.setdefault("received_at", "2026-02-19T18:00:00Z")
    return testimony.record_comment(desk, hearing, NewComment(text=text, **fields))[0]


def _nobody(desk: Desk) -> int:
    return _hearing(desk)


def _one(desk: Desk) -> int:
    hearing = _hearing(desk)
    made = _record(desk, hearing, "Keep it. I live on the corner where the camera stands.", name="Ada Example")
    coding.set_stance(desk, [made], 1, Stance.SUPPORT)
    coding.add_quote(desk, made, 0, 8)
    return hearing


def _three_questions(desk: Desk) -> int:
    hearing = _hearing(desk, _THREE)
    for n in range(30):
        made = _record(desk, hearing, f"Letter {n} of thirty, with a reason.", name=f"Writer {n}")
        for question in (1, 2, 3):
            if (n + question) % 4:
                coding.set_stance(desk, [made], question, STANCES[(n * question) % len(STANCES)])
    return hearing


def _only_podium(desk: Desk) -> int:
    hearing = _hearing(desk)
    clock = VirtualClock(datetime(2026, 2, 20, 23, 30, tzinfo=UTC))
    live = open_live(desk, hearing, clock)
    for n in range(1, 7):
        stances = {1: Stance.SUPPORT if n % 2 else Stance.OPPOSE}
        reader = "Rita Reader" if n == 2 else ""
        registering.register(live, NewSlip((f"Ann Speaker{n}",), stances=stances, read_by=reader))
    sitting.open_hearing(live)
    for n in range(1, 5):
        queue.call(live, n)
        podium.start(live, n)
        clock.put(clock.read().wall + timedelta(seconds=100))
        podium.end(live)
    queue.call(live, 5)
    queue.no_show(live, 5)
    sitting.close(live)
    sitting.adjourn(live)
    return hearing


def _only_petitions(desk: Desk) -> int:
    hearing = _hearing(desk)
    for n, (claimed, counted) in enumerate(((420, 412), (31, None), (None, 7))):
        text = f"We, the undersigned of street {n}, ask the Council to keep the pause."
        new = NewComment(text, organization=f"Block Club {n}", received_at="2026-02-19T18:00:00Z")
        petitions.record_petition(desk, hearing, new, Signatures(claimed, counted))
    return hearing


def _sixty_groups(desk: Desk) -> int:
    hearing = _hearing(desk)
    for n in range(60):
        group, _ = codebook.add_group(desk, f"Association of the {n}th neighborhood and its shopkeepers")
        theme, _ = codebook.add_theme(desk, hearing, f"Theme {n}: what was said of street number {n}", "As it says.")
        for _ in range(1 + n % 3):
            made = _record(desk, hearing, f"The street of group {n} is ours.", name=f"Member {n}", group_id=group)
            coding.set_stance(desk, [made], 1, STANCES[n % len(STANCES)])
            coding.toggle_theme(desk, [made], theme, True)
    return hearing


def _form_letters(desk: Desk) -> int:
    hearing = _hearing(desk)
    for n in range(1000):
        own = "\n\nMy brother was stopped last year." if n % 100 == 7 else ""
        _record(desk, hearing, f"{_LETTER}{own}\n\nRespectfully,\nSender {n}", name=f"Sender {n}")
    ids = testimony.list_ids(desk, hearing, CommentFilter())
    coding.set_stance(desk, list(ids), 1, Stance.SUPPORT)
    [letter] = campaigns.suggest(desk, hearing)
    campaigns.confirm(desk, hearing, letter)
    return hearing


def _nothing_left(desk: Desk) -> int:
    hearing = _hearing(desk)
    fates = (CommentStatus.RESTRICTED, CommentStatus.WITHDRAWN, CommentStatus.DISPUTED, CommentStatus.RETURNED)
    for n in range(8):
        made = _record(
            desk, hearing, f"Secret word {n} of a hidden life.", name=f"Hidden {n}", organization="Secret Org"
        )
        coding.set_stance(desk, [made], 1, Stance.OPPOSE)
        testimony.set_status(desk, [made], fates[n % len(fates)], "Asked for by the writer.")
    return hearing


def _one_megabyte(desk: Desk) -> int:
    hearing = _hearing(desk)
    _record(desk, hearing, "Short and before.", name="Ada Before")
    _record(desk, hearing, "I have much to say about the cameras on our street. " * 19_500, name="Max Long")
    _record(desk, hearing, "Short and after.", name="Zoe After")
    return hearing


NAMES = (
    "\u0641\u0627\u0637\u0645\u0629 \u0627\u0644\u0632\u0647\u0631\u0627\u0621",
    "\u738b\u5c0f\u660e",
    "\u092a\u094d\u0930\u093f\u092f\u093e \u0936\u0930\u094d\u092e\u093e",
    "\u05e9\u05e8\u05d4 \u05db\u05d4\u05df",
    "Nguy\u1ec5n Th\u1ecb \u00c1nh",
    "\uae40\ubbfc\uc218",
)
"""Arabic, Chinese, Hindi, Hebrew, Vietnamese and Korean names, all invented."""


def _names_of_the_world(desk: Desk) -> int:
    hearing = _hearing(desk)
    for n, name in enumerate(NAMES):
        text = f"My name is {name}. Keep it."
        made = _record(desk, hearing, text, name=name, organization=f"{name} & Co.", channel=Channel.POST)
        coding.set_stance(desk, [made], 1, Stance.SUPPORT if n % 2 else Stance.OPPOSE)
        coding.add_quote(desk, made, 0, len(text))
    return hearing


SHAPES: dict[str, Callable[[Desk], int]] = {
    "nobody": _nobody,
    "one comment": _one,
    "three questions": _three_questions,
    "only podium": _only_podium,
    "only petitions": _only_petitions,
    "sixty groups": _sixty_groups,
    "form letters": _form_letters,
    "nothing left": _nothing_left,
    "one megabyte": _one_megabyte,
    "names of the world": _names_of_the_world,
}
"""How to make each hearing; only written ones are those with three questions."""


def odd(folder: Path, shape: str) -> tuple[Desk, int]:
    """An open desk with a hearing of that shape."""
    desk = open_desk(folder, who="M. Oleson")
    return desk, SHAPES[shape](desk)
