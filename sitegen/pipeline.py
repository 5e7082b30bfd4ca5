"""The stages one after the other: sources → records → papers → topics → site → artifacts."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from sitegen import (
    artifacts,
    engine,
    findings,
    indexing,
    inputs,
    output,
    papers,
    readings,
    related,
    site,
    sources,
    topics,
)
from sitegen.artifacts import Artifact
from sitegen.cache import Folder
from sitegen.config import Config
from sitegen.errors import BuildError, Problem, error
from sitegen.jobs import HERE, Jobs
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Record, Tagging
from sitegen.plan import State
from sitegen.progress import Progress
from sitegen.theme import Theme
from sitegen.theme.slips import slips

NONSENSE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What comes of results that are whole and yet not what was once kept."""


class Library(Parcel, frozen=True):
    """What the sources hold, before any page is made.

    Attributes:
        records: How many were read.
        problems: Everything that was odd so far.
    """

    records: int
    papers: list[Paper]
    tagging: Tagging
    problems: tuple[Problem, ...]


class Made(Parcel, frozen=True):
    """A site to be, with what was found on the way to it.

    Attributes:
        records: How many were read.
        papers: How many they are of.
        topics: How many those have in common.
        files: What the site is; the library itself is no longer needed, nor held.
        state: What they are made of.
        problems: Everything that was odd about the input.
        passing: What was odd about this build alone.
        left: What leaves the next build what this one found out, when the site is there, and
            returns what was odd about that; None where it knows.
        forgotten: To be called where its files are nonsense: throws away what was kept between
            builds, and returns what there is to tell of that; nothing where nothing was kept.
    """

    records: int
    papers: int
    topics: int
    files: list[Artifact]
    state: State
    problems: tuple[Problem, ...]
    passing: tuple[Problem, ...]
    left: Callable[[], Sequence[Problem]] | None
    forgotten: Callable[[], Sequence[Problem]]


def made(config: Config, base: Path, look: Theme, progress: Progress, jobs: Jobs = HERE) -> Made:
    """Return the site that `config` asks for; `base` is what file names are counted from.

    What is kept between builds and turns out to be of no use is thrown away.

    Raises:
        BuildError: When the input can't be read or holds no paper, or two files claim one path.
        UsageError: When rules on topics contradict each other.
    """
    kept = Folder(base, engine.digest(), holds=not jobs.remote, stays=look.watched)
    try:
        return _made(config, look, progress, jobs, kept)
    except NONSENSE:
        jobs.close(at_once=True)
        if not kept.forgotten():
            raise
        return _made(config, look, progress, jobs, kept)


def _made(config: Config, look: Theme, progress: Progress, jobs: Jobs, kept: Folder) -> Made:
    """Return the site that `config` asks for, with what is `kept` between builds."""
    _recall(config, progress, jobs, kept)
    read = _papers(config, progress, kept.base)
    kept.limit(len(read.papers))
    if config.search.enabled:
        indexing.ready(_index(kept), jobs, len(read.papers))
    lasts = jobs.lasts(len(read.papers))
    rankings, told = findings.told(read.papers, kept, jobs, ranks=config.topics.enabled)
    plain = readings.plain(read.papers, told)
    lines = kept.lines("neighbours", held=lasts)
    given = read.papers, {one: its.keyphrases for one, its in rankings.items()}, lines, plain, jobs
    relate = partial(related.begun, *given) if config.related.enabled else _unrelated
    near = relate() if lines.there else None  # it takes one process, as do topics
    means = topics.Means(_known(rankings), findings.answers(kept, jobs), misses=False)
    found = _tagged(read, config, means)
    near = near or relate()  # it takes them all, and much memory
    introduced = findings.introduced(found.papers, found.tagging, kept, jobs)
    jobs.rest()  # they hold much of what they read, and are not needed for some time
    asked = plain, found.tagging, config.search, _index(kept, held=lasts), jobs
    index = indexing.begun(*asked) if config.search.enabled else _unindexed
    progress.step("Finding related papers")
    neighbours, odd_ties = near()
    said = [each.gist for each in told]
    whole = site.assemble(found.papers, found.tagging, neighbours, said, introduced)
    progress.step("Making pages and the search index")
    pages = artifacts.artifacts(whole, config, look)
    keys = artifacts.keys_again(pages, len(found.papers))
    searched, oddities = index()  # it is made meanwhile, and takes about as long
    files = artifacts.complete(pages, searched)
    state = artifacts.state({**keys, **artifacts.index_keys(searched, len(read.papers))}, look)
    output.check_inside(state.files)
    faults = readings.faults(found.papers, told)
    problems = dict.fromkeys((*slips(look), *found.problems, *faults))
    passing = dict.fromkeys((*kept.problems, *odd_ties, *oddities))
    listed = sum(topic.listed for topic in whole.topics.values())
    counts = found.records, len(found.papers), listed
    left = kept.leaving(config, found.papers)
    return Made(*counts, files, state, tuple(problems), tuple(passing), left, kept.forgotten)


