"""The same site by a Dask cluster on this machine, one of whose workers is killed meanwhile."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace

from publishing import tree
from sitegen import build, jobs
from sitegen.config import Config
from sitegen.errors import UsageError
from sitegen.jobs import cluster
from sitegen.progress import Silence

T = TypeVar("T")


class Killing(Silence):
    """Kills a process when the first file has been made."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def over(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield `items`."""
        for item in super().over(items, total):
            self._process.kill()
            yield item


def started(stack: ExitStack, folder: Path, *command: str) -> "subprocess.Popen[str]":
    """Start a part of the cluster that ends with `stack`."""
    process = stack.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", "dask", *command], cwd=folder, stderr=subprocess.PIPE, text=True
        )
    )
    stack.callback(process.kill)
    return process


def said(process: "subprocess.Popen[str]", pattern: str) -> str:
    """Wait for a line that has a pattern, and return what it names."""
    assert process.stderr
    for line in process.stderr:
        found = re.search(pattern, line)
        if found:
            return found[1]
    raise AssertionError(pattern)


def test_a_cluster_that_loses_a_worker_gives_the_same_site(
    tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_CHUNK", 20)
    config = Config(sources=(checkout / "seeds",), output=tmp_path / "site")
    with ExitStack() as stack:
        scheduler = started(
            stack, tmp_path, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
        )
        address = said(scheduler, r"Scheduler at:\s+tcp://(\S+)")
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [started(stack, tmp_path, "worker", address, *options) for _ in range(2)]
        for worker in workers:
            said(worker, r"(Registered to)")
        with jobs.opened(address=f"dask://{address}") as cluster:
            build.build(config, checkout, Killing(workers[0]), cluster)
        assert workers[0].wait() < 0
    build.build(replace(config, output=tmp_path / "local"), checkout, Silence())
    assert len(tree(tmp_path / "local")) > 500
    assert tree(tmp_path / "site") == tree(tmp_path / "local")


def test_a_cluster_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(UsageError, match="can't be reached"), jobs.opened(1, "dask://127.0.0.1:9"):
        pass
