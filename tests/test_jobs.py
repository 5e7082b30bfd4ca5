"""`jobs`: one result however the work is done, no fault hidden, no process left."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sitegen import jobs
from sitegen.errors import BuildError, error
from sitegen.jobs.pool import started

MANY = range(2000)
NAME = "sums"


def doubled(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


def where(items: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in items]


def failing(items: Sequence[int]) -> list[int]:
    raise BuildError(error("seeds/a.txt:3", f"what {items[0]} says is wrong", "mend it"))


class Parted:
    """Notes that it is taken apart."""

    def __init__(self, note: Path) -> None:
        self.note = note

    def __del__(self) -> None:
        self.note.touch()


HELD: list[Parted] = []


def holding(note: Path) -> int:
    HELD.append(Parted(note))
    return len(HELD)


def missing(items: Sequence[int]) -> list[int]:
    raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(items[0]))


def killed(items: Sequence[int]) -> list[int]:
    if items[0] == 600:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(items)


def test_the_order_is_that_of_the_items() -> None:
    with jobs.opened(2) as pool, ThreadPoolExecutor(3) as executor:
        for one in (jobs.HERE, pool, jobs.Jobs(3, executor)):
            assert list(one.over(doubled, MANY)) == doubled(MANY)


def test_a_short_list_stays_in_this_process_and_a_long_one_does_not() -> None:
    with jobs.opened(2) as pool:
        assert set(pool.over(where, range(100))) == {os.getpid()}
        assert os.getpid() not in set(pool.over(where, MANY))
    with jobs.opened(1) as alone:
        assert set(alone.over(where, MANY)) == {os.getpid()}


def test_what_is_worked_on_again_goes_to_the_process_that_had_it() -> None:
    with jobs.opened(2) as pool:
        before = list(pool.over(where, MANY))
        assert len(set(before)) == 2
        assert list(pool.over(where, MANY)) == before


def test_a_workers_problem_is_told_as_it_is() -> None:
    with jobs.opened(2) as pool, pytest.raises(BuildError) as raised:
        list(pool.over(failing, MANY))
    (problem,) = raised.value.problems
    assert (problem.where, problem.hint) == ("seeds/a.txt:3", "mend it")


def test_a_worker_that_is_killed_is_a_problem_and_others_take_its_place() -> None:
    with jobs.opened(2) as pool:
        with pytest.raises(BuildError, match="ended suddenly"):
            list(pool.over(killed, MANY))
        assert list(pool.over(doubled, MANY)) == doubled(MANY)


def test_a_worker_that_is_killed_while_it_has_nothing_to_do_is_no_problem() -> None:
    with jobs.opened(2) as pool:
        one, other = sorted(set(pool.over(where, MANY)))
        serving = {*threading.enumerate()}
        os.kill(one, signal.SIGKILL)
        while serving <= {*threading.enumerate()}:  # until its executor has heard of that
            time.sleep(0.01)
        after = set(pool.over(where, MANY))
        assert len(after) == 2
        assert after & {one, other} == {other}


def test_there_are_no_more_processes_than_there_is_work() -> None:
    with jobs.opened(64) as work:
        assert len(set(work.over(where, range(1600)))) == 8
        assert len(set(work.over(where, range(2000)))) == 10
        assert len(multiprocessing.active_children()) == 10


def test_who_is_bound_to_one_of_many_processors_does_all_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {63})
    with jobs.opened() as pool:
        assert set(pool.over(where, MANY)) == {os.getpid()}


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOSPC, errno.ENOENT])
def test_a_process_that_cannot_be_started_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def scarce() -> object:
        if len(multiprocessing.active_children()) >= 3:
            raise OSError(number, "The system says so")
        return started()

    monkeypatch.setattr("sitegen.jobs.pool.started", scarce)
    with jobs.opened(4) as work:
        with pytest.raises(BuildError, match="can't be started: The system says so"):
            list(work.over(doubled, MANY))
        assert not multiprocessing.active_children()


def test_a_fault_of_the_work_is_no_fault_of_the_process() -> None:
    with jobs.opened(2) as work, pytest.raises(FileNotFoundError):
        list(work.over(missing, MANY))


def test_who_is_interrupted_waits_for_nothing() -> None:
    def interrupted() -> None:
        with jobs.opened(2) as pool:
            pool.beside(NAME, len(MANY), time.sleep, 3600)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert multiprocessing.active_children() == []


# What is started in the background of a shell does not hear of interrupts, unless it asks to.
INTERRUPTED = """
import signal, sys, time
from sitegen import jobs

def slow(items):
    time.sleep(0.05)
    return [each[:1] for each in items]

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with jobs.opened(2) as pool:
            for number, _ in enumerate(pool.over(slow, [f"{at:9000}" for at in range(20000)])):
                if number == 400:
                    print("begun", flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize("wait", [0, 0.02, 0.05, 0.1])
def test_who_is_interrupted_while_processes_are_given_work_ends(
    tmp_path: Path, wait: float
) -> None:
    (tmp_path / "main.py").write_text(INTERRUPTED)
    command = [sys.executable, "main.py"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        parent.stdout.readline()
        time.sleep(wait)
        parent.send_signal(signal.SIGINT)
        try:
            assert parent.wait(60) == 130
        finally:
            parent.kill()


def test_what_a_worker_holds_is_not_taken_apart(tmp_path: Path) -> None:
    with jobs.opened(2) as pool:
        assert pool.beside(NAME, len(MANY), holding, tmp_path / "parted")() == 1
        assert multiprocessing.active_children() == []
    assert not (tmp_path / "parted").exists()


def test_other_processes_come_after_those_that_ended() -> None:
    with jobs.opened(2) as pool:
        before = set(pool.over(where, MANY))
        pool.close()
        assert multiprocessing.active_children() == []
        assert not before & set(pool.over(where, MANY))


def test_no_process_is_left_when_the_parent_is_killed(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(
        "import os, pathlib, time\n"
        "def slow(items):\n"
        "    pathlib.Path(f'pid-{os.getpid()}').touch()\n"
        "    time.sleep(60)\n"
        "    return items\n"
    )
    program = (
        "import slow\nfrom sitegen import jobs\n"
        "if __name__ == '__main__':\n"
        "    with jobs.opened(2) as pool: list(pool.over(slow.slow, range(2000)))\n"
    )
    (tmp_path / "main.py").write_text(program)
    parent = subprocess.Popen([sys.executable, "main.py"], cwd=tmp_path)
    workers = _until(lambda: [int(path.name[4:]) for path in tmp_path.glob("pid-*")], 2)
    parent.kill()
    parent.wait()
    _until(lambda: [pid for pid in workers if not _alive(pid)], 2)


def _until(found: Callable[[], list[int]], count: int) -> list[int]:
    """Wait until as much is found, and return it."""
    for _ in range(2400):
        if len(found()) >= count:
            return list(found())
        time.sleep(0.05)
    raise AssertionError(found())


def _alive(pid: int) -> bool:
    """Whether a process is there and more than a name in a table."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
