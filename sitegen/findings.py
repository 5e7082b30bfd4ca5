"""What is found out about each paper once for each content, as it is kept between builds."""

from collections.abc import Mapping, Sequence
from functools import partial

from sitegen import introductions, readings, topics
from sitegen.cache import Cache, Folder, together
from sitegen.jobs import Jobs
from sitegen.model import Paper, Tagging
from sitegen.readings import Reading


def told(
    found: Sequence[Paper], kept: Folder, jobs: Jobs, *, ranks: bool
) -> tuple[dict[str, topics.Ranking], list[Reading]]:
    """Return what papers offer to topics, by their ids, and how their texts read, in their order.

    Each text is parsed once for both.

    Args:
        found: The papers.
        kept: Where that is kept.
        jobs: What it is done by.
        ranks: Whether anything is asked for topics.
    """
    texts = Cache(kept.lines("texts"), readings.read, Reading)
    # All that is looked at, in the order that topics ask in: a process knows what it has cut up.
    bare = topics.bare(found)
    asked = [*bare.values()]
    if ranks:
        ranked, read = together(jobs, asked, rankings(kept), texts)
        by_id = dict(zip(bare, ranked, strict=True))
    else:
        by_id, read = {}, list(texts.over(jobs, asked))
    readings_of = dict(zip(bare, read, strict=True))
    return by_id, [readings_of[paper.id] for paper in found]


def rankings(kept: Folder) -> Cache[Paper, topics.Ranking]:
    """Return what papers offer to topics, as it is kept between builds."""
    lines = kept.lines("rankings")
    return Cache(lines, topics.ranked, topics.Packed, topics.Ranking.packed, topics.unpacked)


def answers(kept: Folder, jobs: Jobs) -> topics.Answered:
    """Return how papers are asked about their topics: once for each content."""
    mentions = Cache(kept.lines("mentions"), topics.answered, topics.Answer)
    return partial(mentions.over, jobs)


def introduced(
    papers: Sequence[Paper], tagging: Tagging, kept: Folder, jobs: Jobs
) -> Mapping[str, introductions.Introduction]:
    """Return what introduces topics; abstracts are read for that once for each content."""
    leads = Cache(kept.lines("leads"), introductions.led, tuple[introductions.Lead, ...])
    by_id = {paper.id: paper for paper in papers}
    given = by_id, tagging.topics, tagging.tags
    return introductions.introductions(*given, partial(leads.over, jobs))
