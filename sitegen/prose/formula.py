"""One formula in TeX, read as Unicode."""

import re
import unicodedata

from sitegen.prose import symbols

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|\d+|.|\\", re.DOTALL)
_TIGHT = re.compile(r"(?<=[(\[{]) | (?=[)\]},;.])|(?<=^~) ")
_SPACE = re.compile(r"\s+")
# A blank where a letter or a bracket stands before it, nothing elsewhere.
_APART = "\x1f"
_NOT_APART = re.compile(r"(?<![\w)\]}])\x1f")
_AROUND_SIGN = re.compile(r"(?<=[^\w)\]}]) | (?=[^\w(\[{√∛])")
_SIMPLE = re.compile(r"[^\s+\-=<>/,·×~±]+")
_LONGEST = 2000
_DEEPEST = 30


def plain(tex: str) -> str:
    """Return `tex` as readable Unicode on one line; what is not understood loses its backslash."""
    if len(tex) > _LONGEST:
        return _SPACE.sub(" ", tex).strip()
    read = _NOT_APART.sub("", _Reader(_TOKEN.findall(tex)).sequence())
    return unicodedata.normalize("NFC", _TIGHT.sub("", _SPACE.sub(" ", read)).strip())


class _Reader:
    """Reads tokens from left to right; `depth` counts groups, `script` superscripts and such."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.script = 0

    def sequence(self) -> str:
        """Return what reads up to the end of the group that is open."""
        out: list[str] = []
        while self.at < len(self.tokens):
            piece = self.tokens[self.at]
            self.at += 1
            if piece == "}":
                if self.depth:
                    break
            elif piece in "^_":
                while out and out[-1].isspace():
                    out.pop()
                out.append(self.scripted(piece))
            else:
                out.append(self.item(piece))
        return "".join(out)

    def item(self, piece: str) -> str:
        """Return how `piece` reads, with the arguments that it takes."""
        if piece == "{":
            return self.group()
        if piece[0] == "\\" and len(piece) > 1:
            return self.command(piece[1:])
        if piece.isspace() or piece in "~&":
            return " "
        return "′" if piece == "'" else piece

    def group(self) -> str:
        """Return the group whose opening brace was just read; too deep a one reads as nothing."""
        if self.depth >= _DEEPEST:
            self.at = len(self.tokens)
            return ""
        self.depth += 1
        content = self.sequence()
        self.depth -= 1
        return content

    def argument(self) -> str:
        """Return the next group or token, as a command takes it."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens) or self.tokens[self.at] == "}":
            return ""
        piece = self.tokens[self.at]
        self.at += 1
        if piece.isdigit() and len(piece) > 1:  # TeX takes one digit
            self.at -= 1
            self.tokens[self.at] = piece[1:]
            return piece[0]
        if self.depth >= _DEEPEST:
            return ""
        self.depth += 1
        content = self.item(piece)
        self.depth -= 1
        return content.strip()

    def scripted(self, sign: str) -> str:
        self.script += 1
        content = _AROUND_SIGN.sub("", _SPACE.sub(" ", self.argument()))
        self.script -= 1
        return symbols.raised(content) if sign == "^" else symbols.lowered(content)

    def option(self) -> str:
        """Return the text of ``[…]``, if that comes next."""
        if self.tokens[self.at : self.at + 1] != ["["] or "]" not in self.tokens[self.at :]:
            return ""
        end = self.tokens.index("]", self.at)
        content = "".join(self.tokens[self.at + 1 : end])
        self.at = end + 1
        return content

    def command(self, name: str) -> str:  # noqa: PLR0911 - one a case
        """Return how the command `name` reads."""
        if name in symbols.SPACES:
            return " "
        if name in symbols.FRACTIONS:
            return f"{_bracketed(self.argument())}/{_bracketed(self.argument())}"
        if name in symbols.BINOMIALS:
            return f"({self.argument()} choose {self.argument()})"
        if name == "sqrt":
            return self.root()
        if name in symbols.ACCENTS:
            base = self.argument()
            return base + symbols.ACCENTS[name] if len(base) == 1 else base
        if name in symbols.DROPPED:
            self.argument()
            return " "
        if name in symbols.IGNORED:
            return self.delimiter()
        if name in symbols.PLAIN_ARGUMENT:
            return self.font(name)
        return self.sign(name)

    def root(self) -> str:
        degree = self.option()
        sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree) or symbols.raised(degree) + "√"
        content = self.argument()
        return sign + (content if len(content) == 1 or content.isdigit() else f"({content})")

    def delimiter(self) -> str:
        """Skip the full stop that stands for no delimiter."""
        if self.tokens[self.at : self.at + 1] == ["."]:
            self.at += 1
        return ""

    def font(self, name: str) -> str:
        if self.tokens[self.at : self.at + 1] == ["*"]:
            self.at += 1
        content = self.argument()
        if name == "mathbb":
            return symbols.double_struck(content)
        return self.function(content) if name == "operatorname" else content

    def function(self, name: str) -> str:
        """Return the name of a function, apart from the letters on either side."""
        # What it is of may be in braces.
        follows = next((each for each in self.tokens[self.at : self.at + 3] if each != "{"), "")
        after = follows[:1].isalnum() or (
            follows[1:].isalpha() and follows[1:] not in symbols.IGNORED
        )
        return _APART + name + (" " if after else "")

    def sign(self, name: str) -> str:
        """Return a symbol, the name of a function, or an unknown command's name."""
        if name in symbols.FUNCTIONS:
            return self.function(name)
        found = symbols.symbol(name)
        if found is not None and unicodedata.combining(found[0]):
            return self.argument() + found
        if found is None:
            return {"\\": " ", "!": "", "/": "", "-": ""}.get(name, name)
        if name in symbols.INFIX:
            return found if self.script else f" {found} "
        self.skip_space()
        return found

    def skip_space(self) -> None:
        r"""Skip the blank that only ends a command's name: ``\alpha x`` reads ``αx``."""
        if self.at + 1 < len(self.tokens) and self.tokens[self.at].isspace():
            follows = self.tokens[self.at + 1]
            if follows[0].isalnum() or follows[0] in "\\{":
                self.at += 1


def _bracketed(content: str) -> str:
    """Return `content`, in brackets unless it is one thing."""
    return content if _SIMPLE.fullmatch(content) else f"({content})"
