"""Where a formula that has lost its delimiters begins and ends: with evidence, or not at all."""

from sitegen.prose import symbols
from sitegen.prose import vocabulary as known
from sitegen.prose.cursor import Found
from sitegen.prose.lexer import Token
from sitegen.prose.operands import Operands

_INFIX_SIGNS = frozenset("=+-<>/*|≤≥≠≈×·∈→±∼∪∩⊆⊂≪≫⊗")
_BREAKS = frozenset(",;:")


class Recogniser(Operands):
    """Reads formulas in the tokens of one text; each method takes the index to begin at."""

    def formula(self, at: int) -> Found | None:
        """Return the longest formula that begins at `at`."""
        self.begin(at)
        found = self.operand(at)
        if found is None:
            return None
        strong = found.strong
        while (further := self.step(found)) is not None:
            strong = strong or further.strong
            found = further
        return Found(found.end, strong, found.shape)

    def step(self, last: Found) -> Found | None:  # noqa: PLR0911 - one a case
        """Return what continues a formula behind `last`."""
        token = self.token(last.end)
        if token.kind == "script" or not token.text:
            return None
        if self.depth and token.text in _BREAKS:
            return self.operand(last.end + 1) or Found(last.end + 1, False, "other")
        if self.is_infix(token):
            return self.infix(last)
        if token.text == ",":
            return self.enumerated(last)
        if token.glued:
            return self.attached(last)
        further = self.operand(last.end)
        if further is None or self.depth or last.shape == "function":
            return further
        capital = token.text.isupper() and len(token.text) == 1 and last.shape == "bracket"
        return further if last.strong and (further.strong or capital) else None

    def is_infix(self, token: Token) -> bool:
        """Tell whether `token` can stand between two operands."""
        name = token.text.removeprefix("\\")
        if token.kind == "command":
            return name in symbols.INFIX
        return token.text in _INFIX_SIGNS or (
            token.kind == "word" and (name in known.STRONG_INFIX or name in known.WEAK_INFIX)
        )

    def infix(self, last: Found) -> Found | None:
        """Return the right side of a sign, with the evidence that the sign itself gives."""
        sign = self.token(last.end)
        at = last.end + 1
        while (
            self.token(at).kind == "sign" and self.token(at).glued and self.token(at).text in "=>"
        ):
            at += 1  # `<=`, `->`
        follows = self.token(at)
        even = sign.glued == follows.glued
        if sign.kind == "sign" and not self.depth and not even:
            return None
        if sign.text in "/|" and not self.depth and not sign.glued:
            return None
        if follows.text == "-" and self.token(at + 1).glued:
            at += 1
        further = self.operand(at, after_sign=True)
        if further is None:
            return None
        strong = further.strong or self.proves(sign, last, at, further)
        weak_word = sign.kind == "word" and sign.text in known.WEAK_INFIX
        if weak_word and not self.depth and not strong:
            return None
        # A sentence may go on: "to precision epsilon in log(n) steps".
        if sign.text == "in" and not self.depth and not self.is_set(at):
            return None
        return Found(further.end, strong, further.shape)

    def is_set(self, at: int) -> bool:
        """Tell whether a set begins at `at`: an interval, braces, or a capital letter."""
        text = self.token(at).text
        single = len(text) == 1 and text.isupper() and text not in known.ORDERS
        return single or text in ("(", "[", "{", "mathbb", "mathcal", "ℝ", "ℕ")

    def proves(self, sign: Token, last: Found, at: int, right: Found) -> bool:
        """Tell whether `sign` between `last` and `right` is itself evidence of mathematics."""
        if sign.kind == "command" or sign.text in known.STRONG_INFIX:
            return True
        before, after = self.token(last.end - 1), self.token(at)
        if sign.text == "times":
            return self.is_product(before, after, last, right)
        if sign.text == "=":
            return last.shape == "greek" and right.shape == "number"
        small = before.text in known.SMALL or after.text in known.SMALL
        return sign.text in "+-/<>" and small and "number" in (last.shape, right.shape)

    def is_product(self, before: Token, after: Token, last: Found, right: Found) -> bool:
        """Tell whether ``times`` multiplies: ``n times d``, ``256 times 256``, ``3times3``."""
        shapes = {last.shape, right.shape}
        if not shapes <= {"letter", "number", "greek"} or after.text in known.ARTICLES:
            return False
        glued = self.token(last.end).glued and after.glued
        return "number" not in shapes or glued or last.strong or before.text == after.text

    def enumerated(self, last: Found) -> Found | None:
        """Return the next of several things with commas but no blanks: ``x_1,dots,x_n``."""
        follows = self.token(last.end + 1)
        if not (self.token(last.end).glued and follows.glued and last.strong):
            return None
        if follows.text in known.DOTS or follows.text[1:] in known.DOTS:
            return Found(last.end + 2, True, "other")
        further = self.operand(last.end + 1)
        return further if further is not None and further.strong else None

    def attached(self, last: Found) -> Found | None:
        """Return what stands directly behind `last`, without a blank or a sign."""
        token = self.token(last.end)
        if token.kind == "number" and last.shape == "letter" and not last.strong:
            return Found(last.end + 1, False, "letter")
        if token.text == "[" and not self.depth:
            return None
        if token.text in "'!" and (last.strong or self.depth):
            return Found(last.end + 1, last.strong, last.shape)
        return self.operand(last.end)
