"""Lines that were broken at a column, as browsers and mail do that save text: whole again."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.importers.lines import Line

_SAMPLE = 400
_NARROWEST, _WIDEST = 50, 120
# Nearly all broken lines are shorter than the column by less than a long word.
_SLACK = 15
_FEWEST, _SHARE = 10, 0.4
_BLANK = 0.02
# A compound word is broken behind its hyphen; "short- and long-term" is no compound.
_HYPHEN = re.compile(r"\w-$")
_ALONE = frozenset(["and", "or", "to"])


def unwrapped(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a text, those that were broken at its column as one.

    That is so where no line is longer than such a column and many are nearly as long. Where no
    blank lines part what belongs together, a fault is all there is.
    """
    stream = iter(lines)
    sample = list(itertools.islice(stream, _SAMPLE))
    said = [line.text for line in sample if line.text.strip()]
    column = _column(said)
    if not column:
        yield from itertools.chain(sample, stream)
    elif len(sample) - len(said) < _BLANK * len(sample):
        what = f"lines are broken at column {column}, and no blank ones part titles and abstracts"
        yield Line(1, "", what)
    else:
        yield from _joined(itertools.chain(sample, stream), column)


def _column(said: Sequence[str]) -> int:
    """Return the column that the lines of a text are broken at, 0 if at none."""
    # A long address stands alone: it is not broken.
    lengths = [len(line.rstrip()) for line in said if " " in line.strip()]
    longest = max(lengths, default=0)
    full = sum(length > longest - _SLACK for length in lengths)
    is_broken = _NARROWEST <= longest <= _WIDEST and full >= max(_FEWEST, _SHARE * len(said))
    return longest if is_broken else 0


def _joined(lines: Iterable[Line], column: int) -> Iterator[Line]:
    """Yield the lines of a text; one goes on where the next word had no room on it."""
    whole, last = Line(0, ""), ""
    for line in lines:
        word = next(iter(line.text.split(maxsplit=1)), "")
        if word and last and len(last) + 1 + len(word) > column:
            blank = "" if _HYPHEN.search(last) and word not in _ALONE else " "
            whole = Line(whole.number, f"{whole.text}{blank}{line.text.strip()}")
        else:
            yield whole
            whole = Line(line.number, line.text.rstrip(), line.fault)
        last = line.text.rstrip()
    yield whole
