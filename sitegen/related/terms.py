"""What a paper speaks of, as numbers: its words, pairs of neighbours among them, its phrases."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sitegen import prose
from sitegen.model import Paper
from sitegen.related.stems import stem
from sitegen.topics import folding, tokens, wordlists

TITLE_WEIGHT = 4
# Words are numbered from 1, two words' numbers make that of a pair, phrases count down from -1.
PAIR = 1 << 24
_STOPWORD = 0
_MOST = 255
_WORD = re.compile(r"[^\W\d_][^\W_]+(?:['’][^\W_]+)*")
# Where none of these stand, a source text has the words of its plain form, but for addresses.
_MARKS = "$\\{}^_`<>&"
# Complete, as to miss a character takes longer than to find it.
_PARTED = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
_ADDRESS = re.compile(r"(?:\w+://|www\.)\S*")


class Numbers(dict[str, int]):
    """The number of each term as it is written, given when it is first asked for.

    The forms of one term share one number; stopwords have 0.
    """

    def __init__(self, key: Callable[[str], str], step: int) -> None:
        super().__init__()
        self._key = key
        self.key_of: dict[str, str] = {}
        self._step = step
        self._of: dict[str, int] = {"": _STOPWORD}

    def __missing__(self, form: str) -> int:
        self.key_of[form] = key = self._key(form)
        number = self._of.setdefault(stem(key), self._step * len(self._of))
        self[form] = number
        return number


def _word_key(form: str) -> str:
    """Return the key of a word, nothing of a stopword."""
    return "" if form.lower() in wordlists.STOPWORDS else folding.key(form)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one paper.

    Attributes:
        words: Words and pairs, each once.
        counts: How often each stands in the paper; what stands in the title counts more.
        phrases: Keyphrases, the best first, each once.
    """

    words: "array[int]"
    counts: bytes
    phrases: "array[int]"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads papers, and remembers how their terms were written.

    Attributes:
        words: The words met so far.
        phrases: The keyphrases met so far.
        written: How often each form of a word was written.
        phrased: How many papers have each form of a keyphrase.
    """

    words: Numbers = field(default_factory=lambda: Numbers(_word_key, 1))
    phrases: Numbers = field(default_factory=lambda: Numbers(tokens.key, -1))
    written: Counter[str] = field(default_factory=Counter)
    phrased: Counter[str] = field(default_factory=Counter)

    def read(self, paper: Paper, keyphrases: Sequence[str]) -> Terms:
        """Return the terms of one paper."""
        title, abstract = _words(paper.title), _words(paper.abstract)
        # A title's capitals say nothing of how a word is written.
        title = [form.lower() if form[1:].islower() else form for form in title]
        self.written.update(title + abstract)
        self.phrased.update(keyphrases)
        number = self.words.__getitem__
        counts = Counter(_terms(list(map(number, abstract))))
        counts.update(_terms(list(map(number, title))) * TITLE_WEIGHT)
        return Terms(
            array("q", counts),
            _bytes(counts.values()),
            array("q", dict.fromkeys(filter(None, map(self.phrases.__getitem__, keyphrases)))),
        )

    def forms(self) -> Iterator[tuple[int, str, str, int]]:
        """Yield how terms were written: number, key, form, and how often."""
        for numbers, written in ((self.words, self.written), (self.phrases, self.phrased)):
            for form, count in written.items():
                if number := numbers[form]:
                    yield number, numbers.key_of[form], form, count


def _words(source: str) -> list[str]:
    """Return the words of a source text; an address has none."""
    if "://" in source or "www." in source:
        source = _ADDRESS.sub(" ", source)
    plain = prose.plain(source) if any(map(source.__contains__, _MARKS)) else source
    if "'" in plain or not plain.isascii():
        return _WORD.findall(plain)
    # The same words, found faster: most begin with a letter.
    chunks = plain.translate(_PARTED).split()
    if all(chunk.isdigit() for chunk in chunks if chunk < ":"):
        return [chunk for chunk in chunks if chunk > ":" and len(chunk) > 1]
    return [word for chunk in chunks for word in _WORD.findall(chunk)]


def _bytes(counts: Collection[int]) -> bytes:
    """Return counts in a byte each, as a count beyond that says no more."""
    if max(counts, default=0) > _MOST:
        return bytes([min(count, _MOST) for count in counts])
    return bytes(counts)


def _terms(words: Sequence[int]) -> list[int]:
    """Return the words that are no stopwords, and the pairs of neighbours among them."""
    pairs = [one * PAIR + other for one, other in pairwise(words) if one and other]
    return [word for word in words if word] + pairs
