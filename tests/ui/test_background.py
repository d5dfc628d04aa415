"""Work on the other thread: answers come back on the window's, faults are never silent, Cancel is quiet."""

import threading

import pytest

from frhearing.model.errors import Cancelled, Refused
from frhearing.ui.background import Background


@pytest.fixture
def background(qtbot):
    made = Background()
    yield made
    made.cancel_all()
    assert made.wait()


def test_work_is_done_elsewhere_and_answered_here(qtbot, background):
    here, said = threading.get_ident(), {}
    background.run(
        lambda _: threading.get_ident(), lambda there: said.update(there=there, answered=threading.get_ident())
    )
    qtbot.waitUntil(lambda: "there" in said)
    assert said["there"] != here
    assert said["answered"] == here


def test_jobs_come_one_after_the_other(qtbot, background):
    order = []
    for number in range(20):
        background.run(lambda _, n=number: n, order.append)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_a_fault_comes_back_as_it_was(qtbot, background):
    faults = []

    def job(_progress):
        raise Refused("The file is not there. Nothing was added.")

    background.run(job, lambda _: pytest.fail("not done"), faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], Refused)
    assert not background.busy


def test_a_fault_nobody_waits_for_reaches_the_application(qtbot, background):
    def job(_progress):
        raise ValueError("unexpected")

    with qtbot.captureExceptions() as caught:
        background.run(job, lambda _: None)
        qtbot.waitUntil(lambda: not background.busy)
    assert [str(fault[1]) for fault in caught] == ["unexpected"]


def test_progress_is_told_and_cancel_stops_quietly(qtbot, background):
    steps, ended = [], threading.Event()

    def job(progress):
        try:
            for number in range(10_000_000):
                progress.step(number, 10_000_000, "Reading")
                ended.wait(0.001)
        except Cancelled:
            ended.set()
            raise

    task = background.run(
        job, lambda _: pytest.fail("done"), lambda _: pytest.fail("failed"), lambda *step: steps.append(step)
    )
    qtbot.waitUntil(lambda: len(steps) > 3)
    task.cancel()
    qtbot.waitUntil(lambda: not background.busy)
    assert ended.is_set()
    assert steps[:2] == [(0, 10_000_000, "Reading"), (1, 10_000_000, "Reading")]
