"""The Markdown that a paper's text may hold: emphasis, code and links, nothing else."""

from functools import cache
from typing import TYPE_CHECKING

from sitegen.markup.escaping import escaped
from sitegen.markup.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SCHEMES = ("http://", "https://", "mailto:")


def is_safe(url: str) -> bool:
    """Tell whether a link may lead to `url`."""
    return url.lower().startswith(_SCHEMES)


def has_any(carrier: str) -> bool:
    """Tell whether `carrier` holds a character that Markdown may act on."""
    return "*" in carrier or "_" in carrier or "`" in carrier or "](" in carrier


def walk(carrier: str, writer: Writer, text: "Callable[[str], None]", *, links: bool) -> None:
    """Write the elements of `carrier` to `writer` and hand each piece of text to `text`."""
    if not has_any(carrier):
        text(carrier)
        return
    for token in _tokens(carrier):
        name, _, border = token.type.rpartition("_")
        if token.type == "text":
            text(token.content)
        elif token.type == "code_inline":
            writer.open("code")
            text(token.content)
            writer.close("code")
        elif name == "link":
            if links:
                _link(token, writer)
        elif border == "open":
            writer.open(name)
        elif border == "close":
            writer.close(name)


def _link(token: "Token", writer: Writer) -> None:
    """Write the border of a link; the parser lets an empty address pass, this does not."""
    href = str(token.attrs.get("href", ""))
    if token.type == "link_close":
        writer.close("a")
    elif is_safe(href):
        writer.open("a", link(href))


def link(url: str) -> str:
    """Return the attributes of a link to `url`."""
    return f' href="{escaped(url)}" rel="noreferrer"'


def _tokens(carrier: str) -> "Sequence[Token]":
    return _parser().parseInline(carrier)[0].children or ()


@cache
def _parser() -> "MarkdownIt":
    # Loaded with the first text that needs it: most hold no Markdown.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "link"])
    parser.validateLink = is_safe  # type: ignore[method-assign]
    return parser
