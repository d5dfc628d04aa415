"""An invented hall for tests of the summary: slips of every kind, a log, exhibits, letters, corrections."""

from collections.abc import Iterator
from dataclasses import asdict

from changed import replace
from summary_facts import comments, facts, hearing

from frhearing.model.comment import Appearance, Channel
from frhearing.model.letters import Copy, FormLetter, LetterType, Petition, Signatures
from frhearing.model.live.equation import SlipCounts
from frhearing.model.live.states import CLASSES, SlipStatus
from frhearing.model.live.treatment import Treatment
from frhearing.model.passage import Passage, PassageKind
from frhearing.model.position import Stance
from frhearing.model.question import Question
from frhearing.model.rules import ALL_ORDERS, CHOICES, CedingRules, PersonCap, ReadAloud, Reduction, RuleSet
from frhearing.model.tally import Petitions
from frhearing.report.facts import PrintedComment, SummaryFacts
from frhearing.report.proceedings import Corrected, Exhibit, LogLine, PrintedSlip, Proceedings, RuleChange
from frhearing.report.sections.slips import places

ACCESS = ("restricted", "minor", "medical", "threat")
COURSE = (
    ("call_to_order", "The hearing was called to order."),
    ("roll", "Roll: A. Chair present; B. Member excused; C. Member absent."),
    ("head_count", "61 in the room, 23 remotely."),
    ("testimony_opened", "Public testimony opened. 20 waiting to speak."),
    ("registered", "Slip 1 signed in."),
    ("rule_changed", "Rule default_seconds changed from 180 to 120 by the chair."),
    ("recess", "Recess."),
    ("reconvene", "The hearing reconvened."),
    ("testimony_closed", "Public testimony closed."),
    ("record_held_open_until", "The written record was held open until Friday."),
    ("motion", "Motion by B. Member, seconded by A. Chair: hold the file"),
    ("vote", "Vote: 2 ayes, 0 noes; carried."),
    ("continued", "The hearing was continued to March 5."),
    ("adjourned", "The hearing adjourned."),
)
MASTER = "Please keep the pause until there is a policy."


def every_slip() -> tuple[PrintedSlip, ...]:
    """One slip in every state; the second donor's time went to slip 1, one slip is of limited access."""
    made = [
        PrintedSlip(number, f"Person Number{number}", status, stances={1: Stance.OPPOSE}, organization="A Group")
        for number, status in enumerate(SlipStatus, 1)
    ]
    made[7] = replace(made[7], ceded_to=1)
    made[9] = replace(made[9], reason="had to leave")
    made[10] = replace(made[10], open=False, name="Hidden Name", organization="Hidden House")
    made[11] = replace(made[11], name="", organization="", stances={})
    return tuple(made)


def log() -> tuple[LogLine, ...]:
    """The course of an evening, with one part of every level of access."""
    lines = [LogLine(f"2026-02-26T{23 + n // 60:02d}:{n % 60:02d}:00Z", *line) for n, line in enumerate(COURSE, 30)]
    hidden = [LogLine("2026-02-27T01:10:00Z", "clerk_note", "Hidden words", access) for access in ACCESS]
    return (*lines, *hidden)


def letter(some: list[PrintedComment]) -> FormLetter:
    """A form letter of the first three written comments, one of them with words of its own."""
    copies = [
        Copy(
            c.number, c.number, "", c.name, 0.9, "My street is Oak Street." if place else "", True, LetterType.FORM_PLUS
        )
        for place, c in enumerate([c for c in some if not c.spoken and c.tallied][:3])
    ]
    return FormLetter(1, "Form A", MASTER, copies[0].number, "clerk", tuple(copies))


