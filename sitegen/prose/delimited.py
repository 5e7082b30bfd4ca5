"""Formulas between TeX's delimiters and code between back-ticks."""

import re
from collections.abc import Iterator

from sitegen.prose import formula, mending
from sitegen.prose.spans import Span

# Most characters open nothing: those that may are looked for first.
_SIGN = re.compile(r"[$`\\\[]")
_OPENING = re.compile(
    r"""
    (?P<code>(?<![`\\])`(?![`\s])[^`\n]{1,200}(?<!\s)`(?!`))
  | (?P<display>\$\$) | (?P<dollar>(?<!\\)\$) | (?P<round>\\\() | (?P<square>\\\[)
  | \\begin\{(?P<environment>(?:equation|align|eqnarray|gather|multline|math|displaymath)\*?)\}
  | (?P<ensure>\\ensuremath\{)
  | (?P<link>(?<!!)\[(?=(?P<label>[^\[\]\n]{1,200})\]\((?P<target>(?:https?://|mailto:)[^\s()<>\\]{1,500})\)))
    """,
    re.VERBOSE,
)
_SINGLE_QUOTE = re.compile(r"`(?:[^`'\n]|'(?=\w)){1,120}'(?!\w)")
_BLANK_LINE = re.compile(r"\n\s*\n")
_WORDS = re.compile(r"\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b")
_COMMON = re.compile(r"\b(?:and|or|to|the|of|for|per|in|is|with|million|billion|USD)\b")
_COMMANDS = re.compile(r"\\(?:text\w*|mbox)\{[^{}]*\}|\\[A-Za-z]+")
_CERTAIN = re.compile(r"[\\^_]")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_LIMIT = 2000
_SHORT = 400


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    return "$" in source or "`" in source or "\\" in source or "](" in source


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the formulas, code spans and Markdown links of ``source[start:end]``."""
    at = start
    while (match := _opening(source, at, end)) is not None:
        if match["link"]:
            yield Span("markdown", match.start(), match.end(), "")
            close = match.end("label")
            # What the label holds is read like any other text.
            yield from find(source, match.end(), close)
            at = match.end("target") + 1
            yield Span("markdown", close, at, "", match["target"])
            continue
        span = _span(source, match, end)
        if span is None:
            at = match.end() if match["display"] is None else match.start() + 1
        else:
            yield span
            at = span.end


def _opening(source: str, at: int, end: int) -> re.Match[str] | None:
    """Return the next beginning of a formula, of code or of a link."""
    opened = (
        _OPENING.match(source, sign.start(), end) for sign in _SIGN.finditer(source, at, end)
    )
    return next(filter(None, opened), None)


def _span(source: str, match: re.Match[str], end: int) -> Span | None:  # noqa: PLR0911 - one a case
    """Return the span that `match` opens, or None."""
    if match["code"]:
        # ``a `quoted' word, and another`` is no code: TeX quotes come first.
        if _SINGLE_QUOTE.match(source, match.start(), match.end()):
            return None
        return Span("code", match.start(), match.end(), match[0][1:-1].strip())
    if match["dollar"]:
        return _between_dollars(source, match.end(), end)
    if match["environment"]:
        return _environment(source, match, end)
    if match["display"]:
        return _until(source, match, "$$", end, display=True)
    if match["round"]:
        return _until(source, match, r"\)", end, display=False)
    if match["square"]:
        return _until(source, match, r"\]", end, display=True)
    return _braced(source, match, end)


def _until(
    source: str, match: re.Match[str], closer: str, end: int, *, display: bool
) -> Span | None:
    """Return the formula from `match` to the next `closer`."""
    close = source.find(closer, match.end(), min(end, match.end() + _LIMIT))
    if close < 0:
        return None
    return _formula(
        source[match.end() : close], match.start(), close + len(closer), display=display
    )


def _environment(source: str, match: re.Match[str], end: int) -> Span | None:
    """Return the formula of a displayed environment; ``align`` keeps its rows."""
    name = match["environment"]
    closer = f"\\end{{{name}}}"
    close = source.find(closer, match.end(), min(end, match.end() + _LIMIT))
    if close < 0:
        return None
    tex = source[match.end() : close]
    if "&" in tex or r"\\" in tex:
        tex = rf"\begin{{align*}}{tex}\end{{align*}}"
    return _formula(tex, match.start(), close + len(closer), display=name != "math")


def _braced(source: str, match: re.Match[str], end: int) -> Span | None:
    r"""Return the formula of ``\ensuremath{…}``."""
    depth = 1
    for brace in _BRACE.finditer(source, match.end(), min(end, match.end() + _SHORT)):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            tex = source[match.end() : brace.start()]
            return _formula(tex, match.start(), brace.end(), display=False)
    return None


def _between_dollars(source: str, start: int, end: int) -> Span | None:
    """Return the formula that begins at `start`, unless the dollars are money.

    As in Pandoc, a closing dollar is not followed by a digit; space inside the dollars and plain
    words need a sign that nothing but mathematics has.
    """
    close = source.find("$", start, min(end, start + _LIMIT))
    while close > 0 and source[close - 1] == "\\":
        close = source.find("$", close + 1, min(end, start + _LIMIT))
    if close < 0:
        return None
    raw = source[start:close]
    tex = mending.tidied(raw)
    letters = _COMMANDS.sub("", tex)
    wordy = _COMMON.search(letters) or _WORDS.search(letters)
    spaced = raw != raw.strip()
    if wordy and (letters == tex or spaced):
        return None
    if "\\" not in tex and source[close + 1 : close + 2].isdigit():
        return None
    if spaced and not _CERTAIN.search(tex):
        return None
    return _formula(raw, start - 1, close + 1, display=False)


def _formula(tex: str, start: int, end: int, *, display: bool) -> Span | None:
    """Return the span of a formula, or None where `tex` can't be one."""
    tex = mending.tidied(tex)
    if not tex or _BLANK_LINE.search(tex):
        return None
    return Span("display" if display else "math", start, end, formula.plain(tex), tex)
