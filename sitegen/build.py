"""The whole way: has anything changed, what is the site to be, what does that take, do it."""

import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from msgspec.structs import replace

from sitegen import inputs, output, theme
from sitegen.config import Config
from sitegen.errors import OvertakenError, Problem, warning
from sitegen.inputs import Moment
from sitegen.jobs import HERE, Jobs
from sitegen.jobs.parcel import Parcel
from sitegen.output import Note
from sitegen.plan import plan
from sitegen.progress import Progress
from sitegen.theme import Theme

if TYPE_CHECKING:
    from sitegen.artifacts import Artifact
    from sitegen.pipeline import Made

_STRIDE = 64
_MOVED = warning(
    "sitegen", "the input or the theme changed while the site was built", "build it again"
)


class Summary(Parcel, frozen=True):
    """What a build did.

    Attributes:
        folder: Where the site is.
        files: How many it has.
        written: Why files were written, each reason with how many; empty where nothing changed.
        deleted: How many files are no more.
        problems: Everything that was odd and did not end the build.
    """

    folder: Path
    records: int
    papers: int
    topics: int
    files: int
    written: Mapping[str, int]
    deleted: int
    problems: tuple[Problem, ...]


def build(
    config: Config,
    base: Path,
    progress: Progress,
    jobs: Jobs = HERE,
    *,
    watched: bool | Literal["patient"] = False,
) -> Summary:
    """Build the site that `config` asks for; `base` is what file names are counted from.

    The pages of a site that is `watched` load themselves anew when it was built again. Who is
    ``patient`` does not get a site of files that may have been half written as they were read.
    Where neither the input nor the site has changed since the last build, nothing is done but
    what that one left undone.

    Raises:
        BuildError: When the input can't be read, holds no paper, or the output can't be
            written; the old site stays.
        OvertakenError: For the ``patient`` alone.
        UsageError: When rules on topics contradict each other.
    """
    output.check_folder(config.output, _untouchable(config), inputs.parts(config))
    output.complete(config.output, _untouchable(config))
    look = theme.load(config.theme, watched=bool(watched))
    begun = inputs.moment(config, base, look)
    digest = inputs.digest(config, base, look)
    known = output.noted(config.output)
    if digest and known.inputs == digest and not output.damaged(config.output, known):
        with contextlib.suppress(KeyError, TypeError):  # where the note was tampered with
            return _summary(config.output, known.told, {}, 0)
    output.check_free(config.output)
    order = _Order(config, base, look, digest, begun, patient=watched == "patient")
    return _done(order, progress, jobs)


class _Order(Parcel, frozen=True):
    """What is asked for, with the digest of all that it is made from and how that was then."""

    config: Config
    base: Path
    look: Theme
    digest: str
    begun: Moment
    patient: bool

    def holds(self) -> bool:
        """Tell whether what the site is made from has stayed as it was.

        Raises:
            OvertakenError: Where it has not, and the order is a patient one.
        """
        now = inputs.moment(self.config, self.base, self.look)
        if self.patient and self.begun != now:
            raise OvertakenError(_MOVED)
        return bool(self.begun) and now == self.begun


def _done(order: _Order, progress: Progress, jobs: Jobs) -> Summary:
    """Make what is asked for; once more where what was kept turns out to be of no use."""
    # What makes a site takes long to import, and was not needed until now.
    from sitegen import pipeline  # noqa: PLC0415

    making = partial(pipeline.made, order.config, order.base, order.look, progress, jobs)
    made = making()
    try:
        return _published(order, made, progress, jobs)
    except pipeline.NONSENSE:  # pages are made only now
        jobs.close(at_once=True)
        said = made.forgotten()
        if not said:
            raise
    made = making()
    return _published(order, replace(made, passing=(*said, *made.passing)), progress, jobs)


def _published(order: _Order, made: "Made", progress: Progress, jobs: Jobs) -> Summary:
    """Write what differs from the site that there is, and return what was done."""
    from sitegen import artifacts  # noqa: PLC0415

    files, state = made.files, made.state
    if order.look.watched:
        stamps = artifacts.stamps(state)
        files = [*files, *stamps]
        state = replace(state, files={**state.files, **artifacts.keys(stamps)})
    told = {
        "records": made.records,
        "papers": made.papers,
        "topics": made.topics,
        "files": len(files),
        "problems": [astuple(problem) for problem in made.problems],
    }
    with output.opened(order.config.output, _untouchable(order.config)) as site:
        passing = [*made.passing, *site.oddities()]
        planned = plan(site.known.state, state, site.damaged())
        progress.step(f"Writing {len(planned.write)} of {len(files)} files")
        recipes = tuple(state.recipes.values())
        changed = _spread([file for file in files if file.path in planned.write])
        contents = jobs.over(partial(artifacts.contents, order.look, recipes), changed)
        shown = progress.over(contents, len(changed))
        done = site.update(planned, state, shown, Note(order.digest, told, order.holds))
    found = _summary(
        order.config.output, told, Counter(planned.write.values()), len(planned.delete)
    )
    if made.left is not None:
        progress.step("Noting what was found")
        passing += made.left()
    if not done.holds:
        passing.append(_MOVED)
    for path in done.kept:
        where = str(order.config.output / path)
        passing.append(warning(where, "is no more and can't be deleted", "the next build tries"))
    return replace(found, problems=(*found.problems, *passing))


def _spread(files: "Sequence[Artifact]") -> "list[Artifact]":
    """Return files in another order: those of a kind, some of which take long, apart.

    Processes are given some that follow one another, and wait for the slowest of them.
    """
    return [file for start in range(_STRIDE) for file in files[start::_STRIDE]]


def _summary(
    folder: Path, told: Mapping[str, Any], written: Mapping[str, int], deleted: int
) -> Summary:
    """Return what a build did, from what is noted of it."""
    return Summary(
        folder,
        told["records"],
        told["papers"],
        told["topics"],
        told["files"],
        written,
        deleted,
        tuple(Problem(*values) for values in told["problems"]),
    )


def _untouchable(config: Config) -> list[Path]:
    """Return what the site must not be written over: its input and its theme."""
    return [*config.sources, *([config.theme] if config.theme else [])]
