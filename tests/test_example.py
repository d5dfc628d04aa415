"""The Milwaukee example keeps its own rules: counts, verbatim quotes, names, dates and addresses."""

import json
import re
from collections import Counter
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "samples" / "milwaukee"
STANCES = {"support", "oppose", "mixed", "neutral", "not_stated"}
CHANNELS = {"email", "web_form", "post", "hand_delivered", "voicemail"}
DOSSIER_KINDS = {"background", "why", "timeline", "player", "quote", "next", "takeaway"}
# Named in the press, in office or in the debate; surnames that are common are tested with the first name.
OFFICIALS = (
    "Norman",
    "Ayala",
    "Hough",
    "Merkwae",
    "De Torre",
    "Dimitrijevic",
    "Burgelis",
    "Spiker",
    "Draeger",
    "Paul Lao",
    "Bree Spencer",
    "Krissie Fung",
    "Cavalier Johnson",
    "Denita Ball",
    "Tony Snell",
    "Bianca Shaw",
    "Leon Todd",
)

Record = dict[str, Any]


def load(name: str) -> Any:
    """Return one file of the example, decoded."""
    return json.loads((SAMPLE / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def hearing() -> Record:
    """Return the set-up of the hearing."""
    return dict(load("hearing.json"))


@pytest.fixture(scope="module")
def dossier() -> list[Record]:
    """Return the entries of the dossier."""
    return list(load("dossier.json"))


@pytest.fixture(scope="module")
def comments() -> list[Record]:
    """Return the written comments."""
    return list(load("comments.json"))


@pytest.fixture(scope="module")
def speakers() -> list[Record]:
    """Return the speakers' slips."""
    return list(load("speakers.json"))


@pytest.fixture(scope="module")
def voices(comments: list[Record], speakers: list[Record]) -> list[Record]:
    """Return everyone who wrote or signed a slip."""
    return speakers + comments


def test_there_are_enough_voices(comments: list[Record], speakers: list[Record]) -> None:
    """The example fills every screen and page."""
    assert len(comments) >= 120
    assert len(speakers) == 14
    assert Counter(speaker["status"] for speaker in speakers) == {"heard": 13, "no_show": 1}
    assert {comment["language"] for comment in comments} == {"en", "es"}


def test_every_quote_is_verbatim(voices: list[Record]) -> None:
    """A key quote is an exact part of the text, and no two quotes of a text are the same."""
    for voice in voices:
        assert len(set(voice["quotes"])) == len(voice["quotes"]), voice["name"]
        for quote in voice["quotes"]:
            assert quote.strip(), voice["name"]
            assert quote in voice["text"], quote
    assert sum(len(voice["quotes"]) for voice in voices) >= 40


def test_groups_and_themes_exist(hearing: Record, voices: list[Record]) -> None:
    """Tags name only what the hearing defines; each theme and group is used."""
    groups = {group["name"] for group in hearing["groups"]}
    themes = {theme["name"] for theme in hearing["themes"]}
    assert len(groups) == len(hearing["groups"]) >= 11
    used_themes = {theme for voice in voices for theme in voice["themes"]}
    used_groups = {voice["group"] for voice in voices if voice.get("group")}
    assert used_themes == themes
    assert used_groups == groups
    for theme in hearing["themes"]:
        assert theme["parent"] is None or theme["parent"] in themes
        assert theme["definition"]
    assert all(theme["parent"] is None for theme in hearing["themes"][:9])


def test_no_comment_has_a_theme_twice(voices: list[Record]) -> None:
    """A theme counts once per comment."""
    for voice in voices:
        assert len(set(voice["themes"])) == len(voice["themes"]), voice["name"]


def test_stances_answer_the_questions(hearing: Record, voices: list[Record]) -> None:
    """Each stance is known and belongs to a question; a condition needs a stance that can carry it."""
    numbers = {str(number) for number in range(1, len(hearing["questions"]) + 1)}
    assert numbers == {"1", "2", "3"}
    for voice in voices:
        assert set(voice["stances"]) <= numbers
        assert set(voice["stances"].values()) <= STANCES
        if voice.get("condition"):
            assert {"mixed", "support"} & set(voice["stances"].values()), voice["name"]


def test_the_pause_has_two_real_sides(comments: list[Record], speakers: list[Record]) -> None:
    """On the first question about 57 % of the tagged support, about 30 % oppose; some are not tagged yet."""
    counted = [comment for comment in comments if not comment["status"]]
    counted += [speaker for speaker in speakers if speaker["status"] == "heard"]
    first = Counter(voice["stances"].get("1") for voice in counted)
    tagged = sum(count for stance, count in first.items() if stance is not None)
    assert 0.54 <= first["support"] / tagged <= 0.60
    assert 0.27 <= first["oppose"] / tagged <= 0.33
    assert {"mixed", "neutral", "not_stated"} <= set(first)
    assert 12 <= sum(not comment["stances"] for comment in comments) <= 18


def test_comments_lie_in_order_of_arrival(hearing: Record, comments: list[Record]) -> None:
    """Records are ordered by time received; late means after the written record closed, and nothing else."""
    times = [datetime.fromisoformat(comment["received"]) for comment in comments]
    assert all(first <= second for first, second in pairwise(times))
    opens = datetime.fromisoformat(hearing["notice"]["written_opens_at"])
    closes = datetime.fromisoformat(hearing["notice"]["written_closes_at"])
    assert times[0] >= opens
    for time, comment in zip(times, comments, strict=True):
        assert time.utcoffset() == closes.utcoffset()
        assert comment["late"] == (time > closes), comment["name"]
        assert comment["channel"] in CHANNELS
    assert sum(comment["late"] for comment in comments) == 1


def clock_seconds(events: list[Record]) -> dict[str, int]:
    """Return each turn's seconds by its start: from start to end, without the pauses."""
    running: dict[str, int] = {}
    begun = since = ""
    for event in events:
        if event["kind"] == "turn_start":
            begun, running[event["at"]] = event["at"], 0
        if event["kind"] in {"turn_start", "turn_resume"}:
            since = event["at"]
        elif event["kind"] in {"turn_pause", "turn_end"}:
            stretch = datetime.fromisoformat(event["at"]) - datetime.fromisoformat(since)
            running[begun] += int(stretch.total_seconds())
    return running


def test_the_evening_is_in_order(hearing: Record, speakers: list[Record]) -> None:
    """Events follow each other, and each turn lasts as long as the slip and the order of events say."""
    stamps = [datetime.fromisoformat(event["at"]) for event in hearing["events"]]
    assert all(first <= second for first, second in pairwise(stamps))
    assert {stamp.date().isoformat() for stamp in stamps} == {hearing["date"]}
    assert [speaker["slip"] for speaker in speakers] == list(range(1, 15))
    words = " ".join(event["text"] for event in hearing["events"])
    heard = {}
    for speaker in speakers:
        if speaker["status"] == "heard":
            heard[speaker["started"]] = speaker["used_seconds"]
            minutes, seconds = divmod(speaker["used_seconds"], 60)
            assert f"Slip {speaker['slip']}, {speaker['name']}, began" in words
            assert f"Slip {speaker['slip']} ended after {minutes}:{seconds:02}" in words
        else:
            assert speaker["started"] is None
            assert speaker["used_seconds"] == 0
    assert clock_seconds(hearing["events"]) == heard


def test_interpreted_turns_get_their_factor(hearing: Record, speakers: list[Record]) -> None:
    """Whoever speaks through an interpreter has the default time multiplied by the rule's factor."""
    rules = hearing["rules"]
    interpreted = [speaker for speaker in speakers if speaker["interpreter"]]
    assert {speaker["interpreter"] for speaker in interpreted} == {"Hmong", "Spanish"}
    for speaker in interpreted:
        assert speaker["allotted_seconds"] == rules["default_seconds"] * rules["interpreter_factor"]


def test_campaigns_late_and_withdrawn(comments: list[Record]) -> None:
    """Two form-letter campaigns with some own words, one withdrawn comment and one conditional supporter."""
    forms = Counter(comment["form"] for comment in comments)
    assert forms["A"] >= 30
    assert forms["B"] >= 17
    for name in ("A", "B"):
        bodies = {comment["text"].replace(comment["name"], "") for comment in comments if comment["form"] == name}
        assert 5 <= len(bodies) < forms[name]
    withdrawn = [comment["status"] for comment in comments if comment["status"]]
    assert [set(status) for status in withdrawn] == [{"withdrawn"}]
    assert any(comment.get("condition") and comment["stances"]["1"] == "support" for comment in comments)


def test_addresses_cannot_reach_anyone() -> None:
    """No e-mail outside example.org, no web address, no telephone number outside 555-0100 to 555-0199."""
    for path in SAMPLE.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        for domain in re.findall(r"@([\w.-]+\w)", text):
            assert domain == "example.org", f"{path.name}: {domain}"
        assert not re.search(r"https?://|www\.", text), path.name
        for number in re.findall(r"\b\d{3}[-. ]\d{4}\b", text):
            assert re.fullmatch(r"555-01\d\d", number), f"{path.name}: {number}"


def test_an_address_belongs_to_one_person(comments: list[Record]) -> None:
    """Two people of one name keep two addresses; a writer who writes twice keeps one."""
    owners: dict[str, set[tuple[str, str | None]]] = {}
    for comment in comments:
        if "email" in comment:
            owners.setdefault(comment["email"], set()).add((comment["name"], comment.get("district")))
    assert all(len(people) == 1 for people in owners.values())
    assert Counter(comment["name"] for comment in comments)["Michael Schultz"] == 2


def test_some_writers_also_spoke(comments: list[Record], speakers: list[Record]) -> None:
    """Comments and persons are different numbers: a few people wrote and spoke, one left no name."""
    heard = {speaker["name"] for speaker in speakers if speaker["status"] == "heard"}
    assert len(heard & {comment["name"] for comment in comments}) >= 3
    assert sum(comment["name"] is None for comment in comments) == 1


def test_no_real_official_speaks(hearing: Record, dossier: list[Record], voices: list[Record]) -> None:
    """Whoever the press named stands in the dossier only, never as a writer, speaker or member."""
    players = {re.sub(r"\(\w+\) ", "", entry["heading"]) for entry in dossier if entry["kind"] == "player"}
    named = [*OFFICIALS, *players]
    invented = [voice["name"] for voice in voices if voice["name"]]
    invented += [member["name"] for member in hearing["attendance"]["members"]]
    invented += [hearing["body"]["clerk_name"], hearing["body"]["presiding_officer"]]
    for person in invented:
        assert not [official for official in named if official in person], person
    assert "invented" in hearing["note"]
    assert "sample" in hearing["file_number"]


def test_the_dossier_prints_its_sources(dossier: list[Record]) -> None:
    """Quotes and positions carry outlet, words and date; the timeline is in order; every section is there."""
    assert {entry["kind"] for entry in dossier} == DOSSIER_KINDS
    for entry in dossier:
        assert entry["text"].strip()
        assert isinstance(entry["paraphrase"], bool)
        if entry["kind"] == "player":
            assert entry["outlet"]
        if entry["kind"] == "quote":
            assert entry["attribution"]
            assert entry["outlet"]
            assert datetime.fromisoformat(entry["published"])
        else:
            assert entry["paraphrase"], "only a quote may claim the wording of its source"
    dates = [entry["date"] for entry in dossier if entry["kind"] == "timeline"]
    assert dates == sorted(dates)
    assert {"2026-02-04", "2026-02-06"} <= set(dates), "both dates of the pause are printed"
