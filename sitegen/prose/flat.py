"""Formulas without delimiters: those of dumps that lost them, and TeX in running text."""

import re
from collections.abc import Iterator, Sequence

from sitegen.prose import formula, restore
from sitegen.prose.lexer import Token, tokens
from sitegen.prose.recognise import Recogniser
from sitegen.prose.spans import Span

# Behind these a letter is part of a name, an address or a path.
_JOINING = frozenset("_^\\@#/.~&$")
# Every formula holds one of these; only the words around one are looked at closely.
_EVIDENCE = re.compile(
    r"[\\^_]|\{(?:bf|rm|cal)\b|math(?:bf|bb|cal|rm)\b|[Oo]\(|(?:Omega|Theta)\(|sqrt[\[({]|varphi"
    r"|frac\{|times|leq|geq|neq |infty|varepsilon|forall|rightarrow|leftarrow|nabla|mapsto|otimes"
    r"|subseteq|propto"
    r"| (?:gg|ll|cdot) |a(?:gg|ll)\d|epsilon|(?:alpha|beta|gamma|lambda|theta|sigma)\s?=\s?[\d.]"
)
_TIMES = re.compile(r"\dtimes|\b(?:[A-Za-z]|\d+) times (?:[A-Za-z]\b|\d)|\b[A-Za-z]times\b")
_VALUE = re.compile(r"(?:alpha|beta|gamma|lambda|theta|sigma)\s?=\s?[\d.]")
# One of these stands in every text with a formula: quick to look for, not all of them certain.
_HINTS = (
    "\\", "^", "_", "{", "O(", "o(", "a(", "leq", "geq", "neq ", " gg ", " ll ", "mathbf ",
    "infty", "epsilon", "varphi", "forall", "tarrow", "sqrt", "alphagg", "alphall",
)  # fmt: skip
_BEFORE, _AFTER = 100, 400


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    return (
        any(map(source.__contains__, _HINTS))
        or ("times" in source and _TIMES.search(source) is not None)
        or ("=" in source and _VALUE.search(source) is not None)
    )


def find(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the formulas of ``source[start:end]`` that are certain to be some."""
    at = start
    while (match := _EVIDENCE.search(source, at, end)) is not None:
        begin = source.rfind(" ", at, max(at, match.start() - _BEFORE)) + 1 or at
        stop = source.find(" ", min(match.end() + _AFTER, end), end)
        at = stop = end if stop < 0 else stop
        yield from _formulas(source, begin, stop)


def _formulas(source: str, start: int, end: int) -> Iterator[Span]:
    """Yield the formulas of a short stretch of text."""
    found = tokens(source, start, end)
    recogniser = Recogniser(found)
    at = 0
    while at < len(found):
        token = found[at]
        before = source[token.start - 1 : token.start]
        if before.isalnum() or (before and before in _JOINING):
            at += 1
            continue
        seen = recogniser.formula(at)
        if seen is None or not seen.strong or _is_name(found[at : seen.end]):
            # What was read without evidence holds none: it is not read again.
            at = at + 1 if seen is None else seen.end
            continue
        yield _span(source, _without_brackets(found[at : seen.end]))
        at = seen.end


def _without_brackets(found: Sequence[Token]) -> Sequence[Token]:
    """Return `found` without brackets all around, which belong to the sentence."""
    depth = 0
    for at, token in enumerate(found):
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if depth == 0:
            return found[1:-1] if at == len(found) - 1 > 1 else found
    return found


def _is_name(found: Sequence[Token]) -> bool:
    """Tell whether `found` is a name with a superscript, such as ``TFM^2``."""
    kinds = [token.kind for token in found]
    name = found[0].text
    raised = kinds == ["word", "script", "number"] and found[1].text == "^"
    return raised and len(name) > 1 and name.isupper()


def _span(source: str, found: Sequence[Token]) -> Span:
    """Return the span of the formula that `found` are."""
    start, end = found[0].start, found[-1].end
    middle = (start + end) // 2
    if "\\" in source[start:middle] and source[start:middle] == source[middle:end]:
        # Some collections hold each formula twice, once for readers without MathJax.
        found = tokens(source, start, middle)
    tex = restore.restored(found)
    return Span("flat", start, end, formula.plain(tex), tex)
