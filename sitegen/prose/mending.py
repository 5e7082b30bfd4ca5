"""TeX mended where it is certain how: lost escapes, glued commands, authors' abbreviations."""

# ruff: noqa: SIM905 - lists of words are read as words
import re

from sitegen.prose import symbols
from sitegen.prose.vocabulary import GREEK

_COMMAND = re.compile(r"\\([A-Za-z]+)")
# `\times` and `\rightarrow` whose first letters were read as a tab and a carriage return.
_LOST_ESCAPE = re.compile(
    r"(?<![A-Za-z\\])(imes|ightarrow|heta|pprox|ext(?:it|tt|bf|rm)?(?=\{))(?![A-Za-z])"
)
_LOST = {"imes": "times", "ightarrow": "rightarrow", "heta": "theta", "pprox": "approx"}
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
    "nolimits": "", "displaylimits": "", "O": r"\mathcal{O}",
    "Ot": r"\tilde{O}", "Otil": r"\tilde{O}", "otilde": r"\tilde{O}", "order": r"\mathcal{O}",
    "bigO": r"\mathcal{O}", "bigo": r"\mathcal{O}", "half": r"\frac{1}{2}", "defeq": ":=",
    "indep": r"\perp ", "independent": r"\perp ", "bb": r"\mathbb", "mb": r"\mathbf",
    "mat": r"\mathbf", "mc": r"\mathcal", "tiny": "", "ep": r"\epsilon ",
    "textemdash": r"\text{—}", "wt": r"\widetilde", "wh": r"\widehat",
}  # fmt: skip
_OPERATORS = frozenset(
    """arg diag logit nnz poly polylog rank sgn sign softmax supp tr trace Var""".split()
)
_FAMILY = re.compile(r"(bb|bf|c|cal|mc)([A-Z])|bf([a-z])")
_WORD = re.compile(r"[A-Za-z]{4,}")
_PERCENT = re.compile(r"(?<!\\)%")
_NORM = re.compile(r"\\norm\{([^{}]*)\}")
_SET = re.compile(r"\\set\{([^{}]*)\}")
_LABEL = re.compile(r"\\(?:label|tag)\{[^{}]*\}")
# As an export writes them that took the text for HTML.
_ESCAPED = (("&amp;", "&"), ("&lt;", " < "), ("&gt;", " > "))
_SIGN = re.compile(r"\\.|[{}]")
_NAME = re.compile(r"\\([A-Za-z]+)")
# Signs that mean nothing or something else in a formula; fonts of other packages.
_BREAKING = re.compile(r"(?<!\\)[$%#&~]|\n|[^\x00-\x7f]")
ENDS_IN_NAME = re.compile(r"\\[A-Za-z]+$")


def tidied(tex: str) -> str:
    """Return `tex` with lost escapes, glued commands and common abbreviations written out."""
    if "&" in tex:
        for escaped, sign in _ESCAPED:
            tex = tex.replace(escaped, sign)
    tex = _LOST_ESCAPE.sub(lambda match: f"\\{_LOST.get(match[1], 't' + match[1])} ", tex.strip())
    if tex in GREEK:
        return f"\\{tex}"
    if _WORD.fullmatch(tex):
        return rf"\text{{{tex}}}"
    tex = _PERCENT.sub(r"\\%", tex)
    if "\\" in tex:
        tex = _SET.sub(r"\\{\1\\}", _NORM.sub(r"\\|\1\\|", tex))
        tex = _COMMAND.sub(_written_out, _LABEL.sub("", tex))
    return tex.strip()


def _written_out(match: re.Match[str]) -> str:
    """Return a command written out, with a blank only where it would run into a letter."""
    tex = _expanded(match[1]).rstrip()
    follows = match.string[match.end() : match.end() + 1]
    return f"{tex} " if follows.isalpha() and ENDS_IN_NAME.search(tex) else tex


def _expanded(name: str) -> str:  # noqa: PLR0911 - one a case
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
        if argument and not glued[1].startswith(("math", "bold")) and len(glued[2]) > 1:
            return f"\\{name}"  # how far a root reaches can't be known
        return rf"\{glued[1]}{{{glued[2]}}}" if argument else rf"\{glued[1]} {glued[2]}"
    return f"\\{name}"


def is_known(name: str) -> bool:
    """Tell whether the command `name` means something, as it is or written out."""
    return _known(name) or _expanded(name) != f"\\{name}"


def is_portable(tex: str) -> bool:
    """Tell whether `tex` is a formula wherever it is set: closed, without an author's macros."""
    depth = 0
    for sign in _SIGN.findall(tex):
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    is_closed = bool(tex) and depth == 0
    return is_closed and all(map(is_known, _NAME.findall(tex))) and not _BREAKING.search(tex)


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
