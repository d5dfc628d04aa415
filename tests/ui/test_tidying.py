"""Garbage is collected on the window's thread between events, never by a job in the background."""

import gc
import threading
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QWidget

from frhearing.ui.background import Background
from frhearing.ui.tidying import Tidier


@pytest.fixture
def tidier(qapp):
    made = Tidier()
    yield made
    made.deleteLater()
    gc.unfreeze()


class Held(QWidget):
    """A widget in a cycle that tells which thread let it go."""

    let_go: ClassVar[list[int]] = []

    def __init__(self):
        super().__init__()
        self.itself = self

    def __del__(self):
        Held.let_go.append(threading.get_ident())


def test_a_job_never_lets_a_widget_go(qtbot, tidier):
    Held.let_go.clear()
    background = Background()
    Held()

    def job(progress):
        return [[n] for n in range(200_000)]

    done = []
    background.run(job, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert Held.let_go == []

    gc.collect()
    assert Held.let_go == [threading.get_ident()]
    background.wait()


def test_what_is_due_is_collected(tidier):
    Held.let_go.clear()
    Held()
    kept = [[n] for n in range(2_000)]

    tidier.tidy()

    assert Held.let_go == [threading.get_ident()]
    assert len(kept) == 2_000


def test_nothing_is_collected_while_a_job_is_under_way(qtbot, qapp):
    background = Background()
    tidier = Tidier(working=lambda: background.busy)
    Held.let_go.clear()
    Held()
    kept = [[n] for n in range(2_000)]
    task = background.run(lambda _progress: len(kept), lambda _number: None)

    assert tidier.tidy() == 0
    assert Held.let_go == []

    qtbot.waitUntil(lambda: task.ended)
    tidier.tidy()
    assert Held.let_go == [threading.get_ident()]
    tidier.deleteLater()
    gc.unfreeze()
