"""Text dumps of Hugging Face "Daily Papers" pages: a title, its abstract, and a page's noise.

The page marks nothing: a line's place, length and ending tell what it is. Where they do not,
the line is reported.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest

from sitegen import text
from sitegen.errors import Problem, warning
from sitegen.importers import foreign
from sitegen.importers.dump_lines import (
    is_noise,
    looks_like_abstract,
    looks_like_authors,
    looks_like_sentence,
    looks_like_text,
    names,
    unglued,
)
from sitegen.importers.encodings import restored
from sitegen.importers.lines import Line
from sitegen.importers.wrapping import unwrapped
from sitegen.model import Record, Source

_BANNERS = ("get trending papers", "daily papers", "byak and the research community")
_PREAMBLE = 40
# How data, markup and scripts begin.
_DATA = frozenset("[{@<%#")


def recognises(head: list[str]) -> bool:
    """Tell whether `head` has the page's banner, or a title above an abstract.

    What names its fields or marks its headings has such pairs of lines as well, and is no dump:
    its titles would be other lines of it.
    """
    other = foreign.known(head)
    if other is foreign.HTML or any("\x00" in line for line in head):
        return False
    lines = [line.strip() for line in head if line.strip()]
    if any(line.casefold().startswith(_BANNERS) for line in lines[:_PREAMBLE]):
        return True
    if other or (lines and lines[0][0] in _DATA):
        return False
    return any(not looks_like_abstract(a) and looks_like_abstract(b) for a, b in pairwise(lines))


def records(name: str, lines: Iterable[Line]) -> Iterator[Record | Problem]:
    """Yield the papers of the dump `name`, and a warning for each line that belongs to none."""
    page = _Page(name)
    content = list(_content(unwrapped(lines)))
    for line, following in zip_longest(content, content[1:]):
        yield from page.take(line, following.text if following else "")
    yield from page.finish()


def _content(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that say something, without the page's banner, menus and counters."""
    begun = False
    submitter_follows = False
    for line in lines:
        said = text.line(restored(line.text))
        if line.fault:
            yield line
        elif said:
            if not begun:
                said = unglued(said)
            noise = is_noise(said) or (submitter_follows and " " not in said)
            submitter_follows = said.casefold() in {"submitted by", "submitted by:"}
            if not noise:
                begun = True
                yield Line(line.number, said)


class _Page:
    """What has been read of one page: at most one paper that is not complete yet."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._title: Line | None = None
        self._people: Line | None = None
        self._paragraphs: list[str] = []

    def take(self, line: Line, following: str) -> Iterator[Record | Problem]:
        """Take the next line, with the text of the one that follows; yield what it completes."""
        if line.fault:
            yield from self.finish()
            yield warning(self._at(line), line.fault, "the line is left out")
        elif self._title is None:
            if looks_like_abstract(line.text):
                yield self._homeless(line)
            else:
                self._title = line
        elif self._paragraphs:
            if _continues(line.text, following):
                self._paragraphs.append(line.text)
            else:
                yield from self.finish()
                self._title = line
        elif looks_like_authors(line.text) and not self._people:
            self._people = line
        elif _begins_abstract(line.text, following):
            self._paragraphs.append(line.text)
        else:
            yield from self.finish()
            self._title = line

    def finish(self) -> Iterator[Record | Problem]:
        """Yield the paper read so far, or warnings where its abstract is missing."""
        if self._title is not None and self._paragraphs:
            yield Record(
                title=self._title.text,
                abstract=text.normal("\n\n".join(self._paragraphs)),
                source=Source(self._name, self._title.number),
                authors=names(self._people.text) if self._people else (),
            )
        else:
            # What looks like names may be a title as well.
            for line in filter(None, (self._title, self._people)):
                what = f"no abstract follows '{text.excerpt(line.text, 60)}'"
                yield warning(self._at(line), what, "the line is left out")
        self._title, self._people, self._paragraphs = None, None, []

    def _homeless(self, line: Line) -> Problem:
        """Return the problem of an abstract that has no title."""
        what = f"no title stands above '{text.excerpt(line.text, 60)}'"
        return warning(self._at(line), what, "the line is left out")

    def _at(self, line: Line) -> str:
        """Return where `line` stands, as a message says it."""
        return f"{self._name}:{line.number}"


def _continues(line: str, following: str) -> bool:
    """Tell whether `line` is one more paragraph of the abstract above it."""
    if looks_like_abstract(line):
        return True
    return looks_like_sentence(line) and not looks_like_abstract(following)


def _begins_abstract(line: str, following: str) -> bool:
    """Tell whether `line`, where an abstract is due, is one and not the next paper's title."""
    if looks_like_abstract(line) or looks_like_sentence(line):
        return True
    return looks_like_text(line) and not looks_like_abstract(following)
