"""Abstracts → the sentences that may introduce what they begin with, and how well they do."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen import prose
from sitegen.prose.sentences import Sentence, sentences

_SHORTEST, _BEST, _LONGEST = 60, 130, 260
_BEFORE, _AFTER = 60, 160

# What leans on the sentence before, or tells of other work.
_DEPENDENT = re.compile(
    r"(?:However|But|And|Yet|So|Also|Thus|Hence|Therefore|Then|Here|There|Moreover|Furthermore"
    r"|Additionally|Besides|Finally|Lastly|First|Second|Third|Firstly|Secondly|Next|Meanwhile"
    r"|Similarly|Likewise|Consequently|Accordingly|Specifically|Concretely|Notably|Importantly"
    r"|Nevertheless|Nonetheless|Instead|Rather|Conversely|Otherwise|Overall|Indeed|Still"
    r"|Although|Though|While|Whereas|Despite|Unlike|Compared|Because|Since|Given|If|When"
    r"|In (?:such|addition|particular|contrast|short|summary|fact|turn|this|these|our|light)"
    r"|As (?:a (?:result|consequence)|such)|For (?:example|instance|this)|To (?:this|that) end"
    r"|On (?:the|one)|By|With|Through|Using|Based|Building|Motivated|Inspired|Another|Both"
    r"|We|Our|I|It|Its|They|Their|This|These|Those|That|Such|Experiment\w*|Result\w*|Extensive"
    r"|Empirical\w*|Code|Some|Other|Existing|Previous|Prior|Current)\b"
)
# What tells of the paper instead of its subject, points elsewhere, or is broken at a line's end.
_OF_THE_PAPER = re.compile(
    r"\b(?:we|our|ours|us|I|my|the (?:paper|authors?)|proposed|outperforms?|state-of-the-art"
    r"|et al|https?|aforementioned|respectively|this|these|those|such(?! as)|latter|former|above"
    r"|(?:is|are|been) (?:\w+ )?(?:presented|proposed|introduced|described|developed|derived"
    r"|reported|given|performed|investigated|evaluated|achieved|estimated|model+ed|obtained"
    r"|computed|implemented|carried out|verified|used to build))\b|\[\d+\]|\w- \w"
    r"|, (?:however|therefore|thus|moreover|furthermore|instead),"
)
# What speaks of a want, or of a fashion, rather than of what something is.
_COMPLAINS = re.compile(
    r"\b(?:but|however|yet|though|challeng\w+|difficult\w*|limit\w+|lacks?|fails?|suffers?"
    r"|struggl\w+|remains?|costly|expensive|problematic|poorly|unclear|rarely|not|cannot|little"
    r"|hard|unable|despite|unfortunately|sensitive|vulnerable|prone|noisy|inevitabl\w+|negative\w*|obstacle"
    r"|bottleneck|insufficient\w*|absence)\b",
    re.IGNORECASE,
)
_FASHION = re.compile(
    r"\b(?:recent\w*|lately|increasing\w*|growing|attention|popular\w*|been shown|nowadays"
    r"|past (?:few )?(?:years|decades?)|success(?:es)?|progress)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:The|In [\w -]{3,40}, the) (?:field|task|problem|goal|technique|practice|idea) of )?"
)
_DOING = re.compile(r"[A-Z][a-z]+ing (?:[\w-]+ ){0,2}")
_ARTICLE = re.compile(r"An? |The ")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z\d]+s?")
_NAMED = (
    r"(?:'s|s)?(?:\s*\([^)]{1,24}\))?"
    r"(?: (?:methods?|models?|modell?ing|techniques?|algorithms?|systems?|approach(?:es)?"
    r"|problems?|tasks?|agents?|networks?|frameworks?|learning|theory|research))?"
    r"(?:\s*\([^)]{1,24}\))?(?:,[^,.]{3,60},)?(?: and [\w-]+(?: [\w-]+)?)?"
)
_IS_A = re.compile(rf"{_NAMED} (?:is|are) (?:an?|one of)\b")
_DEFINES = re.compile(
    rf"{_NAMED} (?:(?:is|are) (?:an?|the|one of|concerned with|about|defined|used|designed"
    r"|techniques|methods|models|problems|systems)\b|refers? to|aims? (?:to|at)|seeks? to|means"
    r"|denotes?|consists? of|describes?|deals? with|concerns|studies|asks?)\b"
)
_STATES = re.compile(
    rf"{_NAMED} (?:\w+ly )?(?:is|are|can|plays?|enables?|allows?|provides?|offers?|requires?"
    r"|uses?|combines?|learns?|generates?|involves?|helps?|relies|rely|makes?|lets?|represents?"
    r"|captures?|gives?|takes?|finds?|predicts?|serves?|forms?|reduces?|improves?|transfers?"
    r"|excels?|attempts?|tries|tackles?|addresses|holds?|extends?|increases?)\b"
)
_HAS = re.compile(rf"{_NAMED} ha(?:s|ve)\b")
# A success without a word of what for, or the attention that something gets.
_DOES_WELL = re.compile(
    rf"{_NAMED}(?: and its variants)? (?:ha(?:s|ve) (?:\w+ )?(?:made|achieved|attracted|received"
    r"|gained|drawn|seen|grown|witnessed|enjoyed|advanced|experienced|solved"
    r"|become (?:\w+ )?(?:important|mainstream|popular|prominent|ubiquitous))"
    r"|(?:is|are) (?:\w+ )?(?:attracting|gaining|receiving|drawing|growing))\b"
)
# A step of what the sentence before began.
_GOES_ON = re.compile(rf"{_NAMED} (?:is|are|can|may) (?:then|thus|therefore)\b")


class Said(NamedTuple):
    """An abstract, and where it speaks of topics: start and end of each phrase."""

    abstract: str
    phrases: tuple[tuple[int, int], ...]


class Lead(NamedTuple):
    """A sentence that may introduce what the phrase at its beginning names.

    Attributes:
        phrase: Which of the phrases it is.
        rating: How much it says of it.
        first: Whether it is the first sentence of its abstract.
        flaws: What it loses.
        start: Where it begins in the source form of the abstract.
        end: Where it ends.
    """

    phrase: int
    rating: float
    first: bool
    flaws: float
    start: int
    end: int


Led = Callable[[Sequence[Said]], Iterable[Sequence[Lead]]]


def led(said: Sequence[Said]) -> list[tuple[Lead, ...]]:
    """Return the leads of some abstracts, each from the abstract alone."""
    return [tuple(_leads(each)) for each in said]


def _leads(said: Said) -> Iterator[Lead]:
    """Yield the sentences of an abstract that may introduce what they begin with."""
    source = said.abstract
    cut: tuple[Sentence, ...] = ()
    for at, (start, end) in enumerate(said.phrases):
        rating = _rating(source, start, end)
        if not rating:
            continue
        cut = cut or sentences(prose.reading(source))
        number, sentence = next(
            (number, each) for number, each in enumerate(cut) if end <= each.end
        )
        rating *= _share(source, sentence, start, end)
        if rating and _stands_alone(sentence.plain):
            flaws = _flaws(sentence.plain)
            yield Lead(at, rating, number == 0, flaws, sentence.start, sentence.end)


def _rating(source: str, start: int, end: int) -> float:
    """Return how much a sentence that begins with a phrase says of it by what follows: 0 to 4."""
    before = source[max(0, start - _BEFORE) : start]
    if start > _BEFORE and ". " not in before:
        return 0.0
    after = source[end : end + _AFTER]
    rating = 0.0
    if _GOES_ON.match(after):
        return 0.0
    if _DOES_WELL.match(after):
        rating = 1.6
    elif _DEFINES.match(after):
        rating = 4.0
    elif _STATES.match(after):
        rating = 3.0
    elif _HAS.match(after):
        rating = 2.6
    # An acronym tells a newcomer less than a name.
    return rating - 0.8 if _ACRONYM.fullmatch(source, start, end) else rating


def _share(source: str, sentence: Sentence, start: int, end: int) -> float:
    """Return how much of a sentence is about what a phrase in it names, from 0 to 1."""
    before = source[sentence.start : start]
    after = source[end : sentence.end]
    if _SUBJECT.fullmatch(before) or (_ARTICLE.fullmatch(before) and _IS_A.match(after)):
        return 1.0
    return 0.6 if _DOING.fullmatch(before) else 0.0


def _stands_alone(plain: str) -> bool:
    """Tell whether a sentence has a fit length and needs neither its paper nor what precedes."""
    return (
        _SHORTEST <= len(plain) <= _LONGEST
        and plain[0].isupper()
        and plain.endswith(".")
        and not _DEPENDENT.match(plain)
        and not _OF_THE_PAPER.search(plain)
    )


def _flaws(plain: str) -> float:
    """Return what a sentence loses for complaining, for news and for its length."""
    wants = 1.2 if _COMPLAINS.search(plain) else 0
    news = 0.5 if _FASHION.search(plain) else 0
    return wants + news + abs(len(plain) - _BEST) / 200
