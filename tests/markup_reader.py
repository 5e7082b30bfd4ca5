"""Reads the HTML of paper text strictly: what is not allowed there is a failed assertion."""

from html.parser import HTMLParser

ELEMENTS = frozenset(["a", "b", "code", "em", "p", "strong", "sub", "sup"])
MATHEMATICS = frozenset(
    """math mfrac mi mmultiscripts mn mo mover mpadded mprescripts mroot mrow mspace msqrt mstyle
    msub msubsup msup mtable mtd mtext mtr munder munderover""".split()  # noqa: SIM905
)
ATTRIBUTES = frozenset(["class", "data-topics", "href", "rel"])
MATHEMATICAL_ATTRIBUTES = frozenset(
    """accent display displaystyle fence form linethickness lspace mathvariant movablelimits rspace
    scriptlevel stretchy width""".split()  # noqa: SIM905
)
SCHEMES = ("http://", "https://", "mailto:")


class Reader(HTMLParser):
    """Collects the elements, links and text of well-formed HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[str] = []
        self.links: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check the element's name and attributes."""
        allowed = MATHEMATICAL_ATTRIBUTES if tag in MATHEMATICS else ATTRIBUTES
        assert tag in ELEMENTS | MATHEMATICS, tag
        names = [name for name, _ in attrs]
        assert set(names) <= allowed, names
        assert len(names) == len(set(names))
        found = dict(attrs)
        if tag == "a":
            assert "a" not in self.open
            assert (found["href"] or "").lower().startswith(SCHEMES), found
            self.links.append(found["href"] or "")
        if tag == "b":
            assert "b" not in self.open
            self.marked.append((found["data-topics"] or "", ""))
        if tag in MATHEMATICS and tag != "math":
            assert "math" in self.open
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that the innermost element ends."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect text, for marked passages by themselves too."""
        self.text += data
        if "b" in self.open:
            topics, marked = self.marked[-1]
            self.marked[-1] = (topics, marked + data)

    def handle_comment(self, data: str) -> None:
        """A paper's text makes no comments."""
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        """Nor declarations."""
        raise AssertionError(decl)

    def unknown_decl(self, data: str) -> None:
        """Nor marked sections."""
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        """Nor instructions."""
        raise AssertionError(data)
