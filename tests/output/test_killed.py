"""Killed at any moment, a build leaves the old site, or one that the next command completes."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen import output, text
from sitegen.errors import BuildError
from sitegen.plan import Key, State, plan

OLD = {
    "index.html": "papers/a.html papers/b.html",
    "papers/a.html": "index.html",
    "papers/b.html": "papers/a.html",
    "static/fonts": "",
    "static/data/x": "",
}
NEW = {
    "index.html": "papers/a.html papers/c.html topics/x.html",
    "papers/a.html": "index.html papers/c.html",
    "papers/c.html": "topics/x.html",
    "topics/x.html": "papers/a.html",
    "static/fonts/a": "",
    "static/data": "",
}

# Publishes a site whose pages hold what they link to, in a copy of the old one for each step, from
# a process that is killed at that step, until one comes to its end; tells how each ended.
KILLED = """
import builtins, io, itertools, json, os, pathlib, shutil, signal, sys
import filelock  # once for all: it takes longer than all else that each does
from sitegen import output, text
from sitegen.plan import Key, State, plan

top, files, steps = pathlib.Path(sys.argv[1]), json.loads(sys.argv[2]), 0

def counted(module, name, counts=lambda *given: True):
    real = getattr(module, name)
    def step(*given, **named):
        global steps
        steps -= counts(*given)
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)
    setattr(module, name, step)

for name in ("replace", "unlink", "mkdir", "rmdir", "chmod"):
    counted(os, name)
for module in (builtins, io):
    counted(module, "open", lambda path, mode="r", *_: "w" in mode)
state = State("1", {}, {path: Key("", text.digest(said)) for path, said in files.items()})
for number in itertools.count(1):
    folder = top / str(number)
    shutil.copytree(top / "old", folder)
    child = os.fork()
    if child == 0:
        steps = number
        with output.opened(folder, []) as site:
            planned = plan(site.known.state, state, site.damaged())
            site.update(planned, state, ((path, files[path].encode()) for path in planned.write))
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(ended)
    if ended != -signal.SIGKILL:
        break
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of sites that were to become new, one for each step that it was killed at."""
    top = tmp_path_factory.mktemp("killed")
    publish_here(top / "old", OLD)
    command = [sys.executable, "-c", KILLED, str(top), json.dumps(NEW)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    *ended, last = map(int, done.stdout.split())
    assert set(ended) == {-signal.SIGKILL}
    assert last == 0
    return top


def sites(top: Path) -> list[Path]:
    """The sites, by the step that each was killed at."""
    return [top / str(step) for step in range(1, len([*top.iterdir()]))]


def tree(folder: Path) -> dict[str, str]:
    """The site's files, sitegen's own left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and output.OWN not in path.parts
    }


def reached(files: dict[str, str]) -> set[str]:
    """All that a reader of the first page comes to by links, there or not."""
    found, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += files.get(path, "").split()
    return found


def test_killed_at_every_step(killed: Path, tmp_path: Path) -> None:
    shutil.copytree(killed, tmp_path, dirs_exist_ok=True)
    old, half, new = 0, 0, 0
    for folder in sites(tmp_path):
        found = tree(folder)
        assert reached(found) <= set(found), f"step {folder.name}: a link leads nowhere"
        old, half, new = (
            old + (found == OLD),
            half + (found not in (OLD, NEW)),
            new + (found == NEW),
        )
        if found not in (OLD, NEW):
            with output.opened(folder, []):
                assert tree(folder) == NEW, f"step {folder.name}: not completed"
        publish_here(folder, NEW)
        assert tree(folder) == NEW
        assert sorted(path.name for path in (folder / output.OWN).iterdir()) == [
            "lock",
            "manifest.json",
        ]
    # The old site, a half-changed one and the new one have all been met.
    assert old + half + new > 25
    assert min(old, half, new) >= 2


def publish_here(folder: Path, files: dict[str, str]) -> None:
    """Publish from this process."""
    state = State("1", {}, {path: Key("", text.digest(said)) for path, said in files.items()})
    with output.opened(folder, []) as site:
        planned = plan(site.known.state, state, site.damaged())
        site.update(planned, state, ((path, files[path].encode()) for path in planned.write))


def test_what_stands_in_the_way_of_completing_is_not_touched(killed: Path, tmp_path: Path) -> None:
    begun = next(site for site in sites(killed) if (site / output.OWN / "journal.json").exists())
    folder = tmp_path / "site"
    shutil.copytree(begun, folder)
    assert tree(folder) == OLD
    (folder / "topics").mkdir()
    (folder / "topics" / "x.html").write_text("mine")
    with (
        pytest.raises(BuildError, match="not written by sitegen"),
        output.opened(folder, []),
    ):
        pass
    assert (folder / "topics" / "x.html").read_text() == "mine"
