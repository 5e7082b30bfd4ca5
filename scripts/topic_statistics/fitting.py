"""Scorecards fitted to papers with free keywords, each paper left out of its own counts."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from sitegen.topics.scorecard import Scorecard, cells

Values = Mapping[str, float]

_KNOTS = 7
_PENALTY = 0.07


def fitted(tables: Sequence[str], rows: Sequence[Values], truth: Sequence[bool]) -> Scorecard:
    """Return the scorecard that tells the true `rows` from the others best.

    Logistic regression with a quadratic penalty over the shares of each row between the knots.
    """
    knots = _knots(tables, rows, truth)
    places = _places(tables, knots)
    model = LogisticRegression(C=_PENALTY, max_iter=1000, solver="lbfgs")
    model.fit(_design(tables, knots, places, rows), np.array(truth))
    weights = [round(float(weight), 3) for weight in model.coef_[0]]
    return Scorecard(
        knots,
        {table: _table(table, knots, places, weights) for table in tables},
        round(float(model.intercept_[0]), 3),
    )


def _knots(
    tables: Iterable[str], rows: Sequence[Values], truth: Sequence[bool]
) -> dict[str, list[float]]:
    """Return the knots of each feature: its values where few, else quantiles of the true rows."""
    found = {}
    for name in dict.fromkeys(name for table in tables for name in table.split("*")):
        values = np.array([row[name] for row in rows])
        if len(np.unique(values)) < _KNOTS:
            knots = np.unique(values)
        else:
            true = values[np.array(truth)]
            shares = np.linspace(0.02, 0.98, _KNOTS - 1)
            knots = np.unique([np.quantile(values, 0.02), *np.quantile(true, shares)])
        found[name] = sorted({round(float(knot), 3) for knot in knots})
    return found


def _places(
    tables: Sequence[str], knots: Mapping[str, Sequence[float]]
) -> dict[tuple[str, tuple[int, ...]], int]:
    """Return the column of each figure of each table."""
    columns: dict[tuple[str, tuple[int, ...]], int] = {}
    for table in tables:
        sizes = [len(knots[name]) for name in table.split("*")]
        for place in np.ndindex(*sizes):
            columns[table, place] = len(columns)
    return columns


def _design(
    tables: Sequence[str],
    knots: Mapping[str, Sequence[float]],
    places: Mapping[tuple[str, tuple[int, ...]], int],
    rows: Sequence[Values],
) -> sparse.csr_matrix:
    """Return the matrix of shares: a row for each of `rows`, a column for each figure."""
    columns: list[int] = []
    shares: list[float] = []
    ends = [0]
    for row in rows:
        for table in tables:
            for place, share in cells(table, knots, row):
                columns.append(places[table, place])
                shares.append(share)
        ends.append(len(columns))
    return sparse.csr_matrix((shares, columns, ends), shape=(len(rows), len(places)))


def _table(
    table: str,
    knots: Mapping[str, Sequence[float]],
    places: Mapping[tuple[str, tuple[int, ...]], int],
    weights: Sequence[float],
) -> list[float] | list[list[float]]:
    """Return the figures of one table, in rows where it is of two features."""
    sizes = [len(knots[name]) for name in table.split("*")]
    if len(sizes) == 1:
        return [weights[places[table, (at,)]] for at in range(sizes[0])]
    rows, width = sizes
    return [[weights[places[table, (a, b)]] for b in range(width)] for a in range(rows)]
