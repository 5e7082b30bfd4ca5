"""The whole pipeline: sources → records → papers → topics → site → artifacts → files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen import artifacts, markup, output, papers, related, site, sources, theme, topics
from sitegen.config import Config
from sitegen.errors import BuildError, Problem, error, warning
from sitegen.model import Paper, Record, Tagging

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did.

    Attributes:
        folder: Where the site is.
        problems: Everything that was odd and did not end the build.
    """

    folder: Path
    records: int
    papers: int
    topics: int
    files: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """What the sources hold, before any page is made.

    Attributes:
        records: How many were read.
        problems: Everything that was odd so far.
    """

    records: int
    papers: list[Paper]
    tagging: Tagging
    problems: tuple[Problem, ...]


def build(config: Config, base: Path, report: Report) -> Summary:
    """Build the site that `config` asks for; `base` is what file names are counted from.

    Raises:
        BuildError: When the input can't be read, holds no paper, or the output can't be
            written; the old site stays.
        UsageError: When rules on topics contradict each other.
    """
    output.check_folder(config.output, _untouchable(config))
    found = library(config, base, report)
    report("Finding related papers")
    neighbours = related.neighbours(found.papers, found.tagging)
    whole = site.assemble(found.papers, found.tagging, neighbours)
    look = theme.load(config.theme)
    report("Building pages and the search index")
    files = artifacts.artifacts(whole, config, look)
    problems = (*found.problems, *_tex_faults(found.papers))
    report(f"Writing {len(files)} files")
    contents = ((file.path, artifacts.content(file, look)) for file in files)
    count = output.publish(config.output, _untouchable(config), contents)
    return Summary(
        config.output, found.records, len(found.papers), len(whole.topics), count, problems
    )


def library(config: Config, base: Path, report: Report) -> Library:
    """Return the papers and the topics that `config` asks for.

    Raises:
        BuildError: When the input can't be read or holds no paper.
        UsageError: When rules on topics contradict each other.
    """
    report("Reading")
    records, problems = _read(config, base)
    found, oddities = papers.merge(records)
    problems += oddities
    if not found:
        raise BuildError(*problems, _nothing(config))
    report(f"Finding topics in {len(found)} papers")
    wanted = config.topics.enabled
    tagging = topics.tag(found, config.rules) if wanted else site.untagged(found)
    return Library(len(records), found, tagging, (*problems, *tagging.problems))


def _untouchable(config: Config) -> list[Path]:
    """Return what the site must not be written over: its input and its theme."""
    return [*config.sources, *([config.theme] if config.theme else [])]


def _read(config: Config, base: Path) -> tuple[list[Record], list[Problem]]:
    """Return every record of the sources, and what could not be read."""
    files, problems = sources.files(config.sources, base, config.output)
    records: list[Record] = []
    for file in files:
        for item in sources.records(file):
            if isinstance(item, Record):
                records.append(item)
            else:
                problems.append(item)
    return records, problems


def _nothing(config: Config) -> Problem:
    """Return the problem of a build that has no paper to show."""
    named = ", ".join(map(str, config.sources))
    hint = "name files or folders: sitegen build FILE…"
    return error(named, "no paper found: there is nothing to build", hint)


def _tex_faults(library: list[Paper]) -> list[Problem]:
    """Return a warning for each formula that stays as its source."""
    return list(_each_tex_fault(library))


def _each_tex_fault(library: list[Paper]) -> Iterator[Problem]:
    """Yield a warning for each formula that can't be turned into mathematics."""
    for paper in library:
        for fault in (*markup.faults(paper.title), *markup.faults(paper.abstract)):
            yield warning(str(paper.sources[0]), f"TeX not understood: {fault}", "shown as it is")
