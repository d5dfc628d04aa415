"""The counters that the window shows, the tally that is printed and the command line give one and the same count."""

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from clerk import Clerk, open_hearing

from frhearing.desk import codebook, example, figures, hearings, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.comment import TALLIED
from frhearing.model.filter import NOT_TAGGED, CommentFilter, SortBy
from frhearing.model.position import STANCES
from frhearing.paths import resource

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("seed", range(3))
def test_counters_tally_and_lists_agree(tmp_path: Path, seed: int) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        clerk = Clerk(desk, hearing, random.Random(seed))
        for _ in range(150):
            clerk.act()
        for question in hearings.get_hearing(desk, hearing).questions:
            facets = testimony.facets(desk, hearing, question.number)
            counts = figures.tally(desk, hearing)
            of = counts.question(question.number)
            assert of is not None
            assert facets.total == counts.on_record
            assert facets.tallied == counts.counted
            assert {s: facets.stances.get(s, 0) for s in STANCES} == {s: of.stances[s] for s in STANCES}
            assert facets.to_tag == of.stances.not_tagged

            def shown(number: int = question.number, **wanted: object) -> int:
                return len(testimony.list_ids(desk, hearing, CommentFilter(question=number, **wanted)))

            # The number beside a filter is the number of comments it shows.
            assert facets.total == shown()
            for stance in (*STANCES, NOT_TAGGED):
                assert shown(stances=(stance,)) == facets.stances.get(stance, 0), stance
            for group, n in facets.groups.items():
                assert shown(groups=(group,)) == n, group
            for theme, n in facets.themes.items():
                assert shown(themes=(theme,)) == n, theme
            for channel, n in facets.channels.items():
                assert shown(channels=(channel,)) == n, channel
            for status, n in facets.statuses.items():
                assert shown(statuses=(status,)) == n, status
            for campaign, n in facets.campaigns.items():
                assert shown(campaign=campaign) == n, campaign
            assert shown(flagged=True) == facets.flagged
            assert shown(with_quotes=True) == facets.with_quotes
            for sort in SortBy:
                ids = [list(testimony.list_ids(desk, hearing, CommentFilter(sort=sort, descending=d))) for d in (0, 1)]
                assert sorted(ids[0]) == sorted(ids[1])
                assert len(ids[0]) == facets.total
        assert [t.comments for t in codebook.list_themes(desk, hearing)] == [
            facets.themes.get(t.id, 0) for t in codebook.list_themes(desk, hearing)
        ]
        assert records.check(desk).ok


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    folder = tmp_path_factory.mktemp("example")
    return folder, example.load_example(folder)


def samples(name: str) -> list[dict]:
    return json.loads(resource("samples", "milwaukee", f"{name}.json").read_text(encoding="utf-8"))


def test_the_example_counts_as_its_files_say(loaded: tuple[Path, int]) -> None:
    folder, hearing = loaded
    letters = samples("comments")
    voices = [s for s in samples("speakers") if s["status"] in ("heard", "registration_only")]
    standing = [c for c in letters if next(iter(c.get("status") or {"accepted": ""})) in TALLIED] + voices
    done = subprocess.run(
        [sys.executable, "-m", "frhearing", "tally", "--hearing", str(hearing), "--json", "--data", str(folder)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    facts = json.loads(done.stdout)
    assert facts["on_record"] == len(letters) + len(voices)
    assert facts["counted"] == len(standing)
    assert facts["spoken"] == len(voices)
    assert facts["registered_only"] == sum(v["status"] == "registration_only" for v in voices)
    assert facts["late"] == sum(bool(c.get("late")) for c in standing)
    for question in facts["questions"]:
        number = str(question["number"])
        stances = Counter(c["stances"][number] for c in standing if number in c["stances"])
        assert question["stances"] == {str(s): stances[s] for s in STANCES}
        assert question["not_tagged"] == len(standing) - stances.total()
        groups = Counter((c.get("group") or "No group", c["stances"].get(number, "not_tagged")) for c in standing)
        for name, row in question["by_group"].items():
            assert {k: v for k, v in row.items() if k != "total" and v} == {
                stance: n for (group, stance), n in groups.items() if group == name
            }
        themes = Counter(t for c in standing for t in set(c.get("themes", ())))
        assert {name: row["total"] for name, row in question["by_theme"].items()} == dict(themes)


def test_the_example_is_loaded_once_and_sound(loaded: tuple[Path, int]) -> None:
    folder, hearing = loaded
    assert example.load_example(folder) == hearing
    with open_desk(folder) as desk:
        assert [card.id for card in hearings.list_hearings(desk)] == [hearing]
        assert records.check(desk).ok
        assert desk.undo_step is None
