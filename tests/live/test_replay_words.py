"""Every word of the contract of ``live replay``: each done once as it should be, and each refused once by a rule."""

from pathlib import Path

from test_replay import act, replay

CONTRACT = [
    "open",
    "roll",
    "clock_check",
    "register",
    "correct_name",
    "check_in",
    "withdraw",
    "change_rule",
    "motion",
    "vote",
    "call",
    "no_show",
    "decline",
    "start",
    "pause",
    "resume",
    "grant",
    "cede",
    "reclaim",
    "question_start",
    "question_end",
    "end",
    "note",
    "exhibit",
    "recess",
    "reconvene",
    "time_certain",
    "resume_testimony",
    "kill",
    "close",
    "adjourn",
    "continue_to",
]
DONE = (
    *(act("17:50:00", "register", slip=n, names=[f"Person {n}"], stance="oppose", wish="speak") for n in range(1, 9)),
    act("17:50:10", "register", slip=9, names=["Al Pair", "Bo Pair"], stances={"1": "support"}, mode="remote"),
    act("17:50:20", "register", slip=10, names=["Xee Moua"], read_by="Rita", interpreter="Hmong", group="Residents"),
    act("17:50:30", "register", slip=11, names=["Only"], organization="Org", wish="register_only", stance="neutral"),
    act("17:50:40", "register", slip=12, names=["Asked"], wish="answer_questions"),
    act("18:00:00", "open"),
    act("18:00:05", "roll", present=["A", "B"], absent=["C"], quorum=2),
    act("18:00:10", "clock_check", reference="hall clock", offset=3, by="clerk"),
    act("18:00:15", "check_in", slip=1),
    act("18:00:20", "withdraw", slip=2),
    act("18:00:25", "cede", from_=3, to=4),
    act("18:00:30", "cede", from_=5, to=4),
    act("18:00:35", "reclaim", from_=5),
    act("18:01:00", "call", slip=1),
    act("18:01:05", "start", slip=1),
    act("18:01:35", "pause", reason="noise"),
    act("18:02:00", "resume"),
    act("18:02:10", "grant", seconds=60, kind="chair_extension"),
    act("18:02:20", "question_start", by="A"),
    act("18:02:50", "question_end"),
    act("18:03:00", "note", text="“a rule first” /s"),
    act("18:03:10", "exhibit", description="a map"),
    act("18:03:30", "end", reason="finished"),
    act("18:03:40", "call", slip=4),
    act("18:03:45", "start"),
    act("18:04:00", "time_certain", item="Item 4"),
    act("18:30:00", "resume_testimony"),
    act("18:30:05", "resume"),
    act("18:30:30", "kill"),
    act("18:31:00", "resume"),
    act("18:31:30", "end", reason="time_expired"),
    act("18:32:00", "recess", until="18:40"),
    act("18:40:00", "reconvene"),
    act("18:40:10", "call", slip=5),
    act("18:40:20", "no_show"),
    act("18:40:30", "call", slip=6),
    act("18:40:40", "decline"),
    act("18:40:50", "change_rule", rule="default_seconds", value=120, by="chair"),
    act("18:41:00", "correct_name", slip=10, names=["Xee Moua Vang"]),
    act("18:41:10", "call", slip=10),
    act("18:41:20", "start"),
    act("18:43:20", "end"),
    act("18:43:30", "motion", text="to continue", by="A"),
    act("18:43:40", "vote", text="to continue", ayes=2, noes=0),
    act("18:44:00", "continue_to", date="2026-02-26"),
    {"at": "2026-02-26T18:00:00", "do": "open"},
    {"at": "2026-02-26T18:00:10", "do": "close"},
    {"at": "2026-02-26T18:00:20", "do": "adjourn"},
)
REFUSED = (
    *(act("17:50:00", do) for do in ("call", "no_show", "decline", "start", "pause", "resume", "question_start")),
    act("17:51:00", "question_end"),
    act("17:51:00", "end"),
    act("17:51:00", "grant", seconds=30, kind="chair_extension"),
    act("17:51:00", "check_in", slip=7),
    act("17:51:00", "correct_name", slip=7, names=["Nobody"]),
    act("17:51:00", "withdraw", slip=7),
    act("17:51:00", "cede", from_=1, to=2),
    act("17:51:00", "reclaim", from_=1),
    act("17:51:00", "roll", present=["A"]),
    act("17:51:00", "motion", text="to hold", by="A"),
    act("17:51:00", "vote", ayes=1),
    act("17:51:00", "recess"),
    act("17:51:00", "reconvene"),
    act("17:51:00", "time_certain", item="4"),
    act("17:51:00", "resume_testimony"),
    act("17:51:00", "close"),
    act("17:51:00", "adjourn"),
    act("17:51:00", "continue_to", date="2026-02-26"),
    act("17:51:00", "note", text="   "),
    act("17:51:00", "exhibit"),
    act("17:51:00", "clock_check", reference="no time at all"),
    act("17:51:00", "change_rule", rule="no_such_rule", value=1),
    act("17:51:00", "register", slip=1, names=[" "]),
    act("17:59:00", "kill"),
    act("18:00:00", "open"),
    act("18:00:05", "open"),
)


def test_every_word_of_the_contract_is_done(tmp_path: Path) -> None:
    assert {one["do"] for one in DONE} == set(CONTRACT)
    found = replay(tmp_path, *DONE)
    assert found["refused"] == []
    assert found["ignored"] == []
    turns = {turn["slip"]: turn for turn in found["turns"]}
    assert [(n, turn["used"], turn["allotted"], turn["end_reason"]) for n, turn in sorted(turns.items())] == [
        (1, 30 + 20 + 40, 360, "finished"),
        (4, 15 + 25 + 30, 600, "time_expired"),
        (10, 120, 240, "finished"),
    ]
    assert turns[1]["explanation"] == "5:00 base + 1:00 extension by the chair"
    assert turns[4]["explanation"] == "5:00 base + 5:00 ceded by slip 3"
    assert turns[10]["explanation"] == "2:00 base + 2:00 interpreter"
    assert turns[10]["name"] == "Xee Moua Vang"
    counts = {name: n for name, n in found["counts"].items() if n}
    assert counts == {
        "received": 12,
        "heard": 3,
        "registered_only": 2,
        "declined": 1,
        "ceded": 1,
        "no_show": 1,
        "withdrawn": 1,
        "not_reached": 3,
    }


def test_every_word_of_the_contract_can_be_refused_and_changes_nothing(tmp_path: Path) -> None:
    assert {one["do"] for one in REFUSED} == set(CONTRACT)
    found = replay(tmp_path, *REFUSED)
    assert {one["do"] for one in found["refused"]} == set(CONTRACT) - {"kill"}
    assert all(
        one["reason"].endswith("Nothing was changed.") or "not a time" in one["reason"] for one in found["refused"]
    )
    assert [line["kind"] for line in found["log"]] == ["call_to_order", "testimony_opened"]
    assert not any(found["counts"].values())
    assert found["turns"] == []
