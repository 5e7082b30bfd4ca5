"""What the commands of running text stand for: elements, abbreviations, signs."""

ELEMENTS = {
    "emph": "em", "em": "em", "it": "em", "itshape": "em", "textit": "em", "sl": "em",
    "textsl": "em", "textbf": "strong", "bf": "strong", "bfseries": "strong", "texttt": "code",
    "tt": "code", "textsuperscript": "sup", "textsubscript": "sub",
    # Who wrote "\textit" into a program without doubling the backslash has lost the t too.
    "mph": "em", "extit": "em", "extsl": "em", "extbf": "strong", "exttt": "code",
}  # fmt: skip
WORDS = {
    "eg": "e.g.", "Eg": "E.g.", "ie": "i.e.", "Ie": "I.e.", "etc": "etc.", "etal": "et al.",
    "cf": "cf.", "vs": "vs.", "wrt": "w.r.t.", "aka": "a.k.a.", "iid": "i.i.d.",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textemdash": "—", "textendash": "–",
    "textbackslash": "\\", "textasciitilde": "~", "textmu": "μ", "texttrademark": "™",
    "textregistered": "®", "textquotesingle": "'", "textquotedblleft": "“", "copyright": "©",
    "textquotedblright": "”", "pounds": "£", "S": "§", "LaTeX": "LaTeX", "TeX": "TeX",
    "item": "• ", "textgreater": ">", "textless": "<",
    "texttimes": "×", "textbar": "|", "textdegree": "°",
    "noindent": "", "newline": " ", "par": " ", "xspace": "", "small": "", "it": "", "em": "",
    "quad": " ", "centering": "", "protect": "", "medskip": "", "smallskip": "", "bigskip": "",
}  # fmt: skip
