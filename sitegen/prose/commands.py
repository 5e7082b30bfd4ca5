"""TeX's commands, quotes and dashes in running text, and the delimiters of Markdown."""

import re
from collections.abc import Callable, Iterator, Sequence

from sitegen.prose import accents, symbols
from sitegen.prose.command_names import ELEMENTS, WORDS
from sitegen.prose.links import web
from sitegen.prose.spans import Kind, Span, gaps

# What BibTeX is to leave in capitals: a word or its beginning, {BERT}, {D}eep, {LLM}s, but not
# what may be a set, {A}, or its equal, = {AB}; what stands in two pairs of braces, and a title
# that does. All of it is short, or to look for it again and again would take long.
_KEPT = r"[\w.'’/+&-]"
_CAPITAL = rf"(?:(?![A-Z]){_KEPT}){{0,60}}[A-Z]{_KEPT}{{0,60}}\}}"
_TWICE = r"(?!\s)[^{}$\\|=,A-Z]{0,99}[A-Z][^{}$\\|=,]{0,99}(?<!\s)\}\}"
_TITLE = r"[^{}$\\]{1,500}\}\}\Z"
_CASE = (
    rf"(?<![\w\\^$}}\])])(?:\{{(?={_CAPITAL}[a-z])"
    rf"|(?<![=∈⊆⊂→])(?<![=∈⊆⊂→]\s)\{{(?=(?={_KEPT}{{2}}){_CAPITAL}(?![\w*^+]))"
    rf"|\{{(?=\{{{_TWICE})|(?<=\{{)\{{(?={_TWICE}))"
    rf"|\A\{{(?=\{{{_TITLE})|(?<=\A\{{)\{{(?={_TITLE})"
)
_TOKEN = re.compile(
    rf"""
    # Most characters begin nothing: say so before the alternatives are tried.
    (?=[\\{{`~'"*_}}^-]|e?mph|t?ext|under|small|times|bullet)(?:
    (?P<accent>(?P<wrapped>\{{)?{accents.ACCENT.pattern}(?(wrapped)\}}))
  | (?P<letter>(?P<enclosed>\{{)?{accents.LETTER.pattern}(?(enclosed)\}}))
  | (?P<group>\{{\s{{0,9}}\\(?P<switch>em|itshape|it|bfseries|bf|tt|sc|sl|sf|rm|small)
      (?![A-Za-z])\s*)
  | (?P<element>\\(?P<command>emph|text(?:it|bf|tt|sc|sl|sf|rm|normal|up|superscript|subscript)
      |text|underline|uline|mbox|hbox|url|path|small|textcolor\{{[^{{}}]{{0,40}}\}})\{{)
  | (?P<lost>(?:(?<![A-Za-z\\])(?P<flat>e?mph|t?ext(?:it|bf|tt|sc|sl)|underline)
      |small(?=\{{[A-Z]+\}}))\{{)
  | (?P<case>{_CASE})
  | (?P<href>\\href\{{(?P<target>[^{{}}\s]{{1,500}})\}}\s?\{{)
  | (?P<aside>\\(?:footnote|enquote)\{{)
  | (?P<dropped>\\(?:cite|Cite|ref|eqref|label|vspace|hspace|color|begin|end|bibliography)
      [a-zA-Z]{{0,6}}\*?(?:\[[^\[\]{{}}]{{0,100}}\]){{0,2}}\{{[^{{}}]{{0,400}}\}}
      |\\cite[pt]?[A-Za-z][\w:+-]*\w)
  | (?P<word>(?P<held>\{{)?\\(?P<name>{"|".join(sorted(WORDS, key=len, reverse=True))})(?![A-Za-z])
      (?(held)\}})(?P<dot>\.?))
  | (?P<mangled>\\(?:emph|text(?:it|bf|tt|sc|rm|sf|sl))(?=[A-Za-z])
      |\\(?:begin|end)(?:itemize|enumerate)
      |\\(?:bf|sc|sf|tt|rm|sl|cal)(?![A-Za-z])\s?|\\url(?![A-Za-z{{]))
  | (?P<escape>\\(?:[%&\#_$ {{}}*]))
  | (?P<space>\\(?:[,;:!/@-]|\\))
  | (?P<tie>(?<=[A-Za-z][A-Za-z.,;:])~(?=[\w(\[\\$])|(?<=\.)~(?=\\?[A-Za-z(]))
  | (?P<double>(?:``|(?<![\w'])''(?=\w))(?=[^`"]{{1,600}}?(?P<unquote>''|")))
  | (?P<single>`(?=(?:[^`'\n]|'(?=\w)){{1,120}}(?P<prime>')(?!\w)))
  | (?P<em_dash>(?<!-)---(?!-))
  | (?P<en_dash>(?<=\s)--(?=\s)|(?<=[\w)])--(?=[\w(]))
  | (?P<sup>(?<=[A-Za-z)])\^(?:(?P<raised>\d{{1,2}})|\{{(?P<braced>\d{{1,2}})\}})(?!\d))
  | (?P<bullet>(?<=[.:;]\ )bullet(?=\ [A-Z]))
  | (?P<times>(?<=\d)times(?![A-Za-z0-9]))
  | (?P<dunder>(?<!\w)__\w{{1,60}}__(?!\w))
  | (?P<star>(?<![\w*\\])(?P<stars>\*{{1,2}})
      (?=[^\s*](?:[^*\n]{{0,200}}[^\s*])?(?P<unstar>(?P=stars))(?![\w*])))
  | (?P<bold>(?<![*\\\d])\*\*(?=[A-Za-z]{{1,20}}(?P<unbold>\*\*)(?!\*)))
  | (?P<inside>(?<=[^\W_])\*{{1,2}}(?=[^\W_]))
  | (?P<under>(?<![\w\\/])_
      (?=[^\s_](?:(?:[^_\n]|(?<=\w)_(?=\w)){{0,160}}[^\s_])?(?P<ununder>_)(?!\w)))
  | (?P<end>''|[}}"'*_])
    )
    """,
    re.VERBOSE,
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_SIGNS = {
    "em_dash": "—",
    "en_dash": "–",
    "times": "×",
    "bullet": "•",
    "tie": " ",
    "mangled": "",
    "dropped": "",
}


_HINTS = ("\\", "~", "`", "*", "_", "^", "--", "''")
_LOST = re.compile(rf"(?:mph|ext[a-z]{{2}}|underline|small)\{{|\dtimes|[.:;] bullet [A-Z]|{_CASE}")


def may_occur(source: str) -> bool:
    """Tell whether `source` needs a closer look."""
    return any(map(source.__contains__, _HINTS)) or (
        ("{" in source or "times" in source or "bullet" in source)
        and _LOST.search(source) is not None
    )


def find(source: str, spans: Sequence[Span]) -> list[Span]:
    """Return what TeX and Markdown wrote in the gaps between `spans`."""
    scan = _Scan(source, spans)
    return [span for start, end in gaps(spans, len(source)) for span in scan.gap(start, end)]


class _Scan:
    """Reads one text from left to right; `ends` holds what closes something begun."""

    def __init__(self, source: str, spans: Sequence[Span]) -> None:
        self.source = source
        self.partner = _partners(source, spans)
        self.ends: dict[int, Span] = {}

    def gap(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans of ``source[start:end]``."""
        free = start
        for match in _TOKEN.finditer(self.source, start, end):
            span = self.span(match, free)
            if span is not None:
                yield span
                free = span.end

    def span(self, match: re.Match[str], free: int) -> Span | None:
        """Return the span that `match` is, or None where it stays as it is.

        No other span stands between `free` and the match.
        """
        name = match.lastgroup or ""
        begin = match.start()
        if begin in self.ends:
            return self.ends.pop(begin)
        if name in _OPENERS:
            return _OPENERS[name](self, match)
        if name == "end":
            return self.unquoted(match)
        if name == "sup":
            digits = match["raised"] or match["braced"]
            return Span("sup", begin, match.end(), symbols.raised(digits), digits)
        if name == "dropped":
            # The blank before what vanishes vanishes with it.
            while begin > free and self.source[begin - 1] in " ~\n" and match[0][1] in "cC":
                begin -= 1
        return Span("reading", begin, match.end(), _reading(name, match))

    def unquoted(self, match: re.Match[str]) -> Span | None:
        """Return the closing mark of a quotation that another piece of text began."""
        before = self.source[match.start() - 1 : match.start()]
        if match[0] != "''" or not before or before.isspace() or before in "'`([":
            return None
        return Span("reading", match.start(), match.end(), "”")

    def element(self, match: re.Match[str]) -> Span | None:
        r"""Return the beginning of ``\emph{…}`` and its like."""
        return self.opened(match, ELEMENTS.get(match["command"] or match["flat"] or "", ""))

    def group(self, match: re.Match[str]) -> Span | None:
        r"""Return the beginning of ``{\em …}`` and its like."""
        return self.opened(match, ELEMENTS.get(match["switch"], ""))

    def kept(self, match: re.Match[str]) -> Span | None:
        """Return the beginning of what BibTeX is to leave as it is."""
        return self.opened(match, "")

    def aside(self, match: re.Match[str]) -> Span | None:
        """Return the beginning of a footnote, in brackets, or of a quotation."""
        first, last = (" (", ")") if "foot" in match[0] else ("“", "”")
        return self.opened(match, "", first, last)

    def href(self, match: re.Match[str]) -> Span | None:
        """Return the beginning of a link, or of nothing where its address is none."""
        url = web(match["target"]) or ""
        if not url.startswith(("http://", "https://")):
            return self.opened(match, "")
        opened = self.opened(match, "a")
        return opened and Span("link", opened.start, opened.end, "", url)

    def opened(
        self, match: re.Match[str], element: str, first: str = "", last: str = ""
    ) -> Span | None:
        """Return the beginning of an element, if its brace is closed somewhere."""
        braced = self.source[match.end() - 1] == "{"
        close = self.partner.get(match.end() - 1 if braced else match.start())
        if close is None:
            return None
        self.ends[close] = Span("close", close, close + 1, last, element)
        return Span("open", match.start(), match.end(), first, element)

    def quoted(self, match: re.Match[str]) -> Span:
        """Return an opening quotation mark and remember the closing one."""
        double = match.lastgroup == "double"
        begin, end = match.span("unquote" if double else "prime")
        self.ends[begin] = Span("reading", begin, end, "”" if double else "’")
        return Span("reading", match.start(), match.end(), "“" if double else "‘")

    def emphasised(self, match: re.Match[str]) -> Span:
        """Return an opening delimiter of Markdown and remember the closing one."""
        begin, end = match.span(f"un{match.lastgroup}")
        kind: Kind = "markdown"
        self.ends[begin] = Span(kind, begin, end, "")
        return Span(kind, match.start(), match.end(), "")


_OPENERS: dict[str, Callable[[_Scan, re.Match[str]], Span | None]] = {
    "element": _Scan.element,
    "lost": _Scan.element,
    "case": _Scan.kept,
    "group": _Scan.group,
    "aside": _Scan.aside,
    "href": _Scan.href,
    "double": _Scan.quoted,
    "single": _Scan.quoted,
    "star": _Scan.emphasised,
    "bold": _Scan.emphasised,
    "under": _Scan.emphasised,
}


def _reading(name: str, match: re.Match[str]) -> str:  # noqa: PLR0911 - one a case
    """Return how a match of the group `name` reads by itself."""
    if name == "accent":
        return accents.accented(match[0])
    if name in {"dunder", "inside"}:
        return match[0]
    if name == "letter":
        return accents.letter(match[0])
    if name == "word":
        word = WORDS[match["name"]]
        return word if word.endswith(".") else word + match["dot"]
    if name == "escape":
        return match[0][1]
    if name == "space":
        before = match.string[match.start() - 1 : match.start()]
        return "" if match[0][1] in "!/@-" or (before == "." and match[0][1] == ",") else " "
    return _SIGNS[name]


def _partners(source: str, spans: Sequence[Span]) -> dict[int, int]:
    """Return where each opening brace outside of `spans` is closed."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for start, end in gaps(spans, len(source)):
        for match in _BRACE.finditer(source, start, end):
            if match[0] == "{":
                opened.append(match.start())
            elif match[0] == "}" and opened:
                found[opened.pop()] = match.start()
    return found
