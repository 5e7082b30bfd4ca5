"""Keywords of authors as phrases: of a path through a taxonomy, its end."""

from collections.abc import Iterable


def subjects(keywords: Iterable[str]) -> tuple[str, ...]:
    """Return what keywords name, each once."""
    return tuple(dict.fromkeys(map(_subject, keywords)))


def _subject(keyword: str) -> str:
    """Return *Kernel Methods* of *Machine Learning: ML: Kernel Methods*.

    One word says too little without what stands before it: *Machine Learning: General*.
    """
    end = keyword.rpartition(": ")[2]
    return end if len(end.split()) > 1 else keyword
