"""A place in the tokens of one text, with bounds on how far a reader looks."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sitegen.prose.lexer import Token

Shape = Literal["number", "letter", "greek", "bracket", "function", "other"]

_MOST_TOKENS = 120
_NOTHING = Token("other", "", -1, -1, glued=False)


class Found(NamedTuple):
    """A part of a formula up to the token `end`; a `strong` one can be nothing else."""

    end: int
    strong: bool
    shape: Shape


class Cursor:
    """Gives tokens by their index; `depth` counts the brackets that are open."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.limit = len(tokens)
        self.depth = 0
        self.unapplied: set[tuple[int, bool]] = set()  # functions known to lack an argument

    def token(self, at: int) -> Token:
        """Return the token at `at`, or an empty one behind the last."""
        return self.tokens[at] if at < self.limit else _NOTHING

    def begin(self, at: int) -> None:
        """Bound the work: a formula that begins at `at` has a limited number of tokens."""
        self.limit = min(len(self.tokens), at + _MOST_TOKENS)
        self.depth = 0

    def is_joined(self, at: int) -> bool:
        """Tell whether a longer identifier goes on at `at`: ``x_1_mean``, ``a_b.py``."""
        follows = self.token(at + 1)
        return self.token(at).text == "_" or (
            self.token(at).text == "." and follows.glued and follows.text.isalnum()
        )

    def is_closed(self, at: int) -> bool:
        """Tell whether any bracket closes behind the one at `at`."""
        return any(token.text in (")", "]", "}") for token in self.tokens[at + 1 : self.limit])

    def closing(self, at: int) -> int:
        """Return the index behind the bracket that closes the one at `at`, or -1."""
        depth = 0
        opened = self.token(at).text
        closes = {"(": ")", "[": "]", "{": "}"}[opened]
        for index in range(at, min(len(self.tokens), at + _MOST_TOKENS)):
            text = self.tokens[index].text
            depth += (text == opened) - (text == closes)
            if depth == 0:
                return index + 1
        return -1
