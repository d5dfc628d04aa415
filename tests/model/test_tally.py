"""The counts, by hand (2-domain.md 2.6): every figure of a small hearing, and rules that hold for any hearing."""

from hypothesis import given
from hypothesis import strategies as st

from frhearing.model.comment import TALLIED, Channel, CommentStatus, Timeliness
from frhearing.model.position import STANCES, Position, Stance, StanceSource, counting
from frhearing.model.question import Question
from frhearing.model.tally import NO_GROUP_NAME, Counted, Scope, StanceCounts, stance_counts, tally

ONE, TWO = Question(1, 1, "Keep it?", "Keep.", "Lift."), Question(2, 2, "And then?", "", "")
S, P, M, N, X = STANCES
IN, WEB, MAIL = Channel.IN_PERSON, Channel.WEB_FORM, Channel.EMAIL
OUT, LATE = CommentStatus.WITHDRAWN, Timeliness.LATE_ACCEPTED

SMALL = [
    Counted(1, IN, "Resident", {1: S, 2: P}, (1,), name="Ann Bo", registered_only=True),
    Counted(2, IN, "Union", {1: P}, (1, 2), name="Cy Dee", organization="Local 1"),
    Counted(3, MAIL, "Resident", {1: S}, (2,), campaign="Form A", day="2026-02-16", name="Eve Fox"),
    Counted(4, MAIL, "Resident", {1: S}, campaign="Form A", day="2026-02-16", name="eve fox"),
    Counted(5, WEB, "Resident", {1: P}, campaign="Form B", day="2026-02-17"),
    Counted(6, WEB, "", {1: M}, (1,), day="2026-02-17", timeliness=LATE, inferred=frozenset({1})),
    Counted(7, MAIL, "", {1: X}, day=None, name="Gil Hope"),
    Counted(8, MAIL, "Faith", {}, day="2026-02-18", timeliness=LATE),
    Counted(9, MAIL, "Faith", {1: S, 2: S}, (1,), OUT, day="2026-02-18", campaign="Form A"),
    Counted(10, IN, "Faith", {1: N}, (), CommentStatus.DUPLICATE),
]


def figures(counts: StanceCounts) -> tuple[int, ...]:
    return (*(counts[s] for s in STANCES), counts.not_tagged, counts.total)


def test_blanks_are_counted_and_are_no_text() -> None:
    pair = Counted(1, IN, "", {}, name="Ann Bo and Cy Dee", names=("Ann Bo", "Cy Dee"), blank=True)
    wrote = [Counted(n, MAIL, "", {}, name="Ann Bo", blank=n > 2) for n in (2, 3, 4)]
    t = tally([pair, *wrote, Counted(5, MAIL, "", {}, blank=True, campaign="Form A")], [ONE])
    assert (t.without_text, t.without_name, t.distinct_texts) == (4, 1, 1)
    # A couple on one slip are two names, and one of them wrote as well.
    assert (t.names, t.persons_heard) == (2, 2)


def test_a_small_hearing_counted_by_hand() -> None:
    t = tally(SMALL, [ONE, TWO])
    assert (t.on_record, t.counted, t.spoken, t.written, t.registered_only) == (10, 8, 2, 6, 1)
    assert t.outside_numbers == {OUT: (9,), CommentStatus.DUPLICATE: (10,)}
    assert (t.late, t.late_numbers, t.undated, t.outside_total) == (2, (6, 8), 1, 2)
    assert t.by_channel == {IN: 2, MAIL: 4, WEB: 2}
    assert (t.campaigns, t.distinct_texts, t.names) == ({"Form A": 2, "Form B": 1}, 5, 4)
    assert t.persons_heard == 1
    assert (t.without_group, t.without_theme, t.without_name, t.without_text) == (2, 4, 3, 0)
    one = t.question(1)
    assert one is not None
    assert figures(one.stances) == (3, 2, 1, 0, 1, 1, 8)
    assert (one.stances.tagged, one.stances.inferred) == (7, 1)
    assert {g: figures(c) for g, c in one.by_group.items()} == {
        "Resident": (3, 1, 0, 0, 0, 0, 4),
        "Faith": (0, 0, 0, 0, 0, 1, 1),
        "Union": (0, 1, 0, 0, 0, 0, 1),
        NO_GROUP_NAME: (0, 0, 1, 0, 1, 0, 2),
    }
    assert list(one.by_group) == ["Resident", "Faith", "Union", NO_GROUP_NAME]
    assert {k: figures(c) for k, c in one.by_theme.items()} == {
        1: (1, 1, 1, 0, 0, 0, 3),
        2: (1, 1, 0, 0, 0, 0, 2),
    }
    assert {d: c.total for d, c in one.by_day.items()} == {"2026-02-16": 2, "2026-02-17": 2, "2026-02-18": 1}
    two = t.question(2)
    assert two is not None
    assert figures(two.stances) == (0, 1, 0, 0, 0, 7, 8)
    assert t.question(3) is None


