"""What a topic is called: as its papers write it, in title case."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.topics import folding, tokens

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "via",
        "vs",
        "with",
    ]
)
# From this share of its occurrences on the plural names a subject; a single word often has
# another sense there (dropouts).
PLURAL = {"phrase": 0.15, "word": 0.6, "doing": 0.6}
# What is done is one subject however often it is done, unless most write the plural.
_DOING = re.compile(r"(?:[st]ion|ment|ty|ness|[ae]nc[ey]|ing)$|^(?:control|design|flight|search)$")
_THING_WORDS = """
action affordance distance distribution embedding environment equation function projection
representation sequence
"""
_THINGS = frozenset(_THING_WORDS.split())
# Names that end so are in the singular: it is one subject, however many there are of the thing.
_ONE = frozenset(["bias", "dropout", "perceptron", "thought"])
# How a name ends of which there are many.
_WHOLE = {"function": "functions", "robot": "robots", "system": "systems"}
_COINED = 4
_WORD = re.compile(r"[^\s\-‐‑–]+")
_LAST_WORD = re.compile(_WORD.pattern + "$")


def name(forms: Mapping[str, int], acronyms: Mapping[str, int]) -> str:
    """Return the name of a topic.

    Hyphens, number and the inner capitals of each word are those that prevail; a coined
    acronym such as LoRA, with small letters inside, stands for its long form where it prevails.
    What is said for short is named in full: *Semi-Supervised Learning*.

    Args:
        forms: Its phrases as papers spell them, at least one, with how often they do.
        acronyms: The same of its acronyms.
    """
    coined = Counter({each: count for each, count in acronyms.items() if _is_coined(each)})
    if coined and coined.total() >= sum(forms.values()):
        return _prevailing(coined)
    shapes: Counter[str] = Counter()
    for surface, count in forms.items():
        shapes[surface.lower()] += count
    short = _prevailing(shapes)
    if unsaid := folding.unsaid(tokens.key(short)):
        return f"{_one(_cased(short, _casings(forms)))} {_WHOLE.get(unsaid, unsaid).title()}"
    return _as_one(_cased(_number(shapes), _casings(forms)))


def lasting(name: str) -> str:
    """Return what a topic's address is made from: its name without number and capitals.

    Whether papers write a subject's plural may turn with a few more of them; its address stays.
    """
    return tokens.key(name) or name


def _number(shapes: Counter[str]) -> str:
    """Return the prevailing spelling, its plural where that is common enough.

    Inside longer phrases stands the singular (*Gaussian process regression*), which says
    nothing of how the subject itself is named.
    """
    plurals = Counter({each: n for each, n in shapes.items() if _is_plural(each, shapes)})
    name = _prevailing(plurals or shapes)
    last = tokens.key(name).rpartition(" ")[2]
    doing = last not in _THINGS and _DOING.search(last) is not None
    share = PLURAL["doing" if doing else "phrase" if " " in name else "word"]
    many = bool(plurals) and plurals.total() >= share * shapes.total()
    if many and last not in _ONE:
        return name
    return _prevailing(shapes - plurals if many or doing else shapes)


def _as_one(name: str) -> str:
    """Return a name whose last word is in the singular, where it names one subject."""
    return _one(name) if tokens.key(name).rpartition(" ")[2] in _ONE else name


def _one(name: str) -> str:
    """Return a name with its last word in the singular."""
    last = tokens.key(name).rpartition(" ")[2]
    return _LAST_WORD.sub(lambda word: word[0][: len(last)], name)


def _is_plural(shape: str, shapes: Iterable[str]) -> bool:
    """Tell whether `shape` is the plural of another of `shapes`."""
    opening = shape[:-3] if shape.endswith("ies") else shape.rstrip("s")
    return shape.endswith("s") and any(
        len(other) < len(shape) and other.startswith(opening.removesuffix("e")) for other in shapes
    )


def _is_coined(acronym: str) -> bool:
    """Tell whether an acronym mixes capitals with small letters, the s of its plural apart.

    One of three letters (CoT) is still spelled out.
    """
    stem = acronym.removesuffix("s")
    return len(stem) >= _COINED and stem != stem.upper() and stem != stem.lower()


def _prevailing(counts: Counter[str]) -> str:
    """Return the most frequent string; of equals the longer (the plural), then small letters."""
    return min(counts, key=lambda each: (-counts[each], -len(each), each.swapcase()))


def _casings(forms: Mapping[str, int]) -> dict[str, Counter[str]]:
    """Return how each word is written, by the word in lower case."""
    casings: dict[str, Counter[str]] = {}
    for surface, count in forms.items():
        for word in _WORD.findall(surface):
            casings.setdefault(word.lower(), Counter())[word] += count
    return casings


def _cased(shape: str, casings: Mapping[str, Counter[str]]) -> str:
    """Return `shape` in title case, words with capitals inside as they prevail."""

    def word(match: re.Match[str]) -> str:
        lower = match.group()
        if lower in _SMALL and match.start() > 0:
            return lower
        written = _prevailing(casings[lower])
        return written if written[1:] != lower[1:] else lower[:1].upper() + lower[1:]

    return _WORD.sub(word, shape)
