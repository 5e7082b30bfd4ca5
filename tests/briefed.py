"""A small library whose topics have all that a page can show of them."""

import re

from making import paper, site
from sitegen.model import Evidence, Neighbour, Part, Reason, Site, Tag, Topic

TITLES = [
    "Sparse Coding by Hand",
    "Dictionary Learning for Sparse Coding",
    *(f"Study {n} of Sparse Coding" for n in range(1, 8)),
]
DEFINED = "Sparse coding (SC) is the task of writing a signal as a sum of few atoms."
ABSTRACT = f"{DEFINED} We do it by hand. With SC, signals get short."


def library() -> Site:
    """Return nine papers on sparse coding, which is below learning and beside signals.

    *Lonely Learning* is the topic of the first alone. No paper says that it is on signals.
    """
    papers = [
        paper(f"p{n}", title, abstract=ABSTRACT, published=f"20{15 + n % 4}-0{n + 1}")
        for n, title in enumerate(TITLES)
    ]
    ids = tuple(one.id for one in papers)
    reasons = (Reason("title"), Reason("count", 4), Reason("field", 30))
    tags: dict[str, tuple[Tag, ...]] = {
        one.id: (Tag("coding", _evidence(one.title), reasons), Tag("signals")) for one in papers
    }
    tags["p0"] += (Tag("lonely"),)
    topics = [
        Topic("coding", "Sparse Coding", ids, parent="learning", phrases=("SC",)),
        Topic("learning", "Learning", ids[:3], description="Said by the owner."),
        Topic("lonely", "Lonely Learning", ids[:1], listed=False),
        Topic("signals", "Signals", ids),
    ]
    related = {one.id: (Neighbour("p1", ("atoms",)),) for one in papers if one.id != "p1"}
    return site(papers, topics, tags, related)


def _evidence(title: str) -> tuple[Evidence, ...]:
    """Return where a title and the abstract speak of sparse coding."""
    texts: list[tuple[Part, str]] = [("title", title), ("abstract", ABSTRACT)]
    return tuple(
        Evidence(part, match.start(), match.end())
        for part, text in texts
        for match in re.finditer("Sparse [Cc]oding|SC", text)
    )
