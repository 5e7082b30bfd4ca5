"""What TeX's commands stand for, where a reader's text wants other than the TeX symbol tables."""

# ruff: noqa: SIM905 - lists of words are read as words
from functools import cache

FUNCTIONS = frozenset(
    """arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det diag dim exp gcd
    hom inf ker lg lim liminf limsup ln log logit max min mod nnz poly polylog Pr rank sec sgn
    sign sin sinh softmax sup supp tan tanh tr trace Var""".split()
)
# Commands whose one argument reads as it is.
PLAIN_ARGUMENT = frozenset(
    """boldsymbol bm boxed ensuremath emph hbox mathbb mathbbm mathbf mathbin mathcal mathds
    mathfrak mathit mathnormal mathop mathord mathpunct mathrel mathrm mathscr mathsf mathtt
    mbox operatorname overbrace overline pmb smash text textbf textit textnormal textrm textsc
    textsf textsl texttt textup underbrace underline""".split()
)
ACCENTS = {
    "acute": "\u0301", "bar": "\u0304", "breve": "\u0306", "check": "\u030c", "ddot": "\u0308",
    "dddot": "\u20db", "dot": "\u0307", "grave": "\u0300", "hat": "\u0302", "mathring": "\u030a",
    "tilde": "\u0303",
    "vec": "\u20d7", "widehat": "\u0302", "widetilde": "\u0303",
}  # fmt: skip
FRACTIONS = frozenset("""frac dfrac tfrac cfrac nicefrac sfrac""".split())
BINOMIALS = frozenset(["binom", "dbinom", "tbinom"])
# Commands that change how a formula looks, not how it reads.
IGNORED = frozenset(
    """allowbreak big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm bf
    bfseries boldmath cal displaystyle em footnotesize it large left limits middle mleft mright
    nolimits nonumber notag protect right rm scriptscriptstyle scriptsize scriptstyle sc sf sl
    small textstyle tiny tt unboldmath xspace""".split()
)
# Commands that vanish with their first argument.
DROPPED = frozenset(
    """begin bibliography citation cite citep citet color end hspace label phantom ref tag
    textcolor vspace""".split()
)
SPACES = frozenset(["quad", "qquad", "enspace", "thinspace", ",", ";", ":", " ", ">", "\n", "\t"])
# Signs between two things: written with a blank on either side, except in a script.
INFIX = frozenset(
    """approx asymp cap cdot circ cong cup doteq equiv ge geq geqslant gets gg gtrsim iff
    implies in land le leftarrow leftrightarrow leq leqslant lesssim ll longrightarrow lor
    mapsto models ne neq ni notin odot oplus otimes pm mp prec preceq preccurlyeq propto
    rightarrow Rightarrow setminus sim simeq subset subseteq succ succeq succcurlyeq supset
    supseteq times to triangleq uplus vee wedge""".split()
)
# Where a plain text is better served by another character than the tables give.
_PREFERRED = {
    "ast": "*", "backslash": "\\", "bullet": "•", "colon": ":", "dagger": "†", "dots": "…",
    "dotsb": "…", "dotsc": "…", "epsilon": "ε", "gt": ">", "ldots": "…", "cdots": "…",
    "lbrace": "{",
    "leqslant": "≤", "geqslant": "≥", "lt": "<", "lvert": "|", "mid": "|", "phi": "φ",
    "prime": "′",
    "rbrace": "}", "rvert": "|", "setminus": "\\", "sim": "~", "star": "*", "top": "⊤",
    "Vert": "‖", "lVert": "‖", "rVert": "‖", "vert": "|", "|": "‖",
    "reals": "ℝ", "Reals": "ℝ", "iid": "i.i.d.", "textbackslash": "\\", "textemdash": "—",
    "textendash": "–", "textasciitilde": "~", "textregistered": "®", "texttrademark": "™",
    "copyright": "©", "pounds": "£", "S": "§", "P": "¶",
}  # fmt: skip
# What the tables say of the commands that most formulas use: to read them takes as long as to
# read a hundred abstracts.
USUAL = dict(
    zip(
        """alpha beta gamma delta varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi
        rho varrho sigma tau upsilon varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi
        Psi Omega ell infty partial nabla sum prod times cdot circ pm in notin subset subseteq cup
        cap otimes oplus le leq ge geq ll gg ne neq approx equiv propto perp succ prec forall
        exists to rightarrow leftarrow Rightarrow uparrow downarrow mapsto langle rangle
        % & # $ _ { }""".split(),
        "αβγδεζηθϑικλμνξπρϱστυφχψωΓΔΘΛΞΠΣΦΨΩℓ∞∂∇∑∏×·∘±∈∉⊂⊆∪∩⊗⊕≤≤≥≥≪≫≠≠≈≡∝⟂≻≺∀∃→→←⇒↑↓↦⟨⟩%&#$_{}",
        strict=True,
    )
)
_RAISED = (
    dict(zip("0123456789+-=in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ⁱⁿ", strict=True))
    | dict(zip("abcdefghjklmoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
    | dict(zip("ABDEGHIJKLMNOPRTUVW⊤", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ", strict=True))
)
_LOWERED = dict(
    zip("0123456789+-=aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
# What stands at the upper right by itself.
_HIGH = {"′": "′", "″": "″", "*": "*", "†": "†", "‡": "‡", "°": "°", "∘": "°", "'": "′"}
_DOUBLE_STRUCK = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ"}


@cache
def table() -> dict[str, str]:
    """Return the characters that the tables of TeX's symbols give for commands."""
    # Read on first use: most texts hold no formula, or one that needs none of it.
    from latex2mathml.symbols_parser import SYMBOLS  # noqa: PLC0415

    return {
        name[1:]: "".join(chr(int(code, 16)) for code in codes.split("-"))
        for name, codes in SYMBOLS.items()
        if name[:1] == "\\" and codes
    }


def symbol(name: str) -> str | None:
    """Return the characters that the command `name` (without its backslash) stands for."""
    return _PREFERRED.get(name) or USUAL.get(name) or table().get(name)


def double_struck(letter: str) -> str:
    """Return the letter of a number set as it is usually printed, any other as it is."""
    return _DOUBLE_STRUCK.get(letter, letter)


def raised(content: str) -> str:
    """Return `content` as a superscript: ``²``, ``ᵀ``, ``^∞`` or ``^(1/3)``."""
    if content in _HIGH:
        return _HIGH[content]
    return _script(content, _RAISED, "^")


def lowered(content: str) -> str:
    """Return `content` as a subscript: ``₂``, ``ᵢⱼ``, ``_max`` or ``_(i∈S)``."""
    return _script(content, _LOWERED, "_")


def _script(content: str, table: dict[str, str], sign: str) -> str:
    letters = sum(char.isalpha() for char in content)
    if letters <= 2 and len(content) <= 4 and all(char in table for char in content):
        return "".join(table[char] for char in content)
    if len(content) == 1 or (sign == "_" and content.replace(",", "").isalnum()):
        return sign + content
    return sign + content if _is_bracketed(content) else f"{sign}({content})"


def _is_bracketed(content: str) -> bool:
    """Tell whether one pair of brackets encloses all of `content`."""
    depth = 0
    for at, char in enumerate(content):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return char == ")" and at == len(content) - 1
    return False
