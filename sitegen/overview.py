"""Topics as the table by which a library's owner corrects them, as lines of text."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.model import Missed, Tagging, Topic

_WIDEST = 48
_PHRASES = 5
_WHY = {
    "few": "too few papers are about it",
    "many": "too many papers speak of it",
    "weak": "no paper is surely about it",
    "vague": "too vague to stand alone as a name",
    "banned": "banned by a rule",
}
RULES = (
    ('ban = ["A"]', "A is no topic"),
    ('rename."A" = "B"', "A is called B, papers that say B join; its old page leads on"),
    ('merge."A" = ["B", "C"]', "B and C are part of A"),
    ('pin."A" = ["b", "c"]', "A always is a topic, of papers that say b or c; [] for A alone"),
    ('parent."A" = "B"', 'A stands below B; "" for below none'),
    ('description."A" = "Text."', "what A's page says of it"),
    ('papers."SLUG".add = ["A"]', "this paper has A; its slug is its page's name"),
    ('papers."SLUG".remove = ["A"]', "this paper has not"),
)


def overview(tagging: Tagging, rules: Path) -> Iterator[str]:
    """Yield the lines of the table; what papers say stands in them as it is.

    Args:
        tagging: A library's topics.
        rules: Where its owner writes rules.
    """
    listed = [topic for topic in tagging.topics if topic.listed]
    alone = [topic for topic in tagging.topics if not topic.listed]
    if listed:
        rows = [(name, str(len(t.papers)), _also(t)) for name, t in _indented(listed)]
        yield from _table(("Topic", "Papers", "Also called"), rows)
    else:
        yield "No topic is shared by two papers."
    if alone:
        yield from ("", "Topics of one paper alone, on its page and in no index:")
        yield from (f"  {topic.name}" for topic in sorted(alone, key=_by_name))
    if tagging.missed:
        yield from ("", "Just missed:")
        yield from _table(("Phrase", "Papers", "Why"), [_row(each) for each in tagging.missed])
    yield from ("", f"To change topics, write rules into {rules}:")
    width = max(_width(rule) for rule, _ in RULES)
    yield from (f"  {_padded(rule, width)}  {meaning}" for rule, meaning in RULES)


def _indented(topics: Sequence[Topic]) -> list[tuple[str, Topic]]:
    """Return topics with their indented names, largest first, each above its narrower ones."""
    slugs = {topic.slug for topic in topics}
    below: dict[str | None, list[Topic]] = {}
    for topic in sorted(topics, key=lambda topic: (-len(topic.papers), *_by_name(topic))):
        below.setdefault(topic.parent if topic.parent in slugs else None, []).append(topic)
    found: list[tuple[str, Topic]] = []
    ahead = [(0, topic) for topic in reversed(below.get(None, []))]
    while ahead:
        depth, topic = ahead.pop()
        found.append((f"{'  ' * depth}{topic.name}", topic))
        ahead += [(depth + 1, each) for each in reversed(below.get(topic.slug, []))]
    return found


def _by_name(topic: Topic) -> tuple[str, str]:
    """Return what orders topics by name."""
    return topic.name.casefold(), topic.slug


def _also(topic: Topic) -> str:
    """Return the first of the phrases that a topic has besides its name."""
    more = len(topic.phrases) - _PHRASES
    return ", ".join(topic.phrases[:_PHRASES]) + (f" and {more} more" if more > 0 else "")


def _row(missed: Missed) -> tuple[str, str, str]:
    """Return what is said of a phrase that just missed being a topic."""
    return missed.name, str(missed.papers), _WHY[missed.why]


def _table(head: tuple[str, str, str], rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Yield rows in columns below their head: a name, a number, a text."""
    width = min(_WIDEST, max(_width(name) for name, _, _ in (head, *rows)))
    for name, number, said in (head, *rows):
        yield f"{_padded(name, width)}  {number:>{len(head[1])}}  {said}".rstrip()


def _padded(said: str, width: int) -> str:
    """Return `said` with blanks up to `width` columns of a terminal."""
    return said + " " * (width - _width(said))


def _width(said: str) -> int:
    """Return how many columns of a terminal `said` takes."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in said
    )
