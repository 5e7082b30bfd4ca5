"""A library with so many topics that their index is in parts, one letter's in several."""

from making import paper, site
from sitegen.model import Site, Topic

SETS = 830


def topics() -> list[Topic]:
    """Return the topics of the library.

    *Sets* have a vowel as their second letter, most of them *a*, and two papers each. *Models* has
    three, as have *Zero Models* and *Set Models*, which are below it.
    """
    sets = [f"S{'aaaeiou'[n % 7]}t {n:03}" for n in range(SETS)]
    found = [topic(name, "xy") for name in (*sets, *"ABCDEF", "É and so on")]
    return [
        *found,
        topic("Models", "xyz"),
        topic("Zero Models", "xyz", "models"),
        topic("Set Models", "xyz", "models"),
        topic("3D Views", "xy", also=("Spatial Élan", "SÉ")),
    ]


def topic(name: str, papers: str, parent: str | None = None, also: tuple[str, ...] = ()) -> Topic:
    """Return a topic whose slug is its name's."""
    slug = name.lower().replace(" ", "-").replace("é", "e")
    return Topic(slug, name, tuple(papers), parent=parent, phrases=also)


def library() -> Site:
    """Return the library: three papers with all these topics."""
    return site([paper(ident) for ident in "xyz"], topics())