def proceedings(some: list[PrintedComment]) -> Proceedings:
    """Everything that a hall and a desk can leave."""
    slips = every_slip()
    counts = SlipCounts(
        received=len(slips), waiting=3, **{place: 1 for place in places(SlipCounts()) if place != "waiting"}
    )
    return Proceedings(
        slips=slips,
        slip_counts=counts,
        log=log(),
        roll=(("A. Chair", "present"), ("B. Member", "excused"), ("C. Member", "absent")),
        rule_changes=(
            RuleChange("2026-02-27T00:35:00Z", "default_seconds", "180", "120", "the chair"),
            RuleChange("2026-02-27T00:40:00Z", "ceding.max_donors", "—", "2", "the chair"),
        ),
        exhibits=tuple(
            Exhibit(str(n), f"Exhibit of {word}", word, 3 if n == 1 else None)
            for n, word in enumerate(("offered", "marked", "received", "refused", "withdrawn"), 1)
        ),
        letters=(letter(some),),
        petitions=(
            Petition(1, 5, 5, "A Sponsor", "We ask…", Signatures(420, 412, 9, 3)),
            Petition(2, 6, 6, "", "We ask…"),
        ),
        attachments={1: ("map.pdf",), 2: ("a.pdf", "b.jpg")},
        corrections=(
            Corrected("2026-02-27T15:00:00Z", "read from the paper again", "The old words.", number=2),
            Corrected("2026-03-05T15:00:00Z", "clerical", "18:00", "17:30", what="Time of opening"),
        ),
        voided={151: "import undone", 152: "import undone", 160: "entered twice"},
        treatment={number: sides() for number in (1, 2)[: len(some) // 75]},
    )


def sides() -> dict[str, dict[str, Treatment]]:
    """How seven turns went: five in favor, in person; two opposed, remotely, too few for an average."""
    favor = Treatment(5, 900, 650, 0, 0, 0, 0, 0, 1, 180, 130, 180)
    against = Treatment(2, 330, 280, 1, 30, 1, 1, 1, 1, None, None, None)
    everybody = Treatment(7, 1230, 930, 1, 30, 1, 1, 1, 2, 176, 133, None)
    by_mode = {"in_person": favor, "remote": against}
    return {"all": {"all": everybody}, "stance": {"support": favor, "oppose": against}, "mode": by_mode}


def with_voices(some: list[PrintedComment]) -> list[PrintedComment]:
    """The comments with slips behind the spoken ones: half were heard, half registered; some have quotes."""
    made = []
    for place, c in enumerate(some):
        if c.channel is Channel.IN_PERSON:
            heard = c.number % 20 == 3
            slip = Appearance(
                c.number,
                "speak",
                "in_person",
                "heard" if heard else "registration_only",
                "Hmong" if heard else "",
                allotted_seconds=360,
                used_seconds=341 if heard else None,
            )
            c = replace(c, appearance=slip, district="14", capacity="expert")
        quotes = tuple(replace(q, theme_id=c.number % 3 + 1) for q in c.quotes if c.number % 2)
        made.append(replace(c, quotes=quotes or c.quotes, themes=(place % 6 + 1,)))
    return made


def full_facts(count: int = 24, questions: tuple[Question, ...] = ()) -> SummaryFacts:
    """The facts of a hearing at which everything happened."""
    some = with_voices(comments(count))
    given = facts(some, hearing(questions))
    tally = replace(
        given.tally,
        petitions=Petitions(2, 420, 412, 1, 9, 3),
        registered_only=sum(c.spoken and not c.heard for c in some if c.tallied),
    )
    return replace(given, tally=tally, proceedings=proceedings(some))


def rule_sets() -> Iterator[RuleSet]:
    """Rule sets that together have every sentence about a rule."""
    for order in ALL_ORDERS:
        yield RuleSet(order=order, ceding=CedingRules(allowed=False))
    full = RuleSet(
        seconds_by_class=dict.fromkeys(CLASSES, 300),
        reduce_when=(Reduction(20, 120),),
        total_seconds_cap=3600,
        max_speakers=30,
        per_person_cap=PersonCap(1, 2, 540),
        budgets={"Panel A": 600},
        group_min_members=3,
        members_may_not_speak=True,
        grace_seconds=10,
        oath_required=True,
        register_from="16:00",
        register_until="19:00",
        written_until="2026-02-27T22:30:00Z",
        written_limit={"chars": 2000, "words": 300},
        attachments_max=2,
        ceding=CedingRules(True, True, True, 3, 5, 600),
    )
    yield full
    yield replace(full, cap_shared=True, reduce_by="body_vote", register_from="", written_until="the end of Friday")
    yield replace(full, register_until="")
    for name in ("side_balance", "late_card", "unreached", "address", "residency"):
        for value in CHOICES[name]:
            yield RuleSet.from_json(replace(full, **{name: value}).to_json())
    for mode in CHOICES["read_aloud.mode"]:
        yield replace(full, read_aloud=ReadAloud(mode))


def slips_add_up(counts: SlipCounts) -> bool:
    """Whether every slip received lies in one place."""
    found = asdict(counts)
    return found.pop("received") == sum(found.values())


def quoted_once(given: SummaryFacts, side: Stance) -> SummaryFacts:
    """One quote of a side on two themes, and two of a neutral comment on one of them."""
    one, other = [c for c in given.comments if c.tallied and not c.restricted][:2]
    words = Passage(1, one.number, 1, 0, 4, one.text[:4], PassageKind.VERBATIM, True, 1)
    more = tuple(words._replace(id=n, theme_id=2, end=n, text=other.text[:n]) for n in (5, 6))
    return replace(
        given,
        comments=(
            replace(one, stances={1: side}, themes=(1, 2), quotes=(words,)),
            replace(other, stances={1: Stance.NEUTRAL}, themes=(2,), quotes=more),
        ),
    )
