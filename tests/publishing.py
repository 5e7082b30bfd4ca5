"""Sites of a few files, published as a build does it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from sitegen import output, text
from sitegen.errors import BuildError
from sitegen.plan import Key, Plan, State, plan

ONE = {"index.html": b"one", "papers/a.html": b"a"}


def state(files: Mapping[str, bytes]) -> State:
    """What files are made of that hold what is said."""
    return State("1", {}, {path: Key("", text.digest(str(said))) for path, said in files.items()})


def publish(
    folder: Path,
    files: Mapping[str, bytes],
    made: Iterable[tuple[str, bytes]] | None = None,
    sources: Sequence[Path] = (),
) -> Plan:
    """Make `files` the site, from `made` where that is given; return what it took."""
    with output.opened(folder, sources) as site:
        planned = plan(site.known.state, state(files), site.damaged())
        contents = ((path, files[path]) for path in planned.write)
        site.update(planned, state(files), contents if made is None else made)
    return planned


def tree(folder: Path) -> dict[str, bytes]:
    """The site's files, sitegen's own left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and output.OWN not in path.parts
    }


def refusal(folder: Path, files: dict[str, bytes] | None = None, source: str = "") -> str:
    """Return why a site is not written."""
    with pytest.raises(BuildError) as raised:
        publish(folder, files or ONE, sources=[Path(source)] if source else [])
    return "; ".join(problem.what for problem in raised.value.problems)
