"""The stages one after the other: sources → records → papers → topics → site → artifacts."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from sitegen import (
    artifacts,
    engine,
    indexing,
    inputs,
    introductions,
    papers,
    readings,
    related,
    site,
    sources,
    topics,
)
from sitegen.artifacts import Artifact
from sitegen.cache import Cache, Folder, again, together
from sitegen.config import Config
from sitegen.errors import BuildError, Problem, error
from sitegen.jobs import HERE, Jobs
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper, Record, Tagging
from sitegen.plan import State
from sitegen.progress import Progress
from sitegen.readings import Reading
from sitegen.theme import Theme
from sitegen.theme.slips import slips

_NONSENSE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
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
    """

    records: int
    papers: int
    topics: int
    files: list[Artifact]
    state: State
    problems: tuple[Problem, ...]
    passing: tuple[Problem, ...] = ()


def made(config: Config, base: Path, look: Theme, progress: Progress, jobs: Jobs = HERE) -> Made:
    """Return the site that `config` asks for; `base` is what file names are counted from.

    What is kept between builds and turns out to be of no use is thrown away.

    Raises:
        BuildError: When the input can't be read or holds no paper, or two files claim one path.
        UsageError: When rules on topics contradict each other.
    """
    kept = Folder(base, engine.digest(), holds=look.watched and not jobs.remote)
    again.turn(holds=kept.holds)
    try:
        return _made(config, look, progress, jobs, kept)
    except _NONSENSE:
        jobs.close(at_once=True)
        if not kept.forgotten():
            raise
        return _made(config, look, progress, jobs, kept)


def _made(config: Config, look: Theme, progress: Progress, jobs: Jobs, kept: Folder) -> Made:
    """Return the site that `config` asks for, with what is `kept` between builds."""
    related.ready(kept.lines("neighbours"), jobs if config.related.enabled else HERE)
    read = _papers(config, progress, kept.base)
    if config.search.enabled:
        noted = kept.lines("terms"), kept.lines("scripts")
        jobs.ready("search", len(read.papers), indexing.prepared, noted)
    rankings, told = _told(read.papers, kept, jobs, ranks=config.topics.enabled)
    plain = readings.plain(read.papers, told)
    lines = kept.lines("neighbours")
    given = read.papers, {one: its.keyphrases for one, its in rankings.items()}, lines, plain, jobs
    relate = partial(related.begun, *given) if config.related.enabled else _unrelated
    near = relate() if lines.there else None  # it takes one process, as do topics
    means = topics.Means(_known(rankings), _answers_of(kept, jobs), misses=False)
    found = _tagged(read, config, means)
    near = near or relate()  # it takes them all, and much memory
    introduced = _introduced(found, kept, jobs)
    jobs.rest()  # they hold much of what they read, and are not needed for some time
    noted = kept.lines("terms"), kept.lines("scripts")
    asked = plain, found.tagging, config.search, noted, jobs
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
    faults = readings.faults(found.papers, told)
    problems = dict.fromkeys((*slips(look), *found.problems, *faults))
    passing = dict.fromkeys((*kept.problems, *odd_ties, *oddities))
    listed = sum(topic.listed for topic in whole.topics.values())
    counts = found.records, len(found.papers), listed
    return Made(*counts, files, state, tuple(problems), tuple(passing))


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


def _told(
    found: Sequence[Paper], kept: Folder, jobs: Jobs, *, ranks: bool
) -> tuple[dict[str, topics.Ranking], list[Reading]]:
    """Return what the text of each paper tells, by its id for topics: each text is parsed once."""
    texts = Cache(kept.lines("texts"), readings.read, Reading)
    # All that is looked at, in the order that topics ask in: a process knows what it has cut up.
    bare = topics.bare(found)
    asked = [*bare.values()]
    if ranks:
        ranked, read = together(jobs, asked, _rankings(kept), texts)
        rankings = dict(zip(bare, ranked, strict=True))
    else:
        rankings, read = {}, list(texts.over(jobs, asked))
    told = dict(zip(bare, read, strict=True))
    return rankings, [told[paper.id] for paper in found]


def _rankings(kept: Folder) -> Cache[Paper, topics.Ranking]:
    """Return what papers offer to topics, as it is kept between builds."""
    lines = kept.lines("rankings")
    return Cache(lines, topics.ranked, topics.Packed, topics.Ranking.packed, topics.unpacked)


def _answers_of(kept: Folder, jobs: Jobs) -> topics.Answered:
    """Return how papers are asked about their topics: once for each content."""
    mentions = Cache(kept.lines("mentions"), topics.answered, topics.Answer)
    return partial(mentions.over, jobs)


def surveyed(config: Config, base: Path, progress: Progress, jobs: Jobs = HERE) -> Library:
    """Return the papers and their topics, with what just missed being one.

    What the last build found out is not looked for again, and nothing is written.

    Raises:
        BuildError: When the input can't be read or holds no paper.
        UsageError: When rules on topics contradict each other.
    """
    read = _papers(config, progress, base)
    kept = Folder(base, engine.digest(), writes=False)
    means = topics.Means(partial(_rankings(kept).over, jobs), _answers_of(kept, jobs))
    try:
        return _tagged(read, config, means)
    except _NONSENSE:
        return _tagged(read, config, topics.USUAL)


def _papers(config: Config, progress: Progress, base: Path) -> Library:
    """Return the papers of the sources, without topics.

    Raises:
        BuildError: When the input can't be read or holds no paper.
    """
    progress.step("Reading")
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


def _introduced(
    read: Library, kept: Folder, jobs: Jobs
) -> Mapping[str, introductions.Introduction]:
    """Return what introduces topics; abstracts are read for that once for each content."""
    leads = Cache(kept.lines("leads"), introductions.led, tuple[introductions.Lead, ...])
    papers = {paper.id: paper for paper in read.papers}
    given = papers, read.tagging.topics, read.tagging.tags
    return introductions.introductions(*given, partial(leads.over, jobs))
