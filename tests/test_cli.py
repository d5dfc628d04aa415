"""The contract of the command line, tried in child processes as a script would call it."""

import csv
import json
import os
import random
import shlex
import string
import subprocess
import sys
from pathlib import Path

import pytest

from frhearing.desk import example, hearings
from frhearing.desk.desk import open_desk

ROOT = Path(__file__).resolve().parents[1]


def call(*arguments: object, code: int | None = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one command; it ends as expected and never with a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "frhearing", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, (arguments, done.stderr)
    assert code is None or done.returncode == code, (arguments, done.stdout, done.stderr)
    return done


def facts(*arguments: object) -> dict:
    return json.loads(call(*arguments, "--json").stdout)


def new_hearing(data: Path, *more: str) -> int:
    made = facts(
        *("hearing", "new", "--title", "The pause", "--body", "Public Safety Committee", "--date", "2026-02-20"),
        *("--question", "Should the pause stay?", "--support-means", "Keep it.", "--oppose-means", "Lift it."),
        *more,
        *("--data", data),
    )
    assert list(made) == ["id"]
    return made["id"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one hearing and a few letters, made by the command line alone."""
    folder = tmp_path_factory.mktemp("cli")
    assert new_hearing(folder / "data", "--question", "And then?") == 1
    letters = folder / "letters.csv"
    letters.write_text(
        "Who,What,Says,When\nAnn Bo,I say no to this.,negative,2026-02-16\n"
        "Cy Dee,Yes to the park.,positive,2026-02-17\n"
        "Eve Fox,,positive,2026-02-17\nGil Hope,Perhaps the park.,,2026-02-18,and,more\n",
        encoding="utf-8",
    )
    (folder / "map.json").write_text(
        json.dumps(
            {
                "columns": {"text": "What", "name": "Who", "stance": "Says", "received": "When"},
                "values": {"stance": {"negative": "oppose", "positive": "support"}},
            }
        )
    )
    return folder


IMPORTED = {"read", "added", "already_here", "refused", "not_read", "files"}


def test_the_whole_way(data: Path) -> None:
    """Import, count, search, print, export, check and back up, each by one call."""
    store, letters, mapping = data / "data", data / "letters.csv", data / "map.json"
    first = ("import", letters, "--hearing", 1, "--map", mapping, "--data", store)
    foreseen = facts(*first, "--dry-run")
    assert facts("tally", "--hearing", 1, "--data", store)["on_record"] == 0
    done = facts(*first)
    assert foreseen == done
    assert set(done) == IMPORTED
    assert done["read"] == done["added"] + done["already_here"] + len(done["refused"])
    assert all(set(row) == {"row", "reason"} for row in done["refused"])
    assert done["refused"]
    again = facts(*first)
    assert (again["added"], again["already_here"]) == (0, done["added"])

    tally = facts("tally", "--hearing", "The pause", "--data", store)
    assert tally["on_record"] == tally["counted"] == done["added"]
    one, two = tally["questions"]
    assert {"number", "text", "support_means", "oppose_means", "stances", "by_group"} <= set(one)
    assert (one["number"], one["text"], one["support_means"]) == (1, "Should the pause stay?", "Keep it.")
    assert (two["number"], two["support_means"]) == (2, "")
    assert one["stances"] == {"support": done["added"] - 1, "oppose": 1, "mixed": 0, "neutral": 0, "not_stated": 0}
    assert one["tagged"] + one["not_tagged"] == one["counted"]
    assert "not votes" in call("tally", "--hearing", 1, "--data", store).stdout

    found = facts("search", "park", "--hearing", 1, "--data", store)
    assert found["count"] == len(found["hits"]) == 1
    assert set(found["hits"][0]) == {"hearing", "number", "name", "snippet", "spans"}
    assert "1 comment found" in call("search", "park", "--data", store).stdout

    (listed,) = json.loads(call("hearing", "list", "--data", store, "--json").stdout)
    assert (listed["id"], listed["comments"], listed["status"]) == (1, done["added"], "draft")
    assert "The pause" in call("hearing", "list", "--data", store).stdout

    out = data / "out.csv"
    assert facts("export", "--hearing", 1, "-o", out, "--data", store)["comments"] == done["added"]
    with out.open(encoding="utf-8", newline="") as file:
        assert [r["stance_1"] for r in csv.DictReader(file)].count("oppose") == 1
    call("export", "--hearing", 1, "-o", data / "out.json", "--data", store)
    record = json.loads((data / "out.json").read_text(encoding="utf-8"))
    assert record["tally"] == tally
    assert len(record["comments"]) == done["added"]

    report = facts("check", "--data", store)
    assert report["ok"] is True
    made = facts("backup", data / "stick", "--data", store)
    assert (made["comments"], made["verified"]) == (done["added"], True)
    assert facts("tally", "--hearing", 1, "--data", data / "stick") == tally


def test_the_summary_is_a_pdf_and_the_same_twice(tmp_path: Path) -> None:
    hearing = example.load_example(tmp_path)
    for name in ("one.pdf", "two.pdf"):
        made = facts("summary", "--hearing", hearing, "-o", tmp_path / name, "--data", tmp_path)
        assert made["pages"] > 10
    one = (tmp_path / "one.pdf").read_bytes()
    assert one.startswith(b"%PDF-")
    assert one == (tmp_path / "two.pdf").read_bytes()


COMMANDS = (
    ("hearing", "list"),
    ("tally", "--hearing", "1"),
    ("search", "x"),
    ("summary", "--hearing", "1", "-o", "OUT.pdf"),
    ("export", "--hearing", "1", "-o", "OUT.csv"),
    ("check",),
    ("backup", "OUT"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_without_a_store_is_named_and_stays_empty(tmp_path: Path, command: tuple[str, ...]) -> None:
    said = call(*(tmp_path / c if "OUT" in c else c for c in command), "--data", tmp_path / "nothing", code=1)
    assert said.stdout == ""
    assert "There is no store in" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "nothing").exists()


BAD = (
    ("tally", "--hearing", "7"),
    ("tally", "--hearing", "Nobody's hearing"),
    ("tally", "--hearing", "9" * 40),
    ("tally", "--hearing", "\udcff"),
    ("search", "x", "--hearing", "7"),
    ("summary", "--hearing", "7", "-o", "OUT.pdf"),
    ("summary", "--hearing", "1", "-o", "NOWHERE/out.pdf"),
    ("export", "--hearing", "1", "-o", "out.txt"),
    ("export", "--hearing", "1", "-o", "NOWHERE/out.csv"),
    ("backup", "letters.csv"),
    ("backup", "data"),
    ("import", "nowhere.csv", "--hearing", "1"),
    ("import", "FOLDER", "--hearing", "1"),
    ("import", "letters.csv", "--hearing", "7"),
    ("import", "letters.csv", "--hearing", "1", "--map", "nowhere.json"),
    ("import", "letters.csv", "--hearing", "1", "--map", "FOLDER"),
    ("import", "letters.csv", "--hearing", "1", "--map", "binary"),
    ("import", "letters.csv", "--hearing", "1", "--map", "letters.csv"),
    ("import", "letters.csv", "--hearing", "1", "--map", "list.json"),
    ("import", "letters.csv", "--hearing", "1", "--encoding", "klingon"),
    ("import", "binary", "--hearing", "1"),
    ("hearing", "new", "--title", " ", "--body", "B", "--date", "2026-02-20", "--question", "Q"),
    ("hearing", "new", "--title", "T", "--body", "", "--date", "2026-02-20", "--question", "Q"),
    ("hearing", "new", "--title", "T", "--body", "B", "--date", "tomorrow", "--question", "Q"),
    ("hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", ""),
    (
        *("hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", "Q"),
        *("--support-means", "a", "--support-means", "b"),
    ),
    (
        *("hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", "Q"),
        *("--zone", "Mars/Olympus"),
    ),
)


def test_a_hearing_has_the_zone_of_its_place(tmp_path: Path) -> None:
    new_hearing(tmp_path, "--zone", "Pacific/Honolulu")
    with open_desk(tmp_path, writing=False) as desk:
        assert hearings.get_hearing(desk, 1).zone == "Pacific/Honolulu"


@pytest.mark.parametrize("command", BAD, ids=lambda c: " ".join(c).encode("ascii", "replace").decode()[:70])
def test_bad_input_is_one_sentence_and_exit_1(data: Path, command: tuple[str, ...]) -> None:
    (data / "FOLDER").mkdir(exist_ok=True)
    (data / "binary").write_bytes(bytes(range(256)) * 40)
    (data / "list.json").write_text("[1, 2, 3]")
    files = ("letters.csv", "data", "FOLDER", "nowhere.csv", "nowhere.json", "binary", "list.json", "out.txt")
    placed = [data / c if c in files or "NOWHERE" in c or "OUT" in c else c for c in command]
    before = facts("check", "--data", data / "data")
    done = call(*placed, "--data", data / "data", code=1)
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert len(done.stderr.strip()) > 20
    assert facts("check", "--data", data / "data") == before


def test_a_path_that_is_of_the_wrong_kind_is_one_sentence(data: Path) -> None:
    store, file = data / "data", data / "letters.csv"
    for command in (
        ("tally", "--hearing", 1, "--data", file),
        ("hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", "Q", "--data", file),
        ("summary", "--hearing", 1, "-o", data, "--data", store),
        ("export", "--hearing", 1, "-o", data / "folder.csv", "--data", store),
        ("verify", data, "--data", store),
        ("live", "replay", data),
        ("live", "replay", file, "--data", file),
    ):
        (data / "folder.csv").mkdir(exist_ok=True)
        said = call(*command, code=1).stderr
        assert len(said.strip().splitlines()) == 1, said
    assert not [left for left in data.iterdir() if left.name.startswith((".", "tmp"))]


def test_what_is_printed_as_json_is_json_in_any_terminal(tmp_path: Path) -> None:
    action = {"at": "2026-02-05T18:00:00", "do": "register", "slip": 1, "names": ["José 人"]}
    made = {"title": "Añejo", "body": "B", "date": "2026-02-05", "questions": [], "rules": {}}
    (tmp_path / "script.json").write_text(json.dumps({"hearing": made, "actions": [action, {**action, "slip": 2}]}))
    for known in ("utf-8", "latin-1", "ascii"):
        said = call("live", "replay", tmp_path / "script.json", "--json", PYTHONIOENCODING=known)
        assert "Slip 2 (José 人) signed in to speak." in [line["text"] for line in json.loads(said.stdout)["log"]]


def test_one_comment_is_one_comment(tmp_path: Path) -> None:
    data, letter = ("--data", tmp_path / "data"), tmp_path / "letter.txt"
    new_hearing(data[1])
    letter.write_text("Leave the park as it is.", encoding="utf-8")
    call("import", letter, "--hearing", 1, *data)
    assert "1 comment on the record, 1 counted" in call("tally", "--hearing", 1, *data).stdout
    assert " 1 comment " in call("hearing", "list", *data).stdout
    assert "1 comment in" in call("export", "--hearing", 1, "-o", tmp_path / "out.csv", *data).stdout
    assert "1 comment in" in call("backup", tmp_path / "one.db", *data).stdout


def test_a_hearing_is_called_by_its_title_on_one_line(tmp_path: Path) -> None:
    new_hearing(tmp_path, "--title", " One\nand two ")
    assert facts("tally", "--hearing", " One\nand two ", "--data", tmp_path)["hearing"] == 1
    assert "0 comments  One and two\n" in call("hearing", "list", "--data", tmp_path).stdout


def test_home_is_home_in_every_form(tmp_path: Path) -> None:
    new = ("hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", "Q")
    call(*new, "--data=~/records", HOME=str(tmp_path), USERPROFILE=str(tmp_path))
    assert (tmp_path / "records" / "frhearing.db").exists()
    assert call("hearing", "list", "--data=~/records", HOME=str(tmp_path), USERPROFILE=str(tmp_path)).stdout
    assert "There is no store" in call("hearing", "list", "--data", "~nobody-at-all/x", code=1).stderr


def test_an_import_makes_no_store_where_there_is_none(data: Path) -> None:
    said = call("import", data / "letters.csv", "--hearing", 1, "--data", data / "nothing", code=1)
    assert "There is no store in" in said.stderr
    assert not (data / "nothing").exists()


def test_whoever_closed_the_output_is_not_told(data: Path) -> None:
    called = [sys.executable, "-m", "frhearing", "tally", "--hearing", "1", "--data", str(data / "data")]
    for json_too in ([], ["--json"]):
        command = shlex.join(called + json_too)
        for end in (">&-", "| head -0"):
            done = subprocess.run(f"{command} {end}", shell=True, capture_output=True, text=True, cwd=ROOT, check=False)
            assert (done.returncode, done.stderr) == (0, "")
        if Path("/dev/full").exists():
            full = subprocess.run(
                f"{command} >/dev/full", shell=True, capture_output=True, text=True, cwd=ROOT, check=False
            )
            assert full.returncode == 1
            assert "What was to be printed could not be written" in full.stderr


USAGE = (
    ("nonsense",),
    ("tally", "--hearing", "1", "--data", ""),
    ("import", "", "--hearing", "1"),
    ("export", "--hearing", "1", "-o", ""),
    ("--data=",),
    ("tally",),
    ("tally", "--hearing"),
    ("tally", "--hearing", "1", "--nonsense"),
    ("search",),
    ("search", "x", "--limit", "0"),
    ("search", "x", "--limit", "many"),
    ("import", "--hearing", "1"),
    ("import", "x.csv"),
    ("summary", "--hearing", "1"),
    ("export", "--hearing", "1"),
    ("backup",),
    ("hearing",),
    ("hearing", "new"),
    ("hearing", "new", "--title", "T"),
    ("hearing", "drop"),
    ("check", "extra"),
    ("check", "--data"),
)


@pytest.mark.parametrize("command", USAGE, ids=" ".join)
def test_a_call_that_cannot_be_understood_is_exit_2(command: tuple[str, ...]) -> None:
    assert call(*command, code=2).stderr.startswith(("Usage: ", "Error: "))


def test_help_and_version_are_printed() -> None:
    shown = call("--help").stdout
    for word in ("hearing", "import", "tally", "search", "summary", "export", "check", "backup"):
        assert word in shown
        assert "--data" in call(*(["hearing", "new"] if word == "hearing" else [word]), "-h").stdout
    assert call("--version").stdout.strip()[0].isdigit()


def test_a_file_where_the_data_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    call("hearing", "list", "--data", tmp_path / "file", code=1)
    call("hearing", "list", "--data", tmp_path / "file" / "below", code=1)
    new = ("hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", "Q")
    call(*new, "--data", tmp_path / "file" / "below", code=1)


def test_a_damaged_store_is_said_by_every_command(tmp_path: Path) -> None:
    (tmp_path / "frhearing.db").write_bytes(b"no store" * 1000)
    for command in COMMANDS:
        said = call(*(tmp_path / c if "OUT" in c else c for c in command), "--data", tmp_path, code=1).stderr
        assert "damaged or is not a store" in said
    assert (tmp_path / "frhearing.db").read_bytes() == b"no store" * 1000


def test_check_tells_what_was_altered_and_ends_with_1(tmp_path: Path) -> None:
    from frhearing.store.connection import sqlite as sqlite3

    new_hearing(tmp_path)
    with sqlite3.connect(tmp_path / "frhearing.db") as db:
        db.execute("UPDATE hearing SET title='The other pause'")
    db.close()
    done = call("check", "--data", tmp_path, code=1)
    assert "The other pause" in done.stdout
    assert "left as it stands" in done.stderr
    report = json.loads(call("check", "--data", tmp_path, "--json", code=1).stdout)
    assert report["ok"] is False
    assert report["lines"]


def test_without_a_folder_the_platform_s_own_is_used(tmp_path: Path) -> None:
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA")}
    assert "no hearings" in call("hearing", "list", **home).stdout
    assert list(tmp_path.rglob("frhearing.db"))


def test_a_second_writer_waits_for_nobody(tmp_path: Path) -> None:
    from frhearing.desk.desk import open_desk

    new_hearing(tmp_path)
    with open_desk(tmp_path):
        new = ("hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", "Q")
        said = call(*new, "--data", tmp_path, code=1).stderr
        assert "is writing in" in said
        assert "Nothing was changed" in said
        assert json.loads(call("hearing", "list", "--data", tmp_path, "--json").stdout)
        assert facts("check", "--data", tmp_path)["ok"]


def test_the_command_line_loads_no_window() -> None:
    code = (
        "import sys; sys.argv = ['frhearing', '--help']\n"
        "from frhearing.__main__ import main\n"
        "main()\n"
        "import frhearing.desk.importing, frhearing.desk.summaries\n"
        "loaded = [n for n in sys.modules if n.split('.')[0] in ('PySide6', 'shiboken6')]\n"
        "sys.exit(str(loaded) if loaded else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True)


def test_a_reader_that_goes_away_is_no_fault(data: Path) -> None:
    command = [sys.executable, "-m", "frhearing", "export", "--help"]
    piped = f"{shlex.join(command)} | true; {shlex.join(command)} | head -1"
    done = subprocess.run(["sh", "-c", piped], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr == ""
    pipe = subprocess.Popen(
        [sys.executable, "-m", "frhearing", "hearing", "list", "--json", "--data", str(data / "data")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert pipe.stdout is not None
    assert pipe.stderr is not None
    pipe.stdout.close()
    assert b"Traceback" not in pipe.stderr.read()
    pipe.stderr.close()
    assert pipe.wait() in (0, 1)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_terminal_that_knows_few_letters_gets_what_it_can_show(data: Path, encoding: str) -> None:
    title = "Señor Muñoz — “公听会” \udcff"
    new = ("hearing", "new", "--title", title, "--body", "Ж", "--date", "2026-02-20", "--question", "Q")
    call(*new, "--data", data / encoding, PYTHONIOENCODING=encoding)
    call("hearing", "list", "--data", data / encoding, PYTHONIOENCODING=encoding)
    (card,) = json.loads(call("hearing", "list", "--json", "--data", data / encoding, PYTHONIOENCODING=encoding).stdout)
    assert card["title"] == title.replace("\udcff", "\ufffd")
    call("tally", "--hearing", "Ж", "--data", data / encoding, code=1, PYTHONIOENCODING=encoding)


def test_scrambled_calls_never_end_in_a_traceback(data: Path, exhaustive: bool) -> None:
    rng = random.Random(8)
    words = ["hearing", "new", "list", "import", "tally", "search", "summary", "export", "check", "backup", "--hearing"]
    words += ["1", "--data", str(data / "data"), "-o", str(data / "x.csv"), "--json", "--map", str(data / "map.json")]
    words += ["--encoding", "utf-8", "--dry-run", str(data / "letters.csv"), "--", "-", "", "\udcff", "--limit", "-1"]
    for _ in range(400 if exhaustive else 25):
        picked = rng.choices(words, k=rng.randint(1, 7))
        if rng.random() < 0.3:
            picked.append("".join(rng.choices(string.printable[:95] + "é\u202e", k=5)))
        if picked[0] in ("--data", "--demo"):
            continue  # that is the window's door
        if "--data" not in picked:
            picked += ["--data", str(data / "scrambled")]
        assert call(*picked, code=None).returncode in (0, 1, 2)


def test_the_folder_may_stand_before_the_command(tmp_path):
    made = new_hearing(tmp_path)
    for before in (("--data", tmp_path), (f"--data={tmp_path}",)):
        listed = json.loads(call(*before, "hearing", "list", "--json").stdout)
        assert [hearing["id"] for hearing in listed] == [made]
        call(*before, "search", "--", "-x")
    assert "Usage" in call("--data", tmp_path, "no-such-command", code=2).stderr
