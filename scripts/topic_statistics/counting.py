"""Counts over a corpus: acronyms, phrases, and what phrases imply."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scripts.topic_statistics.corpus import Row, is_free, keywords_of, paper_of
from sitegen.topics import folding, phrases
from sitegen.topics.features import Counts, rate

Edges = Mapping[str, Sequence[int]]

_NO_EDGE = (0, 0, 0, 0)
_ACRONYM_USES = 10
_ACRONYM_AGREEMENT = 0.85


def acronyms(rows: Iterable[Row]) -> Counter[tuple[str, str]]:
    """Return how many papers define an acronym by a long form."""
    return Counter(
        (acronym, definition.long_form)
        for row in rows
        for acronym, definition in phrases.defined(phrases.cut(paper_of(row))).items()
    )


def agreed(defined: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Return the acronyms that nearly all papers define in the same way."""
    forms: dict[str, dict[str, Counter[str]]] = {}
    for (acronym, long_form), uses in defined.items():
        spellings = forms.setdefault(acronym, {}).setdefault(
            folding.squeezed(long_form), Counter()
        )
        spellings[long_form] += uses
    long_forms = {}
    for acronym, meanings in forms.items():
        most = max(meanings.values(), key=Counter.total)
        total = sum(meaning.total() for meaning in meanings.values())
        if most.total() >= max(_ACRONYM_USES, _ACRONYM_AGREEMENT * total):
            long_forms[acronym] = min(most, key=lambda form: (-most[form], form))
    return long_forms


def own_counts(phrase: phrases.Phrase | None, *, keyword: bool, free: bool) -> Counts:
    """Return what one paper adds to the counts of a phrase that it holds, or has as a keyword."""
    if phrase is None:
        return Counts(keywords=int(free), candidates=int(free), picked=int(not free))
    return Counts(
        papers=1,
        whole=int(phrase.whole > 0),
        titles=int(phrase.in_title),
        whole_titles=int(phrase.whole_title),
        repeated=int(phrase.count > 1),
        acronyms=int(phrase.defined),
        keywords=int(keyword and free),
        candidates=int(free),
        picked=int(keyword and not free),
    )


def counts(rows: Sequence[Row], long_forms: Mapping[str, str]) -> dict[str, list[int]]:
    """Return the counts of each phrase of some papers, in the order of `Counts`."""
    total: dict[str, list[int]] = {}
    for row in rows:
        found = phrases.phrases(phrases.cut(paper_of(row)), long_forms)
        free, keywords = is_free(row), keywords_of(row, long_forms)
        for key in {*found, *keywords}:
            own = own_counts(found.get(key), keyword=key in keywords, free=free)
            if (before := total.get(key)) is None:
                total[key] = list(own)
            else:
                for at, figure in enumerate(own):
                    if figure:
                        before[at] += figure
    return total


def edges(total: Mapping[str, Counts]) -> Edges:
    """Return by word the keywords and candidates among longer phrases that end and begin so."""
    sums: dict[str, list[int]] = {}
    for key, each in total.items():
        words = key.split()
        if len(words) > 1 and each.candidates:
            for at, word in ((0, words[-1]), (2, words[0])):
                figures = sums.setdefault(word, [0, 0, 0, 0])
                figures[at] += each.keywords
                figures[at + 1] += each.candidates
    return sums


def rates(key: str, all_edges: Edges, own: Counts) -> tuple[float, float]:
    """Return the rates of keywords among longer phrases that end, and begin, like `key`.

    What one paper adds by `own`, its counts of the key, is left out.
    """
    words = key.split()
    less = (own.keywords, own.candidates) if len(words) > 1 else (0, 0)
    head = all_edges.get(words[-1], _NO_EDGE)[:2]
    opening = all_edges.get(words[0], _NO_EDGE)[2:]
    return (
        rate(*(max(a - b, 0) for a, b in zip(head, less, strict=True))),
        rate(*(max(a - b, 0) for a, b in zip(opening, less, strict=True))),
    )


def together(
    rows: Sequence[Row], long_forms: Mapping[str, str], terms: Mapping[str, int]
) -> tuple[Counter[tuple[str, int]], Counter[int]]:
    """Return how many papers hold a phrase and are about a term, and are about a term at all.

    A paper is about what its title says or what it says twice.
    """
    pairs: Counter[tuple[str, int]] = Counter()
    about: Counter[int] = Counter()
    for row in rows:
        found = phrases.phrases(phrases.cut(paper_of(row)), long_forms)
        subjects = [
            terms[key]
            for key, phrase in found.items()
            if key in terms and (phrase.in_title or phrase.count > 1)
        ]
        about.update(subjects)
        pairs.update((key, subject) for subject in subjects for key in found)
    return pairs, about
