"""One formula in TeX: mended where it is certain how, and read as Unicode."""

import re
import unicodedata

from sitegen.prose import symbols

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|\d+|.|\\", re.DOTALL)
_COMMAND = re.compile(r"\\([A-Za-z]+)")
# `\times` and `\rightarrow` whose first letters were read as a tab and a carriage return.
_LOST_ESCAPE = re.compile(r"(?<![A-Za-z\\])(imes|ightarrow|heta)(?![A-Za-z])")
_LOST = {"imes": "times", "ightarrow": "rightarrow", "heta": "theta"}
_GLUED = re.compile(
    r"(mathcal|mathbb|mathbf|mathrm|mathsf|mathit|mathscr|boldsymbol|widetilde|widehat|sqrt|tilde"
    r"|hat|bar|log|ln|exp|max|min)([A-Za-z]+)"
)
# Abbreviations that authors define for themselves, so widespread that their meaning is certain.
_MACROS = {
    "eps": r"\varepsilon ", "R": r"\mathbb{R}", "RR": r"\mathbb{R}", "Real": r"\mathbb{R}",
    "real": r"\mathbb{R}", "reals": r"\mathbb{R}", "Reals": r"\mathbb{R}", "E": r"\mathbb{E}",
    "EE": r"\mathbb{E}", "PP": r"\mathbb{P}", "Tilde": r"\tilde ", "Otilde": r"\tilde{O}",
    "tO": r"\tilde{O}", "nicefrac": r"\frac", "dotsc": r"\ldots ", "mleft": r"\left",
    "mright": r"\right", "pmb": r"\boldsymbol", "mathbbm": r"\mathbb", "mathds": r"\mathbb",
    "textsc": r"\text", "textup": r"\text", "textsl": r"\textit", "xspace": "", "allowbreak": "",
    "ensuremath": "", "smash": "", "protect": "", "mathrel": "", "mathop": "", "mathbin": "",
    "nonumber": "", "notag": "", "epilon": r"\epsilon ", "boldmath": "", "mathnormal": r"\mathit",
    "nolimits": "", "displaylimits": "",
}  # fmt: skip
_OPERATORS = frozenset("poly polylog rank tr trace sign sgn diag supp nnz softmax Var".split())
_FAMILY = re.compile(r"(bb|bf|c|cal|mc)([A-Z])|bf([a-z])")
_LABEL = re.compile(r"\\(?:label|tag)\{[^{}]*\}")
_TIGHT = re.compile(r"(?<=[(\[{]) | (?=[)\]},;.])|(?<=^~) ")
_SPACE = re.compile(r"\s+")
_AROUND_SIGN = re.compile(r"(?<=[^\w)\]}]) | (?=[^\w(\[{√∛])")
_SIMPLE = re.compile(r"[^\s+\-=<>/,·×~±]+")
_LONGEST = 2000
_DEEPEST = 30


def tidied(tex: str) -> str:
    """Return `tex` with lost escapes, glued commands and common abbreviations written out."""
    tex = _LOST_ESCAPE.sub(lambda match: f"\\{_LOST[match[1]]} ", tex.strip())
    if "\\" in tex:
        tex = _COMMAND.sub(lambda match: _expanded(match[1]), _LABEL.sub("", tex))
    return tex.strip()


def _expanded(name: str) -> str:
    """Return the command `name` as TeX that converters know, where that is certain."""
    if name in _MACROS:
        return _MACROS[name]
    if name in _OPERATORS:
        return rf"\operatorname{{{name}}}"
    if _known(name):
        return f"\\{name}"
    if family := _FAMILY.fullmatch(name):
        font = {"bb": "mathbb", "bf": "mathbf", None: "mathbf"}.get(family[1], "mathcal")
        return rf"\{font}{{{family[2] or family[3]}}}"
    if glued := _GLUED.fullmatch(name):
        argument = glued[1] not in symbols.FUNCTIONS
        return rf"\{glued[1]}{{{glued[2]}}}" if argument else rf"\{glued[1]} {glued[2]}"
    return f"\\{name}"


def is_known(name: str) -> bool:
    """Tell whether the command `name` means something, as it is or written out."""
    return _known(name) or _expanded(name) != f"\\{name}"


def _known(name: str) -> bool:
    return (
        name in symbols.FUNCTIONS
        or name == "sqrt"
        or name in symbols.FRACTIONS
        or name in symbols.PLAIN_ARGUMENT
        or name in symbols.ACCENTS
        or name in symbols.IGNORED
        or symbols.symbol(name) is not None
    )


def plain(tex: str) -> str:
    """Return `tex` as readable Unicode on one line; what is not understood loses its backslash."""
    if len(tex) > _LONGEST:
        return _SPACE.sub(" ", tex).strip()
    read = _Reader(_TOKEN.findall(tex)).sequence()
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
            token = self.tokens[self.at]
            self.at += 1
            if token == "}":
                if self.depth:
                    break
            elif token in "^_":
                while out and out[-1].isspace():
                    out.pop()
                out.append(self.scripted(token))
            else:
                out.append(self.item(token))
        return "".join(out)

    def item(self, token: str) -> str:
        """Return how `token` reads, with the arguments that it takes."""
        if token == "{":
            return self.group()
        if token[0] == "\\" and len(token) > 1:
            return self.command(token[1:])
        if token.isspace() or token in "~&":
            return " "
        return "′" if token == "'" else token

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
        token = self.tokens[self.at]
        self.at += 1
        if token.isdigit() and len(token) > 1:  # TeX takes one digit
            self.at -= 1
            self.tokens[self.at] = token[1:]
            return token[0]
        if self.depth >= _DEEPEST:
            return ""
        self.depth += 1
        content = self.item(token)
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

    def command(self, name: str) -> str:
        """Return how the command `name` reads."""
        if name in symbols.SPACES:
            return " "
        if name in symbols.FRACTIONS:
            return f"{_bracketed(self.argument())}/{_bracketed(self.argument())}"
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
        follows = self.tokens[self.at] if self.at < len(self.tokens) else ""
        return f" {name}" + (" " if follows[:1].isalnum() or follows[:1] == "\\" else "")

    def sign(self, name: str) -> str:
        """Return a symbol, the name of a function, or an unknown command's name."""
        if name in symbols.FUNCTIONS:
            return self.function(name)
        found = symbols.symbol(name)
        if found is None:
            return {"\\": " ", "!": "", "/": "", "-": ""}.get(name, name)
        if name in symbols.INFIX:
            return found if self.script else f" {found} "
        self.skip_space()
        return found

    def skip_space(self) -> None:
        """Skip the blank that only ends a command's name: ``\\alpha x`` reads ``αx``."""
        if self.at + 1 < len(self.tokens) and self.tokens[self.at].isspace():
            follows = self.tokens[self.at + 1]
            if follows[0].isalnum() or follows[0] in "\\{":
                self.at += 1


def _bracketed(content: str) -> str:
    """Return `content`, in brackets unless it is one thing."""
    return content if _SIMPLE.fullmatch(content) else f"({content})"
