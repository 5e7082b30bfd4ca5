"""What a paper speaks of, as numbers: its words, pairs of neighbours among them, its phrases."""

import hashlib
import re
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import field

from sitegen import prose, text
from sitegen.jobs.parcel import Parcel, as_json
from sitegen.model import Paper
from sitegen.related.stems import stem
from sitegen.topics import folding, tokens, wordlists

TITLE_WEIGHT = 4
# A word's number is below this. A pair's is the first word's times this, plus the second's. A
# phrase's is negative.
PAIR = 1 << 31
_STOPWORD = 0
_MOST = 255
_WORD = re.compile(r"[^\W\d_][^\W_]+(?:['’][^\W_]+)*")
# Where none of these stand, a source text has the words of its plain form, but for addresses.
_MARKS = "$\\{}^_`<>&"
_ADDRESS = re.compile(r"(?:\w+://|www\.)\S*")


class Numbers(dict[str, int]):
    """The number of each term as it is written, found when it is first asked for.

    The forms of one term share one number; stopwords have 0. A number comes from the term alone,
    so what breaks ties does not depend on the other papers. Two of 100,000 words may share one:
    they count as one word then.
    """

    def __init__(self, key: Callable[[str], str], number: Callable[[bytes], int]) -> None:
        super().__init__()
        self._key = key
        self._number = number
        self.key_of: dict[str, str] = {}
        self._of: dict[str, int] = {"": _STOPWORD}

    def __missing__(self, form: str) -> int:
        self.key_of[form] = key = self._key(form)
        shared = stem(key)
        number = self._of.get(shared)
        if number is None:
            digest = hashlib.blake2b(shared.encode("utf-8", "surrogatepass"), digest_size=8)
            number = self._of[shared] = self._number(digest.digest())
        self[form] = number
        return number


def _word_number(digest: bytes) -> int:
    """Return the number of a word, of which two make a pair's."""
    return 1 + int.from_bytes(digest, "big") % (PAIR - 1)


def _phrase_number(digest: bytes) -> int:
    """Return the number of a phrase."""
    return -1 - (int.from_bytes(digest, "big") >> 2)


def _word_key(form: str) -> str:
    """Return the key of a word, nothing of a stopword."""
    return "" if form.lower() in wordlists.STOPWORDS else folding.key(form)


class Texts(NamedTuple):
    """What the terms of a paper are read from.

    Attributes:
        title, abstract: As they are written.
        plain_title, plain_abstract: Their plain forms, if these are known.
        keyphrases: Its best phrases.
    """

    title: str
    abstract: str
    plain_title: str | None
    plain_abstract: str | None
    keyphrases: Sequence[str]


class Given(NamedTuple):
    """A paper, and what is known of it.

    Attributes:
        paper: As it is written.
        keyphrases: Its best phrases.
        plain: The paper with its texts in plain form, if that is known.
    """

    paper: Paper
    keyphrases: Sequence[str]
    plain: Paper | None = None

    @property
    def texts(self) -> Texts:
        """What its terms are read from."""
        paper, keyphrases, plain = self
        title, abstract = (plain.title, plain.abstract) if plain else (None, None)
        return Texts(paper.title, paper.abstract, title, abstract, keyphrases)


class Terms(Parcel, frozen=True):
    """The terms of one paper.

    Attributes:
        words: Words and pairs, each once.
        counts: How often each stands in the paper; what stands in the title counts more.
        phrases: Keyphrases, the best first, each once.
        written: All words and keyphrases as they are written, as JSON; the words in order, with
            blanks between them.
    """

    words: "array[int]"
    counts: bytes
    phrases: "array[int]"
    written: bytes


class Reader(Parcel, frozen=True):
    """Reads papers, and remembers how their terms were written.

    Attributes:
        words: The words met so far.
        phrases: The keyphrases met so far.
        written: How often each form of a word was written.
        phrased: How many papers have each form of a keyphrase.
    """

    words: Numbers = field(default_factory=lambda: Numbers(_word_key, _word_number))
    phrases: Numbers = field(default_factory=lambda: Numbers(tokens.key, _phrase_number))
    written: Counter[str] = field(default_factory=Counter)
    phrased: Counter[str] = field(default_factory=Counter)

    def read(self, texts: Texts) -> Terms:
        """Return the terms of one paper."""
        keyphrases = texts.keyphrases
        title = _words(texts.title, texts.plain_title)
        abstract = _words(texts.abstract, texts.plain_abstract)
        # A title's capitals say nothing of how a word is written.
        title = [form.lower() if form[1:].islower() else form for form in title]
        words = title + abstract
        self.written.update(words)
        self.phrased.update(keyphrases)
        number = self.words.__getitem__
        counts = Counter(_terms(list(map(number, abstract))))
        counts.update(_terms(list(map(number, title))) * TITLE_WEIGHT)
        return Terms(
            array("q", counts),
            _bytes(counts.values()),
            array("q", dict.fromkeys(filter(None, map(self.phrases.__getitem__, keyphrases)))),
            as_json([" ".join(words), *keyphrases]),
        )

    def forms(self) -> Iterator[tuple[int, str, int]]:
        """Yield how terms were written: number, form, and how often."""
        for numbers, written in ((self.words, self.written), (self.phrases, self.phrased)):
            for form, count in written.items():
                if number := numbers[form]:
                    yield number, form, count

    def key(self, number: int, form: str) -> str:
        """Return the key of a form of the term that has a number."""
        numbers = self.words if number > 0 else self.phrases
        if form not in numbers.key_of:
            numbers[form]
        return numbers.key_of[form]


def _words(source: str, known: str | None) -> list[str]:
    """Return the words of a source text, whose plain form may be known; an address has none."""
    if "://" in source or "www." in source:
        source, known = _ADDRESS.sub(" ", source), None
    plain = source
    if any(map(source.__contains__, _MARKS)):
        plain = prose.plain(source) if known is None else known
    if "'" in plain or not plain.isascii():
        return _WORD.findall(plain)
    # The same words, found faster: most begin with a letter.
    chunks = plain.translate(text.ASCII_PARTED).split()
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
