"""Accents and letters as TeX writes them in running text."""

import re
import unicodedata

_ABOVE = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307",
}  # fmt: skip
_NAMED = {
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a",
    "b": "\u0331", "d": "\u0323", "t": "\u0361",
}  # fmt: skip
_LETTERS = {
    "i": "ı", "j": "ȷ", "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "th": "þ", "dj": "đ",
}  # fmt: skip
_BASE = r"(?:\{\s*(?:\\?([ij])|([A-Za-z]))\s*\}|\\([ij])(?![A-Za-z])\s?|([A-Za-z]))"
ACCENT = re.compile(rf"\\(?:(?P<above>[`'^~\"=.])\s?|(?P<named>[cvuHkrbdt])(?=\s|\{{)\s?){_BASE}")
LETTER = re.compile(r"\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|dh|th|dj|i|j)(?:\{\}|(?![A-Za-z])\s?)")


def accented(written: str) -> str:
    """Return the letter that `written`, which holds an `ACCENT`, stands for."""
    match = ACCENT.search(written)
    if match is None:
        return written
    base = next(group for group in match.groups()[2:] if group)
    mark = _ABOVE[match["above"]] if match["above"] else _NAMED[match["named"]]
    return unicodedata.normalize("NFC", base + mark)


def letter(written: str) -> str:
    r"""Return the letter that `written`, such as ``\ss``, names; ``\i`` has no dot by itself."""
    match = LETTER.search(written)
    return _LETTERS[match[1]] if match else written
