"""The things that formulas are made of: letters with their scripts, functions, brackets."""

import re
from abc import ABC, abstractmethod

from sitegen.prose import mending, symbols
from sitegen.prose import vocabulary as known
from sitegen.prose.cursor import Cursor, Found

_PREFIX_SIGNS = frozenset("∑∏√∞∂∇ℓϵϑϕℝℕ")
_CLOSERS = {"(": ")]", "[": "])", "{": "}"}
_LOG = re.compile(r"[A-Za-z]?log[A-Za-z]?")
_DEEPEST = 12


class Operands(Cursor, ABC):
    """Reads operands in the tokens of one text; each method takes the index to begin at."""

    @abstractmethod
    def step(self, last: Found) -> Found | None:
        """Return what continues a formula behind `last`."""

    def operand(self, at: int, *, after_sign: bool = False) -> Found | None:
        """Return one thing with its superscripts and subscripts."""
        found = self.base(at, after_sign=after_sign)
        while found is not None and self.token(found.end).kind == "script":
            if not self.token(found.end).glued:
                return found
            found = self.scripted(found)
        if found is None or found.shape != "function":
            return found
        return self.argument(found)

    def argument(self, function: Found) -> Found | None:
        """Return a function with what it is applied to, or None where that is missing."""
        key = (function.end, self.depth > 0)
        if key in self.unapplied:
            return None
        argument = self.token(function.end)
        spaced = not argument.glued and argument.text not in known.ARTICLES
        if spaced and not self.depth and self.token(function.end - 1).text not in known.LOGARITHMS:
            spaced = function.strong
        takes = spaced or argument.text in ("(", "{", "[") or (function.strong and argument.glued)
        further = self.operand(function.end) if takes else None
        if further is None:
            self.unapplied.add(key)
            return None
        return Found(further.end, further.strong or function.strong, "bracket")

    def scripted(self, base: Found) -> Found | None:
        """Return `base` with the script behind it, or None where it is part of a name."""
        sign = self.token(base.end).text
        at = base.end + 1
        operand = self.token(at)
        if not operand.glued:
            return None
        if operand.text == "{" or (sign == "^" and operand.text == "("):
            end = self.closing(at)
        elif sign == "^" and operand.text in known.ORDERS and self.token(at + 1).text == "(":
            end = self.closing(at + 1)
        elif (
            operand.text == "-" and self.token(at + 1).glued and self.token(at + 1).text.isalnum()
        ):
            end = at + 2
        else:
            return self.short(base, sign, at)
        return None if end < 0 else Found(end, True, "bracket")

    def short(self, base: Found, sign: str, at: int) -> Found | None:
        """Return `base` with a script of one token, unless the two belong to a longer name."""
        operand, follows = self.token(at), self.token(at + 1)
        name = operand.text.removeprefix("\\")
        named = known.RAISED if sign == "^" else known.LOWERED
        fits = (
            (operand.kind == "number" and len(name) <= 3)
            or (
                operand.kind == "word" and (len(name) == 1 or name in named or name in known.GREEK)
            )
            or (operand.kind == "command" and mending.is_known(name))
            or (
                operand.kind == "sign"
                and (name not in "=<>/|,;:!" or (sign == "^" and name == "'"))
            )
        )
        if not fits:
            return None
        if follows.glued and follows.kind in ("word", "number") and operand.kind != "sign":
            mathematical = len(follows.text) == 1 and base.shape != "other"
            if not (mathematical or follows.text in known.FUNCTIONS):
                return None
        if sign == "_" and follows.glued and self.is_joined(at + 1):
            return None
        return Found(at + 1, True, base.shape)

    def base(self, at: int, *, after_sign: bool) -> Found | None:  # noqa: PLR0911 - one a case
        """Return one thing without its scripts."""
        token = self.token(at)
        if token.kind == "number":
            return self.number(at)
        if token.kind == "word":
            return self.word(at, after_sign=after_sign)
        if token.kind == "command":
            return self.command(at)
        if token.text in ("(", "[", "{"):
            return self.bracket(at)
        if token.kind == "sign":
            greek = len(token.text) == 1 and "Α" <= token.text <= "ω"
            if greek or token.text in _PREFIX_SIGNS:
                return Found(at + 1, False, "greek")
            if self.depth and token.text in ("|", "-", "*", "‖", "∥"):
                return Found(at + 1, False, "other")
        return None

    def number(self, at: int) -> Found | None:
        """Return a number that is no part of a word: neither ``10th`` nor ``97%``."""
        follows = self.token(at + 1)
        named = follows.text in known.FUNCTIONS or follows.text in known.WEAK_INFIX
        if follows.glued and follows.kind == "word" and len(follows.text) > 1 and not named:
            return None
        return Found(at + 1, False, "number")

    def bracket(self, at: int) -> Found | None:
        """Return a pair of brackets that holds nothing but mathematics."""
        opened = self.token(at).text
        if opened == "{" and self.token(at + 1).text.removeprefix("\\") in known.SWITCHES:
            return self.switched(at)
        if self.depth >= _DEEPEST or not self.is_closed(at):
            return None
        self.depth += 1
        last = self.operand(at + 1)
        strong = False
        while last is not None and self.token(last.end).text not in (")", "]", "}", ""):
            strong = strong or last.strong
            last = self.step(last)
        self.depth -= 1
        if last is None or self.token(last.end).text not in tuple(_CLOSERS[opened]):
            return None
        strong = strong or last.strong
        return Found(last.end + 1, strong, "bracket") if strong or opened != "{" else None

    def switched(self, at: int) -> Found | None:
        r"""Return ``{bf 1}``, or ``{\bf x}_n``; without a script the latter may be mere text."""
        end = self.closing(at)
        scripted = self.token(end).kind == "script" and self.token(end).glued
        certain = self.token(at + 1).text in ("bf", "rm", "cal")
        fits = end > 0 and end <= at + 4 and (scripted or certain)
        return Found(end, True, "letter") if fits else None

    def word(self, at: int, *, after_sign: bool) -> Found | None:
        """Return a word that is a letter, a function or the name of a sign."""
        text, follows = self.token(at).text, self.token(at + 1)
        if text in known.ARGUMENT and follows.text in ("{", "[", "(") and follows.glued:
            return self.applied(at)
        if text in known.ALPHABETS and not follows.glued:
            lettered = len(follows.text) == 1 or follows.text in known.GREEK
            return Found(at + 2, True, "letter") if lettered and follows.kind == "word" else None
        if text in known.ORDERS and follows.text == "(" and follows.glued:
            growth = self.bracket(at + 1)
            return None if growth is None else Found(growth.end, True, "bracket")
        if text == "tilde" and follows.text in known.ORDERS:
            growth = self.word(at + 1, after_sign=True)
            return growth if growth is not None and growth.strong else None
        if text in known.QUANTIFIERS:
            bound = self.operand(at + 1)
            return None if bound is None else Found(bound.end, text == "forall", "other")
        return self.name(at, after_sign=after_sign)

    def name(self, at: int, *, after_sign: bool) -> Found | None:  # noqa: PLR0911 - one a case
        """Return a word that stands for one thing by itself."""
        text, follows = self.token(at).text, self.token(at + 1)
        scripted = follows.kind == "script" and follows.glued
        if text in known.STRONG_SIGNS:
            return Found(at + 1, True, "greek")
        if text in known.GREEK or (text == "ell" and (scripted or self.depth)):
            return Found(at + 1, False, "greek")
        if text in known.FUNCTIONS:
            return Found(at + 1, False, "function")
        if len(text) == 1:
            plain = text not in known.ARTICLES or self.depth or scripted or after_sign
            return (
                Found(at + 1, False, "letter")
                if plain or follows.text in ("=", "<", ">")
                else None
            )
        if self.depth and (_LOG.fullmatch(text) or text in known.DOTS):
            return Found(at + 1, False, "function" if text.endswith("log") else "other")
        if text.isupper() and len(text) <= 4 and (scripted or self.depth):
            return Found(at + 1, False, "other")
        return None

    def applied(self, at: int) -> Found | None:
        """Return a command with its argument: ``mathcal{O}``, ``sqrt[3]{n}``, ``sqrt(n)``."""
        end = at + 1
        if self.token(end).text == "[" and self.token(at).text == "sqrt":
            end = self.closing(end)
        if end > 0 and self.token(end).text == "(":
            inner = self.bracket(end) if self.token(at).text == "sqrt" else None
            return None if inner is None else Found(inner.end, True, "bracket")
        while end > 0 and self.token(end).text == "{" and self.token(end).glued:
            end = self.closing(end)
        return Found(end, True, "letter") if end > at + 1 else None

    def command(self, at: int) -> Found | None:
        """Return a command that still has its backslash, outside of delimiters."""
        name = self.token(at).text[1:]
        if name == "|" or (self.depth and name in ("{", "}", ",", ";", "!")):
            return Found(at + 1, True, "other")
        if name in known.TEXTUAL or len(name) == 1 or not mending.is_known(name):
            return None
        if name in known.FUNCTIONS:
            return Found(at + 1, True, "function")
        end = at + 1
        if name in symbols.FRACTIONS and self.token(end).text != "{":
            number = self.token(end)  # `\frac12`
            fits = number.glued and number.kind == "number" and len(number.text) == 2
            return Found(end + 1, True, "bracket") if fits else None
        if self.token(end).text[1:] in known.ARGUMENT and name in known.ARGUMENT:
            return None  # `\sqrt\frac`: what each reaches over is lost
        if self.token(end).text == "[" and name == "sqrt":
            end = self.closing(end)
        while end > 0 and self.token(end).text == "{" and self.token(end).glued:
            end = self.closing(end)
        return Found(end, True, "letter") if end > 0 else None
