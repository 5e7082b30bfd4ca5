"""The views of the index of topics: an alphabet and a hierarchy in one, in parts where long."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sitegen import parts, urls
from sitegen.cache.pieces import Pieces
from sitegen.config import Config
from sitegen.views.entries import Index, index, letters, lines
from sitegen.views.frame import Frame, shell
from sitegen.views.listed import Listed, counted, largest
from sitegen.views.pieces import Counted, Link
from sitegen.views.values import TopicsPage, TopicsPartPage

_LARGEST = 200
_MOST_BELOW = parts.LONGEST_INDEX // 2

Found = Sequence[parts.TopicPart]
Pages = tuple[tuple[str, TopicsPage | TopicsPartPage], ...]


def topics_pages(frame: Frame) -> Iterator[tuple[str, TopicsPage | TopicsPartPage]]:
    """Yield the path and view of the index of topics and of each of its parts.

    It is that of a book: every topic stands at its letter, and those with a parent once more
    under it, all by name. Of an index in parts, the first page shows the largest topics so.
    """
    return iter(_indexing.one(frame.config, tuple(frame.listed.values()), frame.size))


def _pages(config: Config, listed: tuple[Listed, ...]) -> Pages:
    """Return the paths and views of an index and of each of its parts."""
    links = dict(zip((topic.slug for topic in listed), counted(listed), strict=True))
    whole = index(links, listed, _MOST_BELOW)
    found = parts.topic_parts(listed, {one.slug: lines(whole.entry(one)) for one in listed})
    overview = _overview(config, links, listed, found)
    return ((urls.TOPICS, overview), *_part_pages(config, whole, found))


_indexing = Pieces(_pages)


def _overview(
    config: Config, links: Mapping[str, Counted], listed: Sequence[Listed], found: Found
) -> TopicsPage:
    """Return the view of the first page, which is the whole index where it has no parts."""
    shown = largest(listed, _LARGEST) if found else listed
    entries = index(links, shown, len(shown), also=not found)
    ways = _ways(found)
    firsts = {
        parts.initial(topic.name): ways[part.letter].url for part in found for topic in part.topics
    }
    return TopicsPage(
        shell=shell(config, urls.TOPICS, "Topics", "topics"),
        letters=letters([entries.entry(topic) for topic in shown], firsts),
        count=len(listed),
        shown=len(shown),
        parts=tuple(ways.values()),
    )


def _part_pages(
    config: Config, whole: Index, found: Found
) -> Iterator[tuple[str, TopicsPartPage]]:
    """Yield the path and view of each part of the index."""
    links = [Link(part.label, _url(part)) for part in found]
    ways = tuple(Link(way.name, way.url) for way in _ways(found).values())
    for at, part in enumerate(found):
        path = urls.topics_part(part.key)
        beside = [
            link for one, link in zip(found, links, strict=True) if one.letter == part.letter
        ]
        yield (
            path,
            TopicsPartPage(
                shell=shell(config, path, f"Topics: {part.label}", "topics"),
                url=links[at].url,
                letter=part.letter,
                label=part.label,
                letters=letters([whole.entry(whole.shown[topic.slug]) for topic in part.topics]),
                count=len(part.topics),
                parts=ways,
                beside=tuple(beside) if len(beside) > 1 else (),
                previous=links[at - 1] if at else None,
                following=links[at + 1] if at + 1 < len(links) else None,
            ),
        )


def _ways(found: Found) -> dict[str, Counted]:
    """Return the way to the first part of each letter, with how many topics the letter has."""
    ways: dict[str, Counted] = {}
    for letter, group in groupby(found, key=lambda part: part.letter):
        of_letter = list(group)
        count = sum(len(part.topics) for part in of_letter)
        ways[letter] = Counted(letter, _url(of_letter[0]), count)
    return ways


def _url(part: parts.TopicPart) -> str:
    """Return the address of a part."""
    return urls.href(urls.topics_part(part.key))
