"""Text cut into the tokens that formulas are made of."""

import re
from typing import Literal, NamedTuple

from sitegen.prose.vocabulary import GREEK, STRONG_INFIX

TokenKind = Literal["space", "word", "command", "number", "script", "bracket", "sign", "other"]

# `kleq` is `k` and `leq`: what a lost backslash had kept apart.
_LONG_GREEK = (
    "(?:alpha|beta|gamma|delta|epsilon|theta|kappa|lambda|sigma|omega|[PTGDLSO][a-z]{1,4})"
)
_GLUED = re.compile(
    rf"(?P<left>[A-Za-z]|{_LONG_GREEK})?(?P<sign>leq|geq|neq|times|cdot|subseteq)(?P<right>[A-Za-z])?"
    rf"|(?P<greek>{_LONG_GREEK})(?P<relation>gg|ll|circ)(?P<other>{_LONG_GREEK}|[A-Za-z])?"
)
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<command>\\[A-Za-z]+|\\[,;:!|{}%])
  | (?P<word>[A-Za-z]+)
  | (?P<number>\d+(?:[.,]\d+)*)
  | (?P<script>[\^_])
  | (?P<bracket>[()\[\]{}])
  | (?P<sign>[-=+<>/*|,;:!'≤≥≠≈×·∈→±∼∑∏√∞∥‖⌊⌋⌈⌉∪∩⊆⊂≪≫⊗∂∇ℓϵϑϕΑ-Ωα-ωℝℕ])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A token with its place in the source; `glued` says that no space stands before it."""

    kind: TokenKind
    text: str
    start: int
    end: int
    glued: bool


def tokens(source: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``source[start:end]`` without the spaces between them."""
    found: list[Token] = []
    glued = False
    for match in _TOKEN.finditer(source, start, end):
        if match.lastgroup == "space":
            glued = False
        else:
            kind: TokenKind = match.lastgroup  # type: ignore[assignment]
            for text, at in _parts(kind, match[0]):
                begin = match.start() + at
                found.append(Token(kind, text, begin, begin + len(text), glued or at > 0))
            glued = True
    return found


def _parts(kind: TokenKind, text: str) -> list[tuple[str, int]]:
    """Return `text`, or the words glued together in it, each with its place."""
    split = _GLUED.fullmatch(text) if kind == "word" and text not in STRONG_INFIX else None
    if split is None or any(
        word not in GREEK
        for name in ("left", "greek", "other")
        if len(word := split[name] or "") > 1
    ):
        return [(text, 0)]
    parts = [(split[name], split.start(name)) for name in split.groupdict() if split[name]]
    return sorted(parts, key=lambda part: part[1])
