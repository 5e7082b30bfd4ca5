"""Plain forms, gists and formulas at fault: what of a text takes long to find out."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from sitegen import gists, markup, prose, text
from sitegen.cache import again
from sitegen.errors import Problem, warning
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper

_LONGEST_FAULT = 80


class Reading(Parcel, frozen=True):
    """What a paper's text tells.

    Attributes:
        title: Its plain form; None where it is as it is written.
        abstract: The same.
        gist: What was done, as it says it.
        faults: Its TeX that could not be turned into mathematics.
    """

    title: str | None
    abstract: str | None
    gist: str
    faults: tuple[str, ...]

    def plain(self, paper: Paper) -> Paper:
        """Return the paper that it is of with its texts in plain form."""
        if self.title is None and self.abstract is None:
            return paper
        title = paper.title if self.title is None else self.title
        return replace(
            paper, title=title, abstract=paper.abstract if self.abstract is None else self.abstract
        )


_last = again.Last[Mapping[str, tuple[Paper, Reading, Paper]]](__name__)


def plain(library: Sequence[Paper], told: Sequence[Reading]) -> list[Paper]:
    """Return papers with their texts in plain form; of those that stayed it is the very same."""
    if not _last.holds:
        return [each.plain(paper) for paper, each in zip(library, told, strict=True)]
    last = _last.recalled() or {}
    found: dict[str, tuple[Paper, Reading, Paper]] = {}
    for paper, each in zip(library, told, strict=True):
        known = last.get(paper.id)
        if known is None or known[0] is not paper or known[1] is not each:
            known = paper, each, each.plain(paper)
        found[paper.id] = known
    _last.hold(found, len(found))
    return [made for _, _, made in found.values()]


def read(papers: Sequence[Paper]) -> list[Reading]:
    """Return the readings of some papers, each from its texts alone."""
    return [_read(paper.title, paper.abstract) for paper in papers]


def _read(title: str, abstract: str) -> Reading:
    """Return the reading of a title and an abstract."""
    plain_title, plain_abstract = prose.plain(title), prose.plain(abstract)
    return Reading(
        None if plain_title == title else plain_title,
        None if plain_abstract == abstract else plain_abstract,
        gists.gist(plain_abstract),
        (*markup.faults(title), *markup.faults(abstract)),
    )


def faults(library: Sequence[Paper], told: Sequence[Reading]) -> Iterator[Problem]:
    """Yield a warning for each formula that stays as its source."""
    for paper, each in zip(library, told, strict=True):
        for fault in each.faults:
            what = f"TeX not understood: {text.excerpt(fault, _LONGEST_FAULT)}"
            yield warning(str(paper.sources[0]), what, "shown as it is")
