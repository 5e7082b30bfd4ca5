"""Killed at any moment, a build leaves the old site, or one that the next command completes."""

import json
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

# Publishes a site whose pages hold what they link to, and kills itself at the given step.
KILLED = """
import builtins, io, json, os, pathlib, signal, sys
from sitegen import output, text
from sitegen.plan import Key, State, plan

folder, files, steps = pathlib.Path(sys.argv[1]), json.loads(sys.argv[2]), int(sys.argv[3])

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
with output.opened(folder, []) as site:
    planned = plan(site.known.state, state, site.damaged())
    site.update(planned, state, ((path, files[path].encode()) for path in planned.write))
"""


def published(folder: Path, files: dict[str, str], steps: int = 0) -> int:
    """Publish from a process that is killed at a step, if at any; return how it ended."""
    command = [sys.executable, "-c", KILLED, str(folder), json.dumps(files), str(steps)]
    return subprocess.run(command, check=False).returncode


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


def test_killed_at_every_step(tmp_path: Path) -> None:
    steps, old, half, new = 0, 0, 0, 0
    while True:
        steps += 1
        folder = tmp_path / str(steps)
        publish_here(folder, OLD)
        ended = published(folder, NEW, steps)
        found = tree(folder)
        assert reached(found) <= set(found), f"step {steps}: a link leads nowhere"
        old, half, new = (
            old + (found == OLD),
            half + (found not in (OLD, NEW)),
            new + (found == NEW),
        )
        if found not in (OLD, NEW):
            with output.opened(folder, []):
                assert tree(folder) == NEW, f"step {steps}: not completed"
        publish_here(folder, NEW)
        assert tree(folder) == NEW
        assert sorted(path.name for path in (folder / output.OWN).iterdir()) == [
            "lock",
            "manifest.json",
        ]
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    # The old site, a half-changed one and the new one have all been met.
    assert steps > 25
    assert min(old, half, new) >= 2


def publish_here(folder: Path, files: dict[str, str]) -> None:
    """Publish from this process."""
    state = State("1", {}, {path: Key("", text.digest(said)) for path, said in files.items()})
    with output.opened(folder, []) as site:
        planned = plan(site.known.state, state, site.damaged())
        site.update(planned, state, ((path, files[path].encode()) for path in planned.write))


def test_what_stands_in_the_way_of_completing_is_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    publish_here(folder, OLD)
    steps = 1
    while not (folder / output.OWN / "journal.json").exists():
        published(folder, NEW, steps)
        steps += 1
    assert tree(folder) == OLD
    (folder / "topics").mkdir()
    (folder / "topics" / "x.html").write_text("mine")
    with (
        pytest.raises(BuildError, match="not written by sitegen"),
        output.opened(folder, []),
    ):
        pass
    assert (folder / "topics" / "x.html").read_text() == "mine"
