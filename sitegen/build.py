"""The whole way: has anything changed, what is the site to be, what does that take, do it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen import inputs, output, theme
from sitegen.config import Config
from sitegen.errors import Problem
from sitegen.plan import plan
from sitegen.theme import Theme

if TYPE_CHECKING:
    from sitegen.pipeline import Made

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Summary:
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


def build(config: Config, base: Path, report: Report) -> Summary:
    """Build the site that `config` asks for; `base` is what file names are counted from.

    Where neither the input nor the site has changed since the last build, nothing is done.

    Raises:
        BuildError: When the input can't be read, holds no paper, or the output can't be
            written; the old site stays.
        UsageError: When rules on topics contradict each other.
    """
    output.check_folder(config.output, _untouchable(config))
    look = theme.load(config.theme)
    digest = inputs.digest(config, base, look)
    known = output.noted(config.output)
    if digest and known.inputs == digest and not output.damaged(config.output, known):
        return _summary(config.output, known.told, {}, 0)
    # What makes a site takes long to import, and was not needed until now.
    from sitegen import pipeline  # noqa: PLC0415

    made = pipeline.made(config, base, look, report)
    return _published(made, config, look, digest, report)


def _published(made: "Made", config: Config, look: Theme, digest: str, report: Report) -> Summary:
    """Write what differs from the site that there is, and return what was done."""
    from sitegen import artifacts  # noqa: PLC0415
    from sitegen.rendering import Renderer  # noqa: PLC0415

    state = artifacts.state(made.files, look)
    told = {
        "records": made.library.records,
        "papers": len(made.library.papers),
        "topics": made.topics,
        "files": len(made.files),
        "problems": [astuple(problem) for problem in made.problems],
    }
    with output.opened(config.output, _untouchable(config)) as site:
        planned = plan(site.known.state, state, site.damaged())
        report(f"Writing {len(planned.write)} of {len(made.files)} files")
        renderer = Renderer(look)
        contents = (
            (file.path, artifacts.content(file, renderer))
            for file in made.files
            if file.path in planned.write
        )
        site.update(planned, state, contents, inputs=digest, told=told)
    return _summary(config.output, told, Counter(planned.write.values()), len(planned.delete))


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
