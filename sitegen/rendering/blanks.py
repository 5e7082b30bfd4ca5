"""Templates without the blanks that mean nothing in HTML."""

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream


class Unindented(Extension):
    """Leaves out blanks that mean nothing in HTML: a tenth of a page.

    Those are what a template's lines of markup begin with, and line ends behind a tag of an
    element that stands by itself; where sections begin, a page has lines.
    """

    _INDENT = re.compile(r"^[ \t]+(?=<|\{\{)", re.MULTILINE)
    _LINE_END = re.compile(
        r"(</?(?:blockquote|dd|details|div|dl|dt|fig\w+|form|h[1-6]|li|ol|p|summary|ul)\b[^<>\n]*>)"
        r"\n[ \t]*"
    )
    _MARK = "\x00"
    _MARKED = re.compile(f"{_MARK}\n?")

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """Return the source of a template with a mark at each line end that means nothing.

        The ends themselves stay for now: faults tell of lines as their author counts them.
        """
        return self._LINE_END.sub(rf"\1{self._MARK}\n", self._INDENT.sub("", source))

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the parts of a template without line ends that mean nothing."""
        for token in stream:
            if self._MARK not in str(token.value):
                yield token
            elif left := self._MARKED.sub("", token.value):
                yield Token(token.lineno, token.type, left)
