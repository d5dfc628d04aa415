"""The guards around the tests are themselves worth a test: a silent guard guards nothing."""

import os
import socket
from pathlib import Path

import pytest

from frhearing import paths


def test_reaching_for_the_network_fails_the_test() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as wire,
        pytest.raises(AssertionError, match="network"),
    ):
        wire.connect(("127.0.0.1", 9))


def test_the_testers_own_records_are_out_of_reach(tmp_path: Path) -> None:
    for folder in (paths.data_folder(), paths.demo_folder()):
        assert Path(os.environ["HOME"]) in folder.parents
        assert tmp_path.parent in folder.parents


def test_hostile_texts_can_all_be_stored_as_utf8(hostile_texts: list[str]) -> None:
    assert len(hostile_texts) >= 30
    assert all(text.encode("utf-8").decode("utf-8") == text for text in hostile_texts)
