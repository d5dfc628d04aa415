"""``frhearing live replay``: the contract of the script, in child processes, with real kills."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from frhearing.desk import hearings
from frhearing.desk.desk import open_desk
from frhearing.desk.records import check
from frhearing.model.live.script import BadScript, read_script

HEARING = {
    "title": "Public safety and technology",
    "body": "A commission",
    "date": "2026-02-05",
    "questions": [
        "Keep the pause?",
        {"text": "Adopt an ordinance?", "support_means": "for", "oppose_means": "against"},
    ],
    "rules": {"default_seconds": 300},
}


def act(clock: str, do: str, **fields: Any) -> dict[str, Any]:
    return {"at": f"2026-02-05T{clock}", "do": do, **{k.rstrip("_"): v for k, v in fields.items()}}


def run(folder: Path, script: object, *more: str, name: str = "script.json") -> subprocess.CompletedProcess[str]:
    file = folder / name
    file.write_text(script if isinstance(script, str) else json.dumps(script), encoding="utf-8")
    command = [sys.executable, "-m", "frhearing", "live", "replay", str(file), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def replay(folder: Path, *actions: dict[str, Any], rules: dict[str, Any] | None = None) -> dict[str, Any]:
    hearing = {**HEARING, "rules": rules or HEARING["rules"]}
    done = run(folder, {"hearing": hearing, "actions": list(actions)}, "--json", "--data", str(folder / "data"))
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    assert " ".join(found["counts"]) == (
        "received waiting speaking heard registered_only declined ceded no_show withdrawn not_reached carried_over "
        "refused ineligible duplicate voided"
    )
    places = [n for name, n in found["counts"].items() if name != "received"]
    assert found["counts"]["received"] == sum(places)
    return found


def test_the_contract(tmp_path: Path) -> None:
    found = replay(
        tmp_path,
        act("17:55:00", "register", slip=1, names=["Ana Ruiz"], stance="support", group="Resident", read_by=None),
        act("17:55:05", "register", slip=2, names=["Bo Lee", "Cy Lee"], stances={"1": "oppose", "2": "mixed"}),
        act("17:55:10", "register", slip=3, names=["Di Roe"], wish="register_only", mode="remote", interpreter=None),
        act("18:00:00", "open"),
        act("18:00:10", "roll", present=["A", "B"], absent=["C"]),
        act("18:00:20", "clock_check", reference="hall clock", offset=2, by="clerk"),
        act("18:00:30", "start", slip=1),
        act("18:00:31", "call", slip=1),
        act("18:00:35", "start", slip=1),
        act("18:02:05", "note", text="names the policy /s #1"),
        act("18:02:35", "end", reason="finished"),
        act("18:02:40", "correct_name", slip=2, names=["Bo Lee", "Cyd Lee"]),
        act("18:02:41", "call", slip=2),
        act("18:02:45", "start", slip=2),
        act("18:08:15", "end", reason="time_expired"),
        act("18:08:20", "motion", text="close", by="A"),
        act("18:08:25", "vote", text="close", ayes=["A", "B"], noes=[]),
        act("18:08:30", "close"),
        act("18:08:40", "adjourn"),
    )
    assert [
        (t["slip"], t["name"], t["allotted"], t["used"], t["explanation"], t["end_reason"]) for t in found["turns"]
    ] == [
        (1, "Ana Ruiz", 300, 120, "5:00 base", "finished"),
        (2, "Bo Lee and Cyd Lee", 300, 330, "5:00 base", "time_expired"),
    ]
    assert [(r["action"], r["do"]) for r in found["refused"]] == [(7, "start")]
    assert "not been called" in found["refused"][0]["reason"]
    assert {"at", "kind", "text"} <= set(found["log"][0])
    assert found["log"][0]["at"] == "2026-02-05T17:55:00-06:00"
    assert (found["counts"]["heard"], found["counts"]["registered_only"]) == (2, 1)
    with open_desk(tmp_path / "data", writing=False) as desk:
        assert check(desk).ok
        assert [c.comments for c in hearings.list_hearings(desk)] == [3]


def test_a_kill_is_a_kill_and_the_same_speaker_stands_there(tmp_path: Path) -> None:
    found = replay(
        tmp_path,
        act("18:00:00", "open"),
        act("18:00:01", "register", slip=1, names=["Ana"]),
        act("18:00:02", "call", slip=1),
        act("18:00:03", "start"),
        act("18:01:13", "kill"),
        act("18:05:00", "resume"),
        act("18:05:20", "kill"),
        act("18:05:30", "resume", count_gap=True),
        act("18:06:00", "end"),
        act("18:06:10", "kill"),
        act("18:06:20", "close"),
        act("18:06:30", "kill"),
    )
    assert found["turns"][0]["used"] == 70 + 20 + 10 + 30
    assert found["refused"] == []
    kinds = [line["kind"] for line in found["log"]]
    assert kinds.count("interrupted") == 2
    assert (kinds.count("gap_counted"), kinds.count("gap_not_counted")) == (1, 1)


def test_killed_in_the_middle_of_a_turn_and_never_taken_up(tmp_path: Path) -> None:
    found = replay(
        tmp_path,
        act("18:00:00", "open"),
        act("18:00:01", "register", slip=1, names=["Ana"]),
        act("18:00:02", "call"),
        act("18:00:03", "start"),
        act("18:00:33.700", "kill"),
    )
    assert (found["turns"][0]["used"], found["turns"][0]["end_reason"]) == (30, None)
    assert found["counts"]["speaking"] == 1


def test_the_founding_meeting_from_slip_to_print(tmp_path: Path) -> None:
    """37 speakers, five minutes each, a time-certain item, proxy, couple, name, ceded time, interpreter, power cut."""
    actions = [act("17:30:00", "register", slip=n, names=[f"Speaker {n}"], stance="oppose") for n in range(1, 35)]
    actions += [
        act("17:40:00", "register", slip=35, names=["Absent Author"], read_by="Proxy Reader", wish="read_by_proxy"),
        act("17:40:01", "register", slip=36, names=["One", "Other"], stance="support"),
        act("17:40:02", "register", slip=37, names=["Misheard"], interpreter="Spanish"),
        act("17:40:03", "register", slip=38, names=["Donor"], stance="oppose"),
        act("17:40:04", "register", slip=39, names=["Changed Mind"], stance="oppose"),
        act("18:00:00", "open"),
        act("18:00:01", "cede", from_=38, to=1),
        act("18:00:02", "cede", from_=39, to=1),
        act("18:00:03", "reclaim", from_=39),
        act("18:00:04", "withdraw", slip=39),
    ]
    minute = 1
    for slip in range(1, 38):
        clock = f"{18 + minute // 60:02d}:{minute % 60:02d}"
        if slip == 20:
            actions += [act(f"{clock}:00", "time_certain", item="7 p.m. item"), act(f"{clock}:01", "call", slip=20)]
            minute += 30
            clock = f"{18 + minute // 60:02d}:{minute % 60:02d}"
            actions += [act(f"{clock}:00", "resume_testimony")]
        actions += [act(f"{clock}:01", "next"), act(f"{clock}:02", "next")]
        if slip == 25:
            actions += [act(f"{clock}:12", "kill"), act(f"{clock}:22", "resume")]
        if slip == 30:
            actions += [act(f"{clock}:12", "recess"), act(f"{clock}:30", "reconvene"), act(f"{clock}:31", "resume")]
        if slip == 37:
            actions += [act(f"{clock}:12", "correct_name", slip=37, names=["Well Heard"])]
        actions += [act(f"{clock}:50", "end")]
        minute += 1
    end = f"{18 + minute // 60:02d}:{minute % 60:02d}"
    actions += [act(f"{end}:00", "close"), act(f"{end}:01", "adjourn")]
    found = replay(tmp_path, *actions)
    assert {name: n for name, n in found["counts"].items() if n} == {
        "received": 39,
        "heard": 37,
        "ceded": 1,
        "withdrawn": 1,
    }
    turns = {t["slip"]: t for t in found["turns"]}
    assert list(turns) == list(range(1, 38))
    assert turns[1]["explanation"] == "5:00 base + 5:00 ceded by slip 38"
    assert (turns[37]["name"], turns[37]["explanation"]) == ("Well Heard", "5:00 base + 5:00 interpreter")
    assert (turns[25]["used"], turns[30]["used"], turns[2]["used"]) == (38, 29, 48)
    assert [r["do"] for r in found["refused"]] == ["call"]
    pdf = tmp_path / "summary.pdf"
    command = [
        sys.executable,
        "-m",
        "frhearing",
        "summary",
        "--hearing",
        "1",
        "-o",
        str(pdf),
        "--data",
        str(tmp_path / "data"),
    ]
    printed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert pdf.read_bytes().startswith(b"%PDF")
    asked = [sys.executable, "-m", "frhearing", "tally", "--hearing", "1", "--json", "--data", str(tmp_path / "data")]
    tally = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True, encoding="utf-8").stdout)
    # The couple are two people with one slip, one clock and one comment.
    assert (tally["spoken"] - tally["registered_only"], tally["persons_heard"]) == (37, 38)


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    done = run(tmp_path, {"hearing": HEARING, "actions": [act("18:00:00", "open"), act("18:01:00", "close")]})
    assert done.returncode == 0
    assert "There were no comments by the public." in done.stdout
    assert "0 slips received" in done.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["script.json"]


BAD = {
    "not JSON": "{",
    "a number that is none": '{"hearing": {"title": NaN}}',
    "a list": "[]",
    "no hearing": "{}",
    "no actions": json.dumps({"hearing": HEARING}),
    "no title": json.dumps({"hearing": {**HEARING, "title": " "}, "actions": []}),
    "a bad date": json.dumps({"hearing": {**HEARING, "date": "soon"}, "actions": []}),
    "a bad zone": json.dumps({"hearing": {**HEARING, "zone": "Nowhere/Land"}, "actions": []}),
    "questions of numbers": json.dumps({"hearing": {**HEARING, "questions": [1]}, "actions": []}),
    "an unknown rule": json.dumps({"hearing": {**HEARING, "rules": {"speed": 3}}, "actions": []}),
    "an unknown preset": json.dumps({"hearing": {**HEARING, "rules": {"preset": "atlantis"}}, "actions": []}),
    "a rule of the wrong kind": json.dumps({"hearing": {**HEARING, "rules": {"default_seconds": "x"}}, "actions": []}),
    "an action that is none": json.dumps({"hearing": HEARING, "actions": ["open"]}),
    "an unknown action": json.dumps({"hearing": HEARING, "actions": [act("18:00:00", "dance")]}),
    "no time": json.dumps({"hearing": HEARING, "actions": [{"do": "open"}]}),
    "a bad time": json.dumps({"hearing": HEARING, "actions": [{"do": "open", "at": "noon"}]}),
    "time going back": json.dumps({"hearing": HEARING, "actions": [act("18:00:01", "open"), act("18:00:00", "close")]}),
    "a slip in words": json.dumps({"hearing": HEARING, "actions": [act("18:00:00", "call", slip="one")]}),
    "a stance that is none": json.dumps({"hearing": HEARING, "actions": [act("18:00:00", "register", stance="loud")]}),
    "a missing field": json.dumps({"hearing": HEARING, "actions": [act("18:00:00", "cede", to=2)]}),
    "an instant outside the calendar": json.dumps(
        {"hearing": HEARING, "actions": [{"at": "9999-12-31T23:59:59", "do": "open"}]}
    ),
    "an interpreter without a language": json.dumps(
        {"hearing": HEARING, "actions": [act("18:00:00", "register", slip=1, names=["A"], interpreter={})]}
    ),
    "depth": "[" * 100_000,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_bad_file_gives_a_sentence(text: str) -> None:
    with pytest.raises(BadScript, match=r"^The script cannot be used: .*Nothing was done\."):
        read_script(text)


@pytest.mark.parametrize("kind", ["missing", "latin-1", "unknown action"])
def test_a_bad_file_ends_with_one_and_no_traceback(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "bad.json"
    if kind == "latin-1":
        file.write_bytes(b'{"hearing": "caf\xe9"}')
    elif kind == "unknown action":
        file.write_text(BAD["an unknown action"])
    command = [sys.executable, "-m", "frhearing", "live", "replay", str(file), "--json", "--data", str(tmp_path / "d")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing was done" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "d").exists()


def test_a_late_card_is_recorded_and_listed_as_refused(tmp_path: Path) -> None:
    found = replay(
        tmp_path,
        act("18:00:00", "open"),
        act("18:10:00", "register", slip=1, names=["Late"]),
        rules={"register_until": "18:05", "late_card": "refuse"},
    )
    assert found["counts"]["refused"] == found["counts"]["received"] == 1
    assert found["refused"][0]["recorded"]
    assert "late_card" in found["refused"][0]["reason"]


def test_fields_without_a_meaning_are_named(tmp_path: Path) -> None:
    found = replay(tmp_path, act("18:00:00", "open", mood="solemn"))
    assert found["ignored"] == ["Action 1 (open): “mood” was not used."]
