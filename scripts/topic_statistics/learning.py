"""What papers with free keywords teach: how to score phrases, implied keywords and names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scripts.topic_statistics.corpus import Row, is_free, keywords_of, paper_of
from scripts.topic_statistics.counting import Edges, counts, edges, own_counts, rates
from scripts.topic_statistics.fitting import fitted
from sitegen.topics import features, folding, implied, phrases, score
from sitegen.topics.features import Counts
from sitegen.topics.scorecard import Scorecard, probability
from sitegen.topics.statistics import Known, Statistics

# Phrases that so many papers hold teach which are somebody's keyword.
_NAMED_FROM = 8
_SCORING = (*features.TERM, *features.SAYING, *features.SHAPE, *features.PLACE)


class Lesson(NamedTuple):
    """The phrases of one paper with free keywords, and its keywords, by their keys."""

    phrases: Mapping[str, phrases.Phrase]
    keywords: set[str]


def lessons(rows: Sequence[Row], long_forms: Mapping[str, str]) -> list[Lesson]:
    """Return the papers with free keywords."""
    return [
        Lesson(
            phrases.phrases(phrases.cut(paper_of(row)), long_forms), keywords_of(row, long_forms)
        )
        for row in rows
        if is_free(row)
    ]


def term_values(
    key: str, total: Mapping[str, Counts], words: Edges, own: Counts
) -> dict[str, float]:
    """Return the term features of a phrase, one paper's `own` counts left out."""
    known = total.get(key, own)
    counts_without = Counts(*(max(a - b, 0) for a, b in zip(known, own, strict=True)))
    return features.term(features.form(key), counts_without, *rates(key, words, own))


def scoring(papers: Sequence[Lesson], total: Mapping[str, Counts]) -> Scorecard:
    """Return how to score the phrases of a paper; it is left out of the counts it teaches by."""
    words = edges(total)
    rows, truth = [], []
    for paper in papers:
        for key, phrase in paper.phrases.items():
            keyword = key in paper.keywords
            own = own_counts(phrase, keyword=keyword, free=True)
            values = term_values(key, total, words, own)
            rows.append(values | phrase_values(phrase, values["keyphraseness"]))
            truth.append(keyword)
    return fitted(_SCORING, rows, truth)


def phrase_values(phrase: phrases.Phrase, keyphraseness: float) -> dict[str, float]:
    """Return the features of a phrase in its paper."""
    return {
        **features.saying(
            keyphraseness, phrase.count, in_title=phrase.in_title, whole=phrase.whole_title
        ),
        **features.shape(phrase.count, phrase.whole, phrase.nested),
        **features.place(phrase.first, defined=phrase.defined),
    }


def naming(
    rows: Sequence[Row], long_forms: Mapping[str, str], total: Mapping[str, Counts]
) -> Scorecard:
    """Return how to tell which phrases are somebody's keyword.

    Each half of the papers with free keywords tells it of what the other half and all papers
    without say.
    """
    free = [row for row in rows if is_free(row)]
    values, truth = [], []
    for half in (free[::2], free[1::2]):
        theirs = {key: Counts(*each) for key, each in counts(half, long_forms).items()}
        keywords = {key for key, each in theirs.items() if each.keywords}
        without = {
            key: Counts(*(max(a - b, 0) for a, b in zip(each, theirs[key], strict=True)))
            if key in theirs
            else each
            for key, each in total.items()
            if each.papers >= _NAMED_FROM
        }
        words = edges(without)
        for key in without:
            values.append(term_values(key, without, words, features.UNKNOWN))
            truth.append(key in keywords)
    return fitted(features.TERM, values, truth)


def implying(papers: Sequence[Lesson], background: Statistics) -> Scorecard:
    """Return how to score what a paper's phrases imply; its own keywords do not count."""
    rows, truth = [], []
    for paper in papers:
        scores = {
            key: score.score(phrase, background.known(key), background.scoring)
            for key, phrase in paper.phrases.items()
        }
        said = {folding.squeezed(key) for key in paper.phrases}
        for at, signs in _signs(scores, background):
            term = background.terms[at]
            if folding.squeezed(term.key) in said:
                continue
            true = term.key in paper.keywords
            rows.append(
                implied.features(
                    term._replace(keywords=term.keywords - true), signs, background.free
                )
            )
            truth.append(true)
    return fitted(implied.TABLES, rows, truth)


def _signs(
    scores: Mapping[str, float], background: Statistics
) -> Iterator[tuple[int, list[tuple[float, float]]]]:
    """Yield each term that phrases imply, by its place, with what speaks for it."""
    found: dict[int, list[tuple[float, float]]] = {}
    for key, figure in scores.items():
        for at, share in implied.shares(background.implied.get(key, "")).items():
            found.setdefault(at, []).append((share, figure))
    yield from found.items()


def known(
    key: str,
    total: Mapping[str, Counts],
    words: Edges,
    cards: tuple[Scorecard, Scorecard],
) -> Known:
    """Return what the table says of a phrase."""
    scoring_card, naming_card = cards
    values = term_values(key, total, words, features.UNKNOWN)
    each = total[key]
    return Known(
        prior=scoring_card.sum(features.TERM, values),
        keyphraseness=values["keyphraseness"],
        name=probability(naming_card.bias + naming_card.sum(features.TERM, values)),
        papers=each.papers,
        keywords=each.keywords,
        candidates=each.candidates,
    )


def common(total: Mapping[str, Counts], fewest: int) -> list[str]:
    """Return the keys that at least `fewest` papers have as a free keyword, sorted."""
    return sorted(key for key, each in total.items() if each.keywords >= fewest)
