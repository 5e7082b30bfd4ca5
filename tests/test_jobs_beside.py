"""`jobs`: one thing is done beside all else, by a process that is ready, ends or stays."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen import jobs
from sitegen.errors import BuildError

MANY = range(2000)
NAME = "sums"


def where(items: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in items]


def test_work_beside_gives_its_result() -> None:
    with jobs.opened(2) as pool:
        assert pool.beside(NAME, len(MANY), os.getpid)() != os.getpid()
        assert multiprocessing.active_children() == []
        assert pool.beside(NAME, 1, os.getpid)() == os.getpid()


def test_a_process_that_is_ready_does_the_work_beside() -> None:
    with jobs.opened(2) as pool:
        pool.ready(NAME, len(MANY), time.time)
        (ready,) = multiprocessing.active_children()
        assert ready.pid not in set(pool.over(where, MANY))
        pool.rest()
        assert multiprocessing.active_children() == [ready]
        assert pool.beside(NAME, len(MANY), os.getpid)() == ready.pid
        assert multiprocessing.active_children() == []
        assert pool.beside(NAME, len(MANY), os.getpid)() != ready.pid


def test_a_process_that_ended_before_it_was_asked_is_replaced() -> None:
    before = {*threading.enumerate()}
    with jobs.opened(2) as pool:
        pool.ready(NAME, len(MANY), time.time)
        (ready,) = multiprocessing.active_children()
        ready.kill()
        for _ in range(600):
            if before >= {*threading.enumerate()}:
                break  # then this process has seen it
            time.sleep(0.1)
        assert pool.beside(NAME, len(MANY), os.getpid)() not in {ready.pid, os.getpid()}
        with pytest.raises(BuildError, match="ended suddenly"):
            pool.beside(NAME, len(MANY), os._exit, 1)()
        assert pool.beside(NAME, len(MANY), os.getpid)() != os.getpid()


def test_a_process_that_nobody_asks_ends_with_the_others() -> None:
    with jobs.opened(2) as pool:
        pool.ready(NAME, len(MANY), time.time)
        pool.ready(NAME, 1, time.time)
        assert len(multiprocessing.active_children()) == 1
        pool.close()
        assert multiprocessing.active_children() == []


def test_it_is_made_ready_once_however_often_nobody_asks_it() -> None:
    with jobs.opened(2) as pool:
        for _ in range(3):
            pool.ready(NAME, len(MANY), time.time)
        (ready,) = multiprocessing.active_children()
        assert pool.beside(NAME, len(MANY), os.getpid)() == ready.pid


def test_each_name_has_a_process_that_stays_where_that_is_asked_for() -> None:
    with jobs.opened(2, stays=True) as pool:
        one = pool.beside(NAME, 1, os.getpid)()
        other = pool.beside("others", 1, os.getpid)()
        assert len({one, other, os.getpid()}) == 3
        assert pool.beside(NAME, 1, os.getpid)() == one
        pool.ready("others", 1, time.time)
        assert pool.beside("others", 1, os.getpid)() == other
    assert multiprocessing.active_children() == []


def test_who_is_at_work_for_nobody_is_asked_next() -> None:
    for stays in (True, False):
        with jobs.opened(2, stays=stays) as pool:
            for _ in range(3):
                pool.beside(NAME, len(MANY), os.getpid)
                pool.ready(NAME, len(MANY), time.time)
            (one,) = multiprocessing.active_children()
            assert pool.beside(NAME, len(MANY), os.getpid)() == one.pid
            assert multiprocessing.active_children() == ([one] if stays else [])


def test_who_worked_on_very_much_gives_the_memory_back() -> None:
    with jobs.opened(2, stays=True) as pool:
        assert pool.stays(len(MANY))
        assert not pool.stays(100_000)
        assert pool.beside(NAME, 100_000, os.getpid)() != os.getpid()
        assert multiprocessing.active_children() == []


def test_with_one_process_nothing_is_done_beside() -> None:
    with jobs.opened(1, stays=True) as pool:
        pool.ready(NAME, len(MANY), time.time)
        assert pool.beside(NAME, len(MANY), os.getpid)() == os.getpid()
        assert multiprocessing.active_children() == []


# A worker that ends as soon as it has told a part of what it found.
HALF_TOLD = """
import os, signal, sys, threading, time
from sitegen import jobs
from sitegen.errors import BuildError

def telling(main):
    while sys._current_frames()[main].f_code.co_name != "_send":
        time.sleep(0.0001)
    os.kill(os.getpid(), signal.SIGKILL)

def large(_):
    threading.Thread(target=telling, args=(threading.get_ident(),), daemon=True).start()
    return bytes(1 << 28)

if __name__ == "__main__":
    try:
        with jobs.opened(2) as pool:
            pool.beside("large", 2000, large, 0)()
    except BuildError as fault:
        sys.exit(str(fault))
"""


def test_a_worker_that_ends_while_it_tells_a_result_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text(HALF_TOLD)
    command = [sys.executable, "main.py"]
    done = subprocess.run(
        command, cwd=tmp_path, timeout=60, check=False, capture_output=True, text=True
    )
    assert "a worker process ended suddenly" in done.stderr


@pytest.mark.parametrize(
    "start",
    [
        "concurrent.futures.process._ExecutorManagerThread.start",
        "multiprocessing.queues.Queue._start_thread",
    ],
)
def test_a_process_without_the_threads_that_serve_it_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    def scarce(_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(start, scarce)
    try:
        with jobs.opened(2) as work, pytest.raises(BuildError, match="can't start new thread"):
            work.beside("sums", 2000, sum, [1])
    finally:
        left = multiprocessing.active_children()
        for each in left:
            each.kill()
    assert not left
