"""Whole numbers as printable characters that a script carries as they are.

The last character of a number holds a value below `LAST`, those before it hold `MORE` values
each, most telling first, so that small numbers take one character. `static/js/search/numbers.js`
reads them.
"""

from collections.abc import Iterable

# Neither blank nor quote nor bar, nor what a script or a page would escape.
ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"'&<>\\|")
LAST = 60
MORE = len(ALPHABET) - LAST

_ONE = ALPHABET[:LAST]
_REST = ALPHABET[LAST:]
_FEW = 3


def spelled(number: int) -> str:
    """Return `number` as characters.

    Raises:
        ValueError: Where it is negative, which has no end.
    """
    if number < 0:
        raise ValueError(number)
    number, last = divmod(number, LAST)
    text = _ONE[last]
    while number:
        number, digit = divmod(number - 1, MORE)
        text = _REST[digit] + text
    return text


def _small() -> list[str]:
    """Return the spellings of the numbers that take few characters, in order."""
    found, before = [], [""]
    for _ in range(_FEW):
        found += [first + last for first in before for last in _ONE]
        before = [first + digit for first in before for digit in _REST]
    return found


SMALL = _small()
"""The spelling of each small number, ready made."""


def spelled_each(values: Iterable[int]) -> list[str]:
    """Return the spelling of each number."""
    numbers = [*values]
    try:
        return [*map(SMALL.__getitem__, numbers)]
    except IndexError:
        return [*map(spelled, numbers)]


def joined(values: Iterable[int]) -> str:
    """Return numbers one behind the other; each tells where it ends."""
    return "".join(spelled_each(values))
