"""The drawing of papers by year: bars on a line, as numbers that a template only writes down."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from sitegen.views.pieces import Bar, Years

_WIDTH = 240
_TALLEST = 44
_ABOVE = 14
_BELOW = 16
_WIDEST_STEP = 40
# A label of four digits fits below a bar, a number above it, from this step on.
_STEP_FOR_LABELS = 34
_STEP_FOR_COUNTS = 20
# More columns than this are too thin to tell apart.
_MOST_BARS = 60


def years(dates: Iterable[str | None]) -> Years | None:
    """Return the drawing of papers that were published in these years, or None.

    There is none where fewer than two years are known, or where they lie too far apart for a
    drawing by decades: a line of equal bars, or of one, says nothing that a number does not.
    """
    known = Counter(dates)
    counts = sorted((int(year), count) for year, count in known.items() if year)
    undated = known.total() - sum(count for _, count in counts)
    return _drawing(tuple(counts), undated) if len(counts) > 1 else None


# Many topics have a paper or two of the same years.
@lru_cache(maxsize=1 << 12)
def _drawing(dated: tuple[tuple[int, int], ...], undated: int) -> Years | None:
    """Return the drawing of so many papers a year, or None where the years lie too far apart."""
    counts = dict(dated)
    step = 1 if max(counts) - min(counts) < _MOST_BARS else 10
    periods: Counter[int] = Counter()
    for year, count in counts.items():
        periods[year - year % step] += count
    columns = range(min(periods), max(periods) + 1, step)
    if not 1 < len(columns) <= _MOST_BARS:
        return None
    return Years(
        width=_pitch(columns) * len(columns),
        height=_ABOVE + _TALLEST + _BELOW,
        base=_ABOVE + _TALLEST,
        bars=_bars(columns, periods),
        undated=undated,
    )


def _pitch(columns: range) -> int:
    """Return how far apart the bars stand."""
    return min(_WIDEST_STEP, _WIDTH // len(columns))


def _bars(columns: range, periods: Counter[int]) -> tuple[Bar, ...]:
    """Return a bar for each column, those without papers of no height."""
    pitch = _pitch(columns)
    width = pitch - max(1, pitch // 5)
    most = max(periods.values())
    peak = min(period for period in periods if periods[period] == most)
    bars = []
    for place, period in enumerate(columns):
        count, x = periods[period], place * pitch
        height = max(1, count * _TALLEST // most) if count else 0
        label, anchor, offset = _label(period, columns, width)
        bars.append(
            Bar(
                period=str(period) if columns.step == 1 else f"{period}–{period + 9}",
                count=count,
                label=label,
                label_x=x + offset,
                anchor=anchor,
                shows_count=bool(count) and (pitch >= _STEP_FOR_COUNTS or period == peak),
                x=x,
                y=_ABOVE + _TALLEST - height,
                width=width,
                height=height,
                middle=x + width // 2,
            )
        )
    return tuple(bars)


def _label(period: int, columns: range, width: int) -> tuple[str, str, int]:
    """Return what stands below a bar, its anchor and how far that is from the bar's left.

    Where not every bar has room for a label, the first and the last keep theirs.
    """
    if _pitch(columns) >= _STEP_FOR_LABELS:
        return str(period), "middle", width // 2
    if period == columns[0]:
        return str(period), "start", 0
    return (str(period), "end", width) if period == columns[-1] else ("", "end", 0)
