"""The index of a library, made as a build makes it: in a process of its own."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from measuring.background import apart
from measuring.cost import peak_memory
from sitegen import search
from sitegen.jobs import memory
from sitegen.model import Paper, Tag, Topic


@dataclass(frozen=True, slots=True)
class Indexed:
    """A search index with what it took.

    Attributes:
        files: Path and content of each file.
        took: Processor time in seconds.
        peak: Megabytes at the most, the papers included.
    """

    files: Mapping[str, str]
    took: float
    peak: float


def indexed(
    papers: Sequence[Paper], tags: Mapping[str, Sequence[Tag]], topics: Mapping[str, Topic]
) -> Indexed:
    """Return the index of papers whose title and abstract are in plain form."""
    bare = {paper: [Tag(tag.topic) for tag in each] for paper, each in tags.items()}
    return apart(_made, papers, bare, topics)


def _made(
    papers: Sequence[Paper], tags: Mapping[str, Sequence[Tag]], topics: Mapping[str, Topic]
) -> Indexed:
    """Return the index, made in this process."""
    memory.seldom_collected()
    start = time.process_time()
    files = dict(search.files(papers, tags, topics))
    took = time.process_time() - start
    return Indexed(files, took, peak_memory())