def test_form_letters_counted_once_each() -> None:
    t = tally(SMALL, [ONE], Scope(once_each=True))
    assert (t.counted, t.campaigns) == (7, {"Form A": 1, "Form B": 1})
    assert figures(t.questions[0].stances) == (2, 2, 1, 0, 1, 1, 7)


def test_spoken_and_written_apart() -> None:
    spoken, written = (tally(SMALL, [ONE], Scope(spoken=s)) for s in (True, False))
    assert (spoken.counted, written.counted) == (2, 6)
    assert figures(spoken.questions[0].stances) == (1, 1, 0, 0, 0, 0, 2)
    assert (spoken.undated, written.undated) == (0, 1)


def test_no_percentage_below_ten() -> None:
    nine, ten = ([Counted(i, MAIL, "", {1: S if i else P}) for i in range(n)] for n in (9, 10))
    assert stance_counts(nine, 1).percent(S) is None
    assert stance_counts(ten, 1).percent(S) == 90
    # Those not tagged yet are no part of the denominator.
    assert stance_counts([*ten, Counted(99, MAIL, "", {})], 1).percent(S) == 90


def test_nothing_is_counted_of_nothing() -> None:
    t = tally([], [ONE])
    assert (t.on_record, t.counted, t.distinct_texts, t.names) == (0, 0, 0, 0)
    assert t.questions[0].stances.percent(S) is None


COMMENTS = st.lists(
    st.builds(
        Counted,
        number=st.just(0),
        channel=st.sampled_from(Channel),
        group=st.sampled_from(["", "Resident", "Faith"]),
        stances=st.dictionaries(st.sampled_from([1, 2]), st.sampled_from(STANCES)),
        themes=st.lists(st.integers(1, 3), unique=True).map(tuple),
        status=st.sampled_from(CommentStatus),
        timeliness=st.sampled_from(Timeliness),
        campaign=st.sampled_from(["", "", "Form A", "Form B"]),
        day=st.sampled_from([None, "2026-02-16", "2026-02-17"]),
    ),
    max_size=40,
)


@given(COMMENTS, st.sampled_from([None, True, False]), st.booleans())
def test_every_table_adds_up(made: list[Counted], spoken: bool | None, once: bool) -> None:
    comments = [Counted(**{**{f: getattr(c, f) for f in c.__slots__}, "number": n}) for n, c in enumerate(made, 1)]
    t = tally(comments, [ONE, TWO], Scope(spoken, once))
    everything = tally(comments, [ONE, TWO])
    assert t.on_record == len(comments) == everything.counted + everything.outside_total
    assert t.counted == t.spoken + t.written == sum(t.by_channel.values())
    for q in t.questions:
        assert q.stances.total == t.counted == q.stances.tagged + q.stances.not_tagged
        assert sum(c.total for c in q.by_group.values()) == t.counted
        assert sum(c.total for c in q.by_day.values()) + t.undated == t.written
        for stance in STANCES:
            assert sum(c[stance] for c in q.by_group.values()) == q.stances[stance]
        assert all(c.total <= t.counted for c in q.by_theme.values())
    assert t.counted == sum(
        1 for c in Scope(spoken, once).picks(comments) if c.status in TALLIED and spoken in (None, c.spoken)
    )


@given(st.lists(st.tuples(st.sampled_from(STANCES), st.sampled_from(StanceSource)), max_size=8))
def test_the_position_that_counts(found: list[tuple[Stance, StanceSource]]) -> None:
    positions = [Position(i, 1, 1, stance, source, "", "") for i, (stance, source) in enumerate(found, 1)]
    stated = [p for p in positions if p.source != "clerk_inferred"]
    wanted = (stated or positions)[-1:] or [None]
    assert counting(positions) is wanted[0]


def test_whoever_speaks_twice_is_one_person_heard() -> None:
    spoken = [
        Counted(1, IN, "", {}, name="Ann Bo"),
        Counted(2, IN, "", {}, name="ann bo"),
        Counted(3, IN, "", {}, name="Ann Bo", organization="Local 1"),
        Counted(4, IN, "", {}, name="Cy Dee", person=7),
        Counted(5, IN, "", {}, name="Cyrus Dee", person=7),
        Counted(6, IN, "", {}),
        Counted(7, IN, "", {}),
        Counted(8, MAIL, "", {}, name="Eve Fox"),
        Counted(9, IN, "", {}, name="Gil Hope", registered_only=True),
        Counted(10, IN, "", {}, name="Ida Jo and Kit Jo", names=("Ida Jo", "Kit Jo")),
        Counted(11, IN, "", {}, name="Kit Jo", names=("Kit Jo",)),
    ]
    assert tally(spoken, []).persons_heard == 7
