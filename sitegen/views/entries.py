"""Topics as entries of an index: at their letters, and narrower ones below their parents."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from sitegen import parts
from sitegen.jobs.parcel import Parcel
from sitegen.views.listed import Listed
from sitegen.views.pieces import Counted, Entry, Letter

_ALSO = 3


class Index(Parcel, frozen=True):
    """What the entries of an index are made from.

    Attributes:
        links: The way to each listed topic, by slug.
        shown: The topics that stand in this index, by slug, in the order of names.
        below: Those of them that have a parent among them, by its slug.
        most_below: How many may stand below one of them.
        also: Whether entries tell what else a topic is called.
    """

    links: Mapping[str, Counted]
    shown: Mapping[str, Listed]
    below: Mapping[str, Sequence[Listed]]
    most_below: int
    also: bool

    def entry(self, topic: Listed) -> Entry:
        """Return the entry of a topic at its letter, with all below it if that is its place."""
        if topic.parent and topic.parent in self.shown:
            return Entry(self.links[topic.slug], within=self.links[topic.parent].name)
        return self._tree(topic, self._depth(topic), self.links.get(topic.parent or ""))

    def _tree(self, topic: Listed, depth: int, parent: Counted | None = None) -> Entry:
        """Return the entry of a topic with what stands below it, `depth` levels at most."""
        below = self.below.get(topic.slug, ()) if depth else ()
        return Entry(
            self.links[topic.slug],
            tuple(self._tree(one, depth - 1) for one in below),
            ", ".join(topic.phrases[:_ALSO]) if self.also else "",
            parent.name if parent else "",
        )

    def _depth(self, topic: Listed) -> int:
        """Return how many levels of topics below `topic` are few enough to be shown."""
        level, count, depth = [topic], 0, 0
        while level := [one for above in level for one in self.below.get(above.slug, ())]:
            count += len(level)
            if count > self.most_below:
                break
            depth += 1
        return depth


def index(
    links: Mapping[str, Counted], shown: Sequence[Listed], most_below: int, *, also: bool = False
) -> Index:
    """Return the index of the topics `shown`."""
    by_slug = {topic.slug: topic for topic in shown}
    below: dict[str, list[Listed]] = {}
    for topic in shown:
        if topic.parent in by_slug:
            below.setdefault(topic.parent, []).append(topic)
    return Index(links, by_slug, below, most_below, also)


def letters(entries: Sequence[Entry], urls: Mapping[str, str] | None = None) -> tuple[Letter, ...]:
    """Return `entries` under their letters; `urls` tell where the whole of a letter is."""
    groups = groupby(entries, key=lambda entry: parts.initial(entry.topic.name))
    return tuple(
        Letter(letter, tuple(group), urls[letter] if urls else "") for letter, group in groups
    )


def lines(entry: Entry) -> int:
    """Return how many lines an entry takes with all below it."""
    return 1 + sum(lines(one) for one in entry.narrower)