def _recall(config: Config, progress: Progress, jobs: Jobs, kept: Folder) -> None:
    """Let this process recall what the last build held, and others what they will be asked of."""
    progress.step("Reading")
    if config.related.enabled:
        related.ready(kept.lines("neighbours"), jobs)
    if config.search.enabled:
        indexing.ready(_index(kept), jobs)
    kept.recall()


def _index(kept: Folder, *, held: bool = True) -> indexing.Kept:
    """Return where the search index is noted; `held` is as of `Folder.lines`."""
    return kept.lines("terms", held=held), kept.lines("scripts", held=held)


def _unrelated() -> Callable[[], tuple[related.Near, list[Problem]]]:
    """Return what a library without related papers waits for."""
    return lambda: ({}, [])


def _unindexed() -> tuple[indexing.Files, list[Problem]]:
    """Return what a library without a search has of one."""
    return [], []


def _known(rankings: Mapping[str, topics.Ranking]) -> topics.Ranked:
    """Return what tells the rankings of papers, which are known by the papers' ids."""

    def ranked(asked: Sequence[Paper]) -> list[topics.Ranking]:
        return [rankings[paper.id] for paper in asked]

    return ranked


def surveyed(config: Config, base: Path, progress: Progress, jobs: Jobs = HERE) -> Library:
    """Return the papers and their topics, with what just missed being one.

    What the last build found out is not looked for again, and nothing is written.

    Raises:
        BuildError: When the input can't be read or holds no paper.
        UsageError: When rules on topics contradict each other.
    """
    progress.step("Reading")
    read = _papers(config, progress, base)
    kept = Folder(base, engine.digest(), writes=False)
    ranked = partial(findings.rankings(kept).over, jobs)
    means = topics.Means(ranked, findings.answers(kept, jobs))
    try:
        return _tagged(read, config, means)
    except NONSENSE:
        return _tagged(read, config, topics.USUAL)


def _papers(config: Config, progress: Progress, base: Path) -> Library:
    """Return the papers of the sources, without topics.

    Raises:
        BuildError: When the input can't be read or holds no paper.
    """
    files, problems = inputs.files(config, base)
    items = [item for file in files for item in sources.records(file)]
    records = [item for item in items if isinstance(item, Record)]
    problems += [item for item in items if isinstance(item, Problem)]
    found, oddities = papers.merge(records)
    problems += oddities
    if not found:
        raise BuildError(*problems, _nothing(config))
    many = "1 paper" if len(found) == 1 else f"{len(found):,} papers"
    progress.step(f"Finding topics in {many}")
    return Library(len(records), found, site.untagged(found), tuple(problems))


def _tagged(read: Library, config: Config, means: topics.Means) -> Library:
    """Return the papers with the topics that `config` asks for.

    Raises:
        UsageError: When rules on topics contradict each other.
    """
    if not config.topics.enabled:
        return read
    tagging = topics.tag(read.papers, config.rules, means)
    return replace(read, tagging=tagging, problems=(*read.problems, *tagging.problems))


def _nothing(config: Config) -> Problem:
    """Return the problem of a build that has no paper to show."""
    named = ", ".join(map(str, config.sources))
    return error(named, "no paper found: there is nothing to build", sources.INSTEAD)
