"""The display stays awake while a hearing is held, and nothing of that can fail it; the sound when time is up."""

import threading
import time
import wave
from contextlib import contextmanager

import pytest
import wakepy
from PySide6.QtCore import Qt

from frhearing.desk.live import sitting
from frhearing.model.rules import RuleSet
from frhearing.paths import resource
from frhearing.ui.live import sounds
from frhearing.ui.live.awake import Awake

Key = Qt.Key


def soon(condition) -> bool:
    until = time.monotonic() + 60
    while not condition() and time.monotonic() < until:
        time.sleep(0.01)
    return bool(condition())


def test_it_is_asked_for_once_and_let_go(monkeypatch):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    awake = Awake()
    before = len(wakepy.global_modes())
    awake.hold(True)
    awake.hold(True)
    assert soon(lambda: len(wakepy.global_modes()) == before + 1)
    awake.hold(False)
    awake.wait()
    assert len(wakepy.global_modes()) == before


@pytest.mark.parametrize("fault", [OSError("no bus"), RuntimeError("a library's fault"), ImportError("gone")])
def test_no_fault_reaches_the_hearing(fault):
    def ask():
        raise fault

    awake = Awake(ask)
    awake.hold(True)
    awake.hold(False)
    awake.wait()
    assert not awake.asked


def test_a_system_that_answers_late_holds_nothing_up():
    answered = threading.Event()

    @contextmanager
    def late():
        answered.wait(60)
        yield

    awake = Awake(late)
    begun = threading.active_count()
    awake.hold(True)
    assert awake.asked
    awake.hold(False)
    answered.set()
    awake.wait()
    assert threading.active_count() <= begun


def test_the_display_is_kept_awake_from_the_call_to_order_to_the_end(held):
    room = held(opened=False)
    awake = room.window.live_watch.awake
    assert not awake.asked
    room.press(Key.Key_F8)
    assert awake.asked
    room.room.do(lambda live: sitting.recess(live, "6:40 PM"))
    assert awake.asked
    room.room.do(sitting.reconvene)
    room.room.do(sitting.close)
    room.room.do(sitting.adjourn)
    room.settle()
    assert not awake.asked


def test_chime_and_buzz_are_two_sounds():
    made = {}
    for kind in ("chime", "buzz"):
        with wave.open(str(resource("sounds", f"{kind}.wav"))) as file:
            made[kind] = file.readframes(file.getnframes())
            assert 0.3 < file.getnframes() / file.getframerate() < 1.5
    assert made["chime"] != made["buzz"]
    assert sounds.sound_of(RuleSet()) == "none"
    assert sounds.sound_of(RuleSet(sound_at_zero=True)) == "chime"
    assert sounds.sound_of(RuleSet(sound_at_zero=True, sound="buzz")) == "buzz"


def test_the_sound_is_played_once_when_time_is_up(held, monkeypatch, tmp_path):
    played = tmp_path / "played"
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\necho "$1" >> "{played}"\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    room = held(sound="buzz")
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(175)
    assert not played.exists()
    room.wait(20)
    assert soon(lambda: played.exists() and played.read_text().endswith("\n"))
    assert [line.rsplit("/", 1)[1] for line in played.read_text().split()] == ["buzz.wav"]
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    sounds.play("chime")
