"""A formula that had lost its backslashes, written in TeX again."""

import re
from collections.abc import Sequence

from sitegen.prose import mending
from sitegen.prose import vocabulary as known
from sitegen.prose.lexer import Token

_NAMES = (
    known.GREEK | known.FUNCTIONS | known.ARGUMENT | known.STRONG_SIGNS | known.STRONG_INFIX
    | known.WEAK_INFIX | known.DOTS | known.QUANTIFIERS | known.RAISED | known.SWITCHES | {"ell"}
)  # fmt: skip
_BY_LENGTH = sorted(
    (name for name in _NAMES if len(name) > 2), key=lambda name: (-len(name), name)
)
_NAME = re.compile("|".join(_BY_LENGTH))
_DIGRAPHS = {"<=": r"\leq", ">=": r"\geq", "->": r"\to", "<-": r"\gets"}
_OPENERS = {"(": ")", "[": "]", "{": "}"}


def restored(tokens: Sequence[Token]) -> str:
    """Return the TeX of the formula that `tokens` are."""
    return mending.tidied(_Writer(tokens).written(0, len(tokens)))


class _Writer:
    """Writes tokens from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def written(self, start: int, end: int) -> str:
        """Return the TeX of ``tokens[start:end]``."""
        out: list[str] = []
        at = start
        while at < end:
            tex, after = self.piece(at, end)
            spaced = not self.tokens[at].glued and at > start
            if spaced or (out and tex[:1].isalpha() and mending.ENDS_IN_NAME.search(out[-1])):
                out.append(" ")
            out.append(tex)
            at = after
        return "".join(out)

    def piece(self, at: int, end: int) -> tuple[str, int]:  # noqa: PLR0911 - one a case
        """Return the TeX at `at` and the index behind it."""
        token = self.tokens[at]
        if token.kind == "script":
            return self.script(at, end)
        if token.text == "sqrt":
            return self.root(at, end)
        if token.kind == "word":
            if token.text in known.ARGUMENT and at + 1 < end and self.tokens[at + 1].text == "{":
                argument, after = self.braced(at + 1, end)
                return rf"\{token.text}{argument}", after
            # `ID_H` is a name with an index; in `QK^top` each letter is a thing of its own.
            indexed = at + 1 < end and self.tokens[at + 1].text == "_"
            if indexed and token.text.isupper() and len(token.text) > 1:
                return rf"\mathrm{{{token.text}}}", at + 1
            return word(token.text), at + 1
        if token.kind == "command":
            return self.command(at, end)
        if token.text == "{":
            return self.brace(at, end)
        if at + 1 < end and self.tokens[at + 1].glued:
            digraph = _DIGRAPHS.get(token.text + self.tokens[at + 1].text)
            if digraph:
                return digraph, at + 2
        return (r"\%" if token.text == "%" else token.text), at + 1

    def script(self, at: int, end: int) -> tuple[str, int]:
        """Return a script with its operand in braces."""
        sign, first = self.tokens[at].text, at + 1
        if first >= end:
            return "", end
        text = self.tokens[first].text
        if text == "{":
            argument, after = self.braced(first, end)
            return sign + argument, after
        after = first + 1
        if text == "-":
            after = first + 2
        elif text == "(":
            after = self.closing(first, end)
        elif text in known.ORDERS and after < end and self.tokens[after].text == "(":
            after = self.closing(after, end)
        return f"{sign}{{{self.written(first, min(after, end)).strip()}}}", min(after, end)

    def root(self, at: int, end: int) -> tuple[str, int]:
        """Return a root; ``sqrt(n)`` needs no brackets under its sign."""
        degree, first = "", at + 1
        if first < end and self.tokens[first].text == "[":
            after = self.closing(first, end)
            degree = f"[{self.written(first + 1, after - 1)}]"
            first = after
        if first >= end or self.tokens[first].text not in ("{", "("):
            return rf"\sqrt{degree}", first
        after = self.closing(first, end)
        return rf"\sqrt{degree}{{{self.written(first + 1, after - 1)}}}", after

    def command(self, at: int, end: int) -> tuple[str, int]:
        """Return a command as it is, with the groups that it takes."""
        tex, after = self.tokens[at].text, at + 1
        if tex == r"\sqrt":
            return self.root(at, end)
        while after < end and self.tokens[after].text == "{" and self.tokens[after].glued:
            argument, after = self.braced(after, end)
            tex += argument
        return tex, after

    def brace(self, at: int, end: int) -> tuple[str, int]:
        """Return braces that are no argument: a set, or a group with a script or a font."""
        after = self.closing(at, end)
        inner = [token.text for token in self.tokens[at + 1 : after - 1]]
        single = len(inner) == 1 and after - at == 3
        switched = bool(inner) and inner[0].removeprefix("\\") in known.SWITCHES
        scripted = after < end and self.tokens[after].kind == "script"
        if switched or single or (scripted and "," not in inner):
            return self.braced(at, end)
        return rf"\{{{self.written(at + 1, after - 1)}\}}", after

    def braced(self, at: int, end: int) -> tuple[str, int]:
        after = self.closing(at, end)
        return f"{{{self.written(at + 1, after - 1)}}}", after

    def closing(self, at: int, end: int) -> int:
        """Return the index behind the bracket that closes the one at `at`, else `end`."""
        opened = self.tokens[at].text
        depth = 0
        for index in range(at, end):
            text = self.tokens[index].text
            depth += (text == opened) - (text == _OPENERS[opened])
            if depth == 0:
                return index + 1
        return end


def word(text: str) -> str:
    """Return the TeX of a word: a name with its backslash, letters, or upright text."""
    if text in _NAMES:
        return rf"\{text}"
    if len(text) <= 2 or text.isupper():
        return text
    parts: list[str] = []
    at = 0
    for match in _NAME.finditer(text):
        parts += [text[at : match.start()], rf"\{match[0]} "]
        at = match.end()
    parts.append(text[at:])
    if at and all(len(part) <= 1 for part in parts[::2]):
        return "".join(parts).strip()
    return rf"\mathrm{{{text}}}"
