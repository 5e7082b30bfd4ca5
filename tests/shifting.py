"""A small library of topics and neighbours as stages find them, and how it changes."""

import random
from collections.abc import Callable, Container, Iterator, Sequence

from msgspec.structs import replace

from making import paper
from sitegen.config import Config, Feature
from sitegen.model import Evidence, Neighbour, Paper, Reason, Tag, Tagging, Topic

NAMES = ("Sparse Coding", "Sparse Graphs", "Graphs", "Zebras", "Bandits", "7 Bridges")
SAID = "is the task of writing a signal as a sum of a few atoms, which takes long."


class Library:
    """A small library whose papers name topics and one another; what stays is the same value."""

    def __init__(self) -> None:
        self.config = Config()
        self.names = dict(enumerate(NAMES))
        self.parents: dict[int, int] = {1: 2}
        self.papers: dict[str, Paper] = {}
        self.tags: dict[str, tuple[Tag, ...]] = {}
        self.keyphrases: dict[str, tuple[str, ...]] = {}
        self.near: dict[str, tuple[Neighbour, ...]] = {}
        self.topics: dict[str, Topic] = {}
        self.fails = False
        rng = random.Random(1)  # noqa: S311 - no secret
        for _ in range(14):
            added(self, rng)

    def tagging(self) -> Tagging:
        """Return the topics of the papers; one that stayed is the same value."""
        members: dict[str, list[str]] = {}
        for ident in sorted(self.tags):
            for tag in self.tags[ident]:
                members.setdefault(tag.topic, []).append(ident)
        found = [self.topic(int(slug[1:]), papers, members) for slug, papers in members.items()]
        found = [
            self.topics[one.slug] if self.topics.get(one.slug) == one else one for one in found
        ]
        self.topics = {one.slug: one for one in sorted(found, key=lambda one: one.slug)}
        tags, keyphrases = dict(self.tags), dict(self.keyphrases)
        return Tagging(tuple(self.topics.values()), tags, keyphrases)

    def topic(self, number: int, papers: Sequence[str], there: Container[str]) -> Topic:
        """Return the topic with a number, which has these papers."""
        parent = f"t{self.parents.get(number)}"
        return Topic(
            f"t{number}",
            self.names[number],
            tuple(papers),
            parent=parent if parent in there else None,
            former=(f"former-{number}",) if number == 3 else (),
            description="Known." if number == 4 else "",
            listed=len(papers) > 1,
        )


Given = tuple[list[Paper], Tagging, dict[str, tuple[Neighbour, ...]], list[str], Config, bool]
Change = Callable[[Library, random.Random], None]


def added(library: Library, rng: random.Random) -> None:
    number = max((int(ident[1:]) for ident in library.papers), default=0) + 1
    ident = f"p{number}"
    date = rng.choice([None, "2023", "2024-05", "2024-06-01"])
    title = f"{rng.choice('abcxyz7')} title {number}"
    library.papers[ident] = paper(ident, title, published=date, authors=("A. B.",))
    library.keyphrases[ident] = ("zebras", f"phrase {number}")
    retagged(library, rng, ident)
    related(library, rng, ident)


def retagged(library: Library, rng: random.Random, ident: str = "") -> None:
    ident = ident or rng.choice(list(library.papers))
    numbers = rng.sample(list(library.names), rng.randrange(4))
    first = library.names[numbers[0]] if numbers else "Nothing"
    place = Evidence("abstract", 0, len(first))
    why = (Reason("count", rng.randrange(3)),)
    library.papers[ident] = replace(
        library.papers[ident], abstract=f"{first} {SAID} {rng.random()}"
    )
    library.tags[ident] = tuple(Tag(f"t{number}", (place,), why) for number in numbers)


def related(library: Library, rng: random.Random, ident: str = "") -> None:
    ident = ident or rng.choice(list(library.papers))
    others = rng.sample([*library.papers], min(3, len(library.papers)))
    words = (rng.choice("uvw"),)
    library.near[ident] = tuple(Neighbour(other, words) for other in others if other != ident)


def edited(library: Library, rng: random.Random) -> None:
    ident = rng.choice(list(library.papers))
    one = library.papers[ident]
    library.papers[ident] = replace(one, abstract=f"{one.abstract} Or {rng.random()}.")


def retitled(library: Library, rng: random.Random) -> None:
    ident = rng.choice(list(library.papers))
    library.papers[ident] = replace(library.papers[ident], title=f"z other title {rng.random()}")


def redated(library: Library, rng: random.Random) -> None:
    ident = rng.choice(list(library.papers))
    library.papers[ident] = replace(library.papers[ident], published=rng.choice([None, "2022"]))


def varied(library: Library, rng: random.Random) -> None:
    ident = rng.choice(list(library.papers))
    others = tuple(rng.sample([*library.papers], min(2, len(library.papers))))
    library.papers[ident] = replace(library.papers[ident], variants=others)


def removed(library: Library, rng: random.Random) -> None:
    if len(library.papers) < 3:
        return
    gone = rng.choice(list(library.papers))
    for of_each in (library.papers, library.tags, library.keyphrases, library.near):
        del of_each[gone]
    for ident, one in library.papers.items():
        left = tuple(other for other in one.variants if other != gone)
        library.papers[ident] = replace(one, variants=left)
    for ident, near in library.near.items():
        library.near[ident] = tuple(each for each in near if each.paper != gone)


def reordered(library: Library, rng: random.Random) -> None:
    idents = rng.sample([*library.papers], len(library.papers))
    library.papers = {ident: library.papers[ident] for ident in idents}
    library.tags = {ident: library.tags[ident] for ident in reversed(idents)}


def renamed(library: Library, rng: random.Random) -> None:
    library.names[rng.randrange(6)] = rng.choice([*NAMES, "Änderung", "Xenon"])


def placed(library: Library, rng: random.Random) -> None:
    library.parents = {} if library.parents else {1: 2, 0: rng.choice([1, 4])}


def configured(library: Library, rng: random.Random) -> None:
    off, config = Feature(enabled=False), library.config
    library.config = rng.choice(
        [
            Config(),
            replace(config, title="Mine"),
            replace(config, site_url="https://papers.example"),
            replace(config, topics=off),
            replace(config, related=off),
        ]
    )


def copied(library: Library, _: random.Random) -> None:
    """Nothing stays the same value."""
    library.papers = {ident: replace(one) for ident, one in library.papers.items()}
    library.tags = {ident: tuple(map(replace, tags)) for ident, tags in library.tags.items()}
    library.near = {ident: tuple(map(replace, near)) for ident, near in library.near.items()}
    library.topics = {}


def failing(library: Library, _: random.Random) -> None:
    library.fails = True


CHANGES: dict[str, Change] = {
    each.__name__: each
    for each in (
        *(added, retagged, related, edited, retitled, redated, varied, removed),
        *(reordered, renamed, placed, configured, copied, failing),
    )
}


def states(names: Sequence[str], seed: int) -> Iterator[Given]:
    """Yield what the stage is given at first, and after some changes at a time."""
    library, rng = Library(), random.Random(seed)  # noqa: S311 - no secret
    for name in ("", *names):
        library.fails = False
        if name:
            for each in name.split():
                CHANGES[each](library, rng)
        papers = list(library.papers.values())
        said = [one.abstract[:20] for one in papers]
        given = papers, library.tagging(), dict(library.near), said
        yield *given, library.config, library.fails
