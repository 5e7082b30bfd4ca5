"""A small library whose papers are related, and how it changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from msgspec.structs import replace

from making import seeds
from sitegen import related
from sitegen.cache import Lines
from sitegen.model import Neighbour, Paper, Tagging
from tagged import tagging

# Few words, so that every edit makes some of them common or rare, and their forms change places.
SAID = """
adapt adapted adapting Adapter graph graphs Graph sparse sparsity tax taxes tides Tides moon moons
the of GPS gps ſolar solar SOLAR straße STRASSE don't learning learned Learning deep https://a.example
"""
WORDS = SAID.split()
PHRASES = ("deep learning", "Deep Learning", "graph", "Graphs", "solar taxes", "sparse graphs")
Found = Mapping[str, Sequence[Neighbour]]


@dataclass(frozen=True)
class Library:
    """Papers and their keyphrases."""

    papers: Mapping[str, Paper]
    keyphrases: Mapping[str, tuple[str, ...]]

    def found(self, lines: Lines | None) -> Found:
        """Return the neighbours."""
        return related.neighbours([*self.papers.values()], Tagging((), {}, self.keyphrases), lines)


texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
phrases = st.lists(st.sampled_from(PHRASES), max_size=3, unique=True).map(tuple)
names = st.sampled_from("abcdefghijklmnopq")
edits = st.tuples(
    names, st.sampled_from(["title", "abstract", "id", "phrases", "variants"]), texts, phrases
)


def edited(library: Library, edit: tuple[str, str, str, tuple[str, ...]]) -> Library:
    """Return a library after one edit; an edit of an id adds a paper, or removes it."""
    name, what, text, said = edit
    papers, keyphrases = dict(library.papers), dict(library.keyphrases)
    if what == "id" and name in papers:
        del papers[name]
        return Library(papers, keyphrases)
    paper = papers.get(name) or Paper(name, name, text, text)
    if what == "variants":
        paper = replace(paper, variants=() if paper.variants else tuple(sorted(papers)[:2]))
    elif what == "title":
        paper = replace(paper, title=text)
    elif what == "abstract":
        paper = replace(paper, abstract=text)
    elif what == "phrases":
        keyphrases[name] = said
    papers[name] = paper
    return Library(papers, keyphrases)


def of_seeds(edit: Callable[[Paper], Paper], place: int = 50) -> Library:
    """Return the seeds after one of them was edited."""
    papers = {paper.id: paper for paper in seeds()}
    paper = seeds()[place]
    return Library({**papers, paper.id: edit(paper)}, tagging().keyphrases)


def longer(paper: Paper) -> Paper:
    """Return a paper that says more."""
    return replace(paper, abstract=paper.abstract + " It holds up under noisy labels.")
