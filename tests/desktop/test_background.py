"""Work beside the window comes back into the window's own thread."""

import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop import background
from rebound_desktop.desktop.background import Job
from rebound_desktop.store.errors import StoreError


def test_the_result_comes_in_the_thread_that_asked(qtbot: QtBot) -> None:
    threads: list[int] = []
    job = Job(lambda: threads.append(threading.get_ident()) or "done")
    job.done.connect(lambda _result: threads.append(threading.get_ident()))
    with qtbot.waitSignal(job.done) as signal:
        job.start()
    assert signal.args == ["done"]
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_what_the_person_can_know_of_comes_as_a_sentence(qtbot: QtBot) -> None:
    def refuse() -> None:
        raise StoreError("The disk is full.")

    job = Job(refuse)
    with qtbot.waitSignal(job.refused) as signal:
        job.start()
    assert signal.args == ["The disk is full."]


def test_an_unexpected_error_goes_to_the_log(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: noted.append(kind))
    job = Job(lambda: 1 // 0)
    with qtbot.waitSignal(job.refused) as signal:
        job.start()
    assert signal.args == [""]
    assert noted == [ZeroDivisionError]


def test_waiting_waits_for_work_that_needs_python(qtbot: QtBot) -> None:
    ended: list[int] = []
    jobs = [Job(lambda: ended.append(sum(range(200_000)))) for _ in range(3)]
    for job in jobs:
        job.start()
    background.wait()
    assert len(ended) == 3
