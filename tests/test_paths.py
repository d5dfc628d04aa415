"""Files lie where paths.py says, private from the first moment."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from frhearing import paths
from frhearing.__main__ import window_wanted


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_resources_are_found_in_a_source_tree_and_inside_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.resource("fonts", "Inter-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"
    installed = tmp_path / "site-packages" / "frhearing"
    (installed / "resources" / "fonts").mkdir(parents=True)
    (installed / "resources" / "fonts" / "Inter-Regular.ttf").write_bytes(b"wheel")
    monkeypatch.setattr(paths, "_PACKAGE", installed)
    assert paths.resource("fonts", "Inter-Regular.ttf").read_bytes() == b"wheel"
    with pytest.raises(FileNotFoundError, match=r"incomplete: fonts/Missing\.ttf"):
        paths.resource("fonts", "Missing.ttf")


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_folders_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o000)
    try:
        root = paths.data_folder(tmp_path / "office" / "records")
        folder = paths.DataFolder(root)
        made = [root.parent, root, folder.files, folder.backups, folder.drafts]
    finally:
        os.umask(before)
    assert [oct(mode(path)) for path in made] == ["0o700"] * 5


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_files_are_private_after_the_door(tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    code = f"from frhearing import paths; paths.keep_private(); open({str(target)!r}, 'w').close()"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert oct(mode(target)) == "0o600"


def test_a_folder_that_exists_keeps_its_owners_mode(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o750)
    assert mode(paths.data_folder(shared)) == 0o750


def test_a_file_in_the_way_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "records").write_text("mine")
    with pytest.raises(FileExistsError):
        paths.data_folder(tmp_path / "records")
    assert (tmp_path / "records").read_text() == "mine"


def test_the_example_never_mixes_with_the_offices_records() -> None:
    office, example = paths.data_folder(), paths.demo_folder()
    assert office != example
    assert office not in example.parents
    assert example not in office.parents


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], (None, False)),
        (["--demo"], (None, True)),
        (["--data", "records"], (Path("records"), False)),
        (["--data=records", "--demo"], (Path("records"), True)),
        (["--help"], None),
        (["--data"], None),
        (["--data", "--demo"], None),
        (["hearing", "list"], None),
        (["--data", "records", "hearing", "list"], None),
        (["--demo", "check"], None),
    ],
)
def test_which_arguments_open_the_window(arguments: list[str], wanted: object) -> None:
    assert window_wanted(arguments) == wanted
