"""Characters that HTML, TeX and PDF write in ways of their own, as exports leave them in texts."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from sitegen import text
from sitegen.prose.spans import Span

# Some exports escape what was escaped before: &amp;amp;
_REFERENCE = re.compile(r"&(?:amp;)*(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
# Other names as short as these are words of programs: *p = &it;
_SHORT_NAMES = """
amp; chi; deg; eta; eth; ge; gt; le; lt; mu; ne; nu; phi; pi; psi; reg; rho; shy; tau; xi; yen;
"""
_SHORT = frozenset(_SHORT_NAMES.split())
# What was TeX may keep the braces around a letter or dash, Cram{é}r, and what was PDF the hyphen
# that parted a word at the end of a line, letters that are printed as one, and the numbers that
# fonts have for these and for quotation marks.
_LEFT = re.compile(
    r"\{(?P<kept>[À-ÖØ-öø-ɏ–—])\}|(?<=[À-ÖØ-öø-ɏ])\{\}|(?<=\w)\(cid:173\)\s{0,2}(?=\w)"
    r"|(?P<ligature>[ﬀ-ﬆ])"
    r"|\(cid:(?P<glyph>14[78]|(?:2|1[1-4])(?=\)[a-z])|(?<=[a-z]\(cid:)1[14])\)"
)
_GLYPHS = {"2": "fi", "11": "ff", "12": "fi", "13": "fl", "14": "ffi", "147": "“", "148": "”"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    return ("&" in source and ";" in source) or _has_left(source)


def _has_left(source: str) -> bool:
    """Tell whether something that PDF or TeX wrote may have been left in `source`."""
    if "(cid:" in source:
        return True
    if source.isascii():
        return False
    return ("{" in source and _LEFT.search(source) is not None) or (
        _LIGATURE.search(source) is not None
    )


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the characters of ``source[start:end]`` that are not written as themselves.

    One that would turn the text around it stays as it is.
    """
    # A long text has many such stretches; what may stand right before one counts.
    if _has_left(source[max(start - 1, 0) : end]):
        for match in _LEFT.finditer(source, start, end):
            yield Span("reading", *match.span(), _read(match))
    for match in _REFERENCE.finditer(source, start, end):
        if match[1].startswith("#") or _is_name(match[1]):
            # Its blanks stay, and no mark is joined with a point.
            character = text.normal(f".{unescape(f'&{match[1]}')}.")[1:-1]
            if not text.has_bidi_controls(character):
                yield Span("reading", *match.span(), character)


def _read(match: re.Match[str]) -> str:
    """Return how something that was left reads."""
    if match["ligature"]:
        return unicodedata.normalize("NFKC", match["ligature"])
    return match["kept"] or _GLYPHS.get(match["glyph"], "")


def _is_name(name: str) -> bool:
    """Tell whether this is the name of a character, and hardly anything else."""
    return name in html5 and (len(name) > 4 or name in _SHORT)
