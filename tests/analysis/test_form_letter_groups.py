"""Which letters are found to be one campaign, and that what is found depends on nothing but the texts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters_made import docket, edited, signed, text

from frhearing.analysis.form_letters.arrivals import Arrivals
from frhearing.analysis.form_letters.grouping import Group, group, typical
from frhearing.analysis.form_letters.words import Vocabulary, shingled, words

SHORT = "Please keep the pause on cameras until a policy exists."


def pairs(labels: list[object]) -> set[tuple[int, int]]:
    return {(a, b) for a in range(len(labels)) for b in range(a) if labels[a] == labels[b]}


def labelled(found: list[Group], count: int) -> list[object]:
    labels: list[object] = [("alone", n) for n in range(count)]
    for number, one in enumerate(found):
        for member in one.members:
            labels[member] = number
    return labels


@pytest.mark.parametrize("seed", range(4))
def test_five_levels_of_editing_are_found_and_rivals_kept_apart(seed: int) -> None:
    texts, gold, _ = docket(seed)
    told = pairs(labelled(group(texts), len(texts)))
    true = pairs([("alone", n) if g < 0 else g for n, g in enumerate(gold)])
    assert len(told & true) >= 0.999 * len(told)
    assert len(told & true) >= 0.99 * len(true)


def test_a_rival_that_takes_over_two_fifths_stays_apart() -> None:
    rng = random.Random(5)
    ours = [text(rng, 5) for _ in range(2)]
    theirs = ours[0] + " " + text(rng, 8)
    letters = [edited(rng, " ".join(ours), n % 4) for n in range(20)] + [edited(rng, theirs, n % 4) for n in range(20)]
    found = group(letters)
    assert [set(one.members) for one in found] == [set(range(20)), set(range(20, 40))]


def test_a_longer_version_of_the_same_letter_is_the_same_campaign() -> None:
    rng = random.Random(6)
    short, more = text(rng, 8), text(rng, 3)
    letters = [signed(rng, short) for _ in range(12)] + [signed(rng, f"{short} {more}") for _ in range(8)]
    assert [set(one.members) for one in group(letters)] == [set(range(20))]


def test_letters_that_share_one_paragraph_are_letters_of_their_own() -> None:
    rng = random.Random(7)
    shared = text(rng, 3)
    campaign = [signed(rng, shared + " " + text(random.Random(1), 12)) for _ in range(8)]
    own = [signed(rng, shared + "\n\n" + text(rng, 14)) for _ in range(30)]
    assert [set(one.members) for one in group(campaign + own)] == [set(range(8))]


def test_short_texts_are_joined_word_for_word_only() -> None:
    texts = [
        SHORT,
        signed(random.Random(1), SHORT),
        SHORT.replace("cameras", "drones"),
        "See attached.",
        "See attached.",
    ]
    assert [one.members for one in group(texts)] == [(0, 1)]


def test_few_letters_are_a_campaign_only_if_they_are_all_but_the_same() -> None:
    rng = random.Random(8)
    body = text(rng)
    near = [f"{body} Also, I have lived on {n}th Street for a while." for n in range(4)]
    assert [one.members for one in group(near)] == [(0, 1, 2, 3)]
    assert [one.members for one in group(near[:3])] == [(0, 1, 2)]
    assert group(near[:2]) == []
    assert [one.members for one in group([near[0], near[1], near[1]])] == [(0, 1, 2)]
    alike = [f"{body} {text(random.Random(n), 2)}" for n in range(5)]
    assert group(alike[:4]) == []
    assert [one.members for one in group(alike)] == [(0, 1, 2, 3, 4)]
    assert [one.members for one in group([alike[0], alike[1], alike[1]])] == [(1, 2)]


def test_nothing_at_all_is_grouped_from_nothing() -> None:
    assert group([]) == []
    assert group(["", "", "  ", "\n"]) == []


def test_other_scripts_are_read() -> None:
    chinese = "请市议会继续暂停使用人脸识别技术，直到通过公开的政策为止。我们的社区需要信任和监督，而不是监控。"
    arabic = "نطلب من المجلس إبقاء الحظر على تقنية التعرف على الوجه حتى يتم اعتماد سياسة واضحة"
    assert [one.members for one in group([chinese, arabic, chinese + "我反对。", chinese, arabic])] == [
        (0, 2, 3),
        (1, 4),
    ]
    near = [chinese + "我住在第" + str(n) + "区。" for n in range(6)]
    assert [one.members for one in group(near)] == [tuple(range(6))]


def test_the_master_is_the_letter_most_like_all() -> None:
    rng = random.Random(9)
    body = text(rng)
    letters = [edited(rng, body, 2), edited(rng, body, 3), edited(rng, body, 1), edited(rng, body, 1), body, body]
    [found] = group(letters)
    assert found.master == 2
    assert typical(letters) == 2


@given(st.lists(st.text(max_size=60), max_size=30), st.randoms(use_true_random=False))
def test_no_letter_is_in_two_groups_and_order_does_not_matter(texts: list[str], rng: random.Random) -> None:
    texts = texts + texts[: len(texts) // 2]
    found = group(texts)
    members = [member for one in found for member in one.members]
    assert len(members) == len(set(members))
    assert all(one.master in one.members and len(one.members) > 1 for one in found)
    order = list(range(len(texts)))
    rng.shuffle(order)
    again = group([texts[place] for place in order])
    assert {frozenset(order[m] for m in one.members) for one in again} == {frozenset(one.members) for one in found}


def test_progress_rises_and_a_stop_stops() -> None:
    seen: list[float] = []
    texts = docket(1)[0]
    group(texts, seen.append, len(texts))
    assert seen == sorted(seen)
    assert 0 <= seen[0] <= seen[-1] <= 1

    class Stop(Exception):
        pass

    def stop(_: float) -> None:
        raise Stop

    with pytest.raises(Stop):
        group(texts, stop, len(texts))


@pytest.mark.parametrize("seed", range(3))
def test_a_new_arrival_finds_its_campaign(seed: int) -> None:
    texts, gold, levels = docket(seed, letters=600)
    known: dict[int, list[str]] = {}
    for said, campaign in list(zip(texts, gold, strict=True))[:300]:
        if campaign >= 0:
            known.setdefault(campaign + 100, []).append(said)
    arrivals = Arrivals(known)
    new = list(zip(texts, gold, levels, strict=True))[300:]
    wrong = [campaign for said, campaign, _ in new if arrivals.match(said) not in (None, campaign + 100)]
    missed = [level for said, campaign, level in new if campaign >= 0 and arrivals.match(said) is None]
    assert wrong == []
    assert len(missed) <= 2
    assert arrivals.match(SHORT) is None
    assert Arrivals({}).match(SHORT) is None
    assert Arrivals({7: [SHORT]}).match(signed(random.Random(2), SHORT)) == 7


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=6), max_size=8))
def test_shingles_are_the_three_words_in_a_row_of_each_text_alone(texts: list[list[str]]) -> None:
    vocabulary = Vocabulary()
    made, starts = shingled(texts, vocabulary)
    assert len(starts) == len(texts) + 1
    for place, said in enumerate(texts):
        alone, _ = shingled([said], vocabulary)
        assert made[starts[place] : starts[place + 1]].tolist() == alone.tolist()
        assert len(alone) == max(1, len(said) - 2)
    assert words("Don’t STOP, São-Paulo_2!") == ["don", "t", "stop", "são", "paulo", "2"]
