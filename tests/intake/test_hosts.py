"""Chair, members, clerk and staff are told from those who testify, with the reason; whoever might testify is not."""

import json

import pytest

from frhearing.intake.hosts import CALLS, OFFICE, hosts
from frhearing.intake.turns import Turn

SAID = "I have lived on the block for thirty years and I ask you to keep the pause."


@pytest.mark.parametrize(
    "name",
    ["Chair", "CHAIRWOMAN SAMPLE", "Madam Chair", "Vice-Chair Doe", "Council President Doe", "Councilmember Sample",
     "Council Member Sample", "Alderman Doe", "Ald. Doe", "City Clerk", "Deputy Clerk Doe", "Staff", "City Attorney",
     "Committee Counsel", "Concejala Ejemplo"],
)  # fmt: skip
def test_an_office_is_no_testimony(name: str) -> None:
    assert hosts([Turn(4, name, "", SAID)]) == {4: OFFICE}


@pytest.mark.parametrize(
    "name",
    ["Jane Roe", "Member of the Public", "Interpreter", "Officer Doe", "Attorney Doe", "Mayra Sample", "Clerkson Doe",
     "Jane Roe, Chair of the Block Club", "Speaker 3", "Sergeant Doe", ""],
)  # fmt: skip
def test_whoever_may_testify_stays(name: str) -> None:
    assert hosts([Turn(1, name, "", SAID)]) == {}


def test_who_calls_the_speakers_again_and_again_has_the_floor_to_give() -> None:
    turns = [
        Turn(1, "A. Doe", "", "Thank you. Our next speaker is Jane Roe, followed by Bo Doe."),
        Turn(2, "Jane Roe", "", f"{SAID} Thank you for your comments."),
        Turn(3, "A. Doe", "", "Thank you. Bo Doe, you have two minutes."),
        Turn(4, "Bo Doe", "", SAID),
        Turn(5, "A. Doe", "", "Does anyone on the committee have a question?"),
        Turn(6, "", "", "Please come up to the podium."),
        Turn(7, "", "", SAID),
    ]
    assert hosts(turns) == {1: CALLS, 3: CALLS, 5: CALLS, 6: CALLS}


def test_of_a_long_hearing_hardly_a_testimony_is_taken_for_the_chair(shared_data) -> None:
    folder = shared_data / "nyc-city-of-yes-council"
    sides = {one["label"]: one["organization"] for one in json.loads((folder / "speakers.json").read_text("utf-8"))}
    turns: list[Turn] = []
    for row in json.loads((folder / "transcript.json").read_text("utf-8")):
        name = str(row["speaker"])
        if turns and turns[-1].speaker == name:
            turns[-1] = turns[-1]._replace(text=f"{turns[-1].text} {row['text']}")
        else:
            turns.append(Turn(len(turns) + 1, name, "", row["text"]))
    taken = {turn.speaker for turn in turns if turn.row in hosts(turns)}
    assert len(taken) >= 4
    assert {sides[name] for name in taken} == {"NYC City Council"}
    one_by_one = hosts([turn._replace(speaker="") for turn in turns])
    assert len(one_by_one) > 50
    assert sum(sides.get(turn.speaker) != "NYC City Council" for turn in turns if turn.row in one_by_one) <= 1
