"""The words by which a formula that has lost its backslashes is known."""

# ruff: noqa: SIM905 - lists of words are read as words
GREEK = frozenset(
    """alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu
    nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta
    Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega""".split()
)
FUNCTIONS = frozenset(
    """arccos arcsin arctan argmax argmin cos cosh cot det diag dim exp inf ker lim liminf
    limsup ln log max min poly polylog rank sign sin sinh softmax sup tan tanh tr""".split()
)
LOGARITHMS = frozenset(["log", "ln", "lg", "exp"])
# Take a group; nothing but TeX writes these words with a brace behind them.
ACCENTS = frozenset(["tilde", "widetilde", "hat", "widehat", "bar", "vec", "overline"])
FONTS = frozenset(
    """mathcal mathbb mathbf mathrm mathsf mathtt mathit mathfrak mathscr boldsymbol bm
    operatorname""".split()
)
ALPHABETS = FONTS - {"bm", "operatorname"}
ARGUMENT = FONTS | ACCENTS | {"sqrt", "frac", "tfrac", "dfrac"}
SWITCHES = frozenset(["bf", "rm", "cal", "it", "sf"])
# No English word is written like these.
STRONG_SIGNS = frozenset(["infty", "varepsilon", "varphi", "nabla", "hbar", "vartheta"])
STRONG_INFIX = frozenset(
    """leq geq neq subseteq supseteq preceq succeq otimes oplus odot mapsto rightarrow
    leftarrow longrightarrow gg ll cdot propto notin lesssim gtrsim triangleq asymp""".split()
)
# Signs inside a formula that something else has proved to be one; English words elsewhere.
WEAK_INFIX = frozenset(["in", "times", "sim", "approx", "circ", "cap", "cup", "subset", "mid"])
DOTS = frozenset(["dots", "ldots", "cdots"])
QUANTIFIERS = frozenset(["forall", "exists"])
# What may stand behind `^` or `_` without braces, besides a digit, a letter or a Greek letter.
RAISED = frozenset(["top", "infty", "prime", "circ", "star", "dagger", "perp", "ast"])
LOWERED = frozenset(["max", "min", "infty", "opt", "avg", "star"])
# An order of growth: what stands in its brackets is a formula.
ORDERS = frozenset(["O", "o", "Omega", "Theta", "omega"])
# With a number before them these Greek letters are no names of software or proteins.
SMALL = frozenset(["epsilon", "varepsilon"])
ARTICLES = frozenset(["a", "A", "I"])
# Commands of running text, which are no evidence of a formula.
TEXTUAL = frozenset(
    """aa ae bf begin bibliography cite citep citet color copyright dots em emph end
    enquote eg etal etc footnote footnotesize hbox href hspace ie iid item it itshape label
    ldots mbox newline noindent normalfont oe par paragraph pounds protect quad qquad rm sc
    section sf sl small ss subsection text textasciitilde textbackslash textbf textcolor
    textemdash textendash textit textmu textnormal textregistered textrm textsc textsf textsl
    textsubscript textsuperscript texttrademark texttt tiny tt underline url vspace
    xspace""".split()
)
