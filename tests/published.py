"""A published site as its files tell it: pages, their elements, what those refer to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

_REFERRING = {"action", "cite", "data", "formaction", "href", "manifest", "ping", "poster"} | {
    "src",
    "srcset",
    "xlink:href",
}


@dataclass
class Element:
    """One element of a page as its file spells it; `text` goes up to the next tag."""

    name: str
    attributes: Mapping[str, str]
    line: int
    text: str = ""


@dataclass(frozen=True)
class Reference:
    """An address that an element of a page names."""

    page: str
    element: Element
    url: str

    @property
    def parts(self) -> SplitResult:
        """The address taken apart."""
        return urlsplit(self.url)

    @property
    def outward(self) -> bool:
        """Whether it leads out of the site when a reader follows it, and not before."""
        return self.element.name == "a" and self.parts.scheme in {"http", "https", "mailto"}

    def __str__(self) -> str:
        return f"{self.page}:{self.element.line}: <{self.element.name}> {self.url}"


@dataclass(frozen=True)
class Page:
    """One HTML file of a site: its path below the site's folder and its elements in order."""

    path: str
    source: str
    elements: tuple[Element, ...] = field(repr=False)

    def named(self, name: str) -> list[Element]:
        """Return the elements called `name`."""
        return [element for element in self.elements if element.name == name]

    @property
    def ids(self) -> list[str]:
        """Every ``id`` on the page, in order."""
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]

    @property
    def references(self) -> Iterator[Reference]:
        """Every address that the page names, its canonical one left out."""
        for element in self.elements:
            if element.attributes.get("rel") != "canonical":
                for name in _REFERRING & element.attributes.keys():
                    yield Reference(self.path, element, element.attributes[name])


class _Elements(HTMLParser):
    """Collects elements in the order of their start tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        attributes = {name: value or "" for name, value in attrs}
        self.found.append(Element(tag, attributes, self.getpos()[0]))
        self._open = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the base's name
        """Note that what follows stands in no element's beginning."""
        self._open = False

    def handle_data(self, data: str) -> None:
        """Give text to the element whose start tag came last."""
        if self._open:
            self.found[-1].text += data


def files(site: Path) -> list[Path]:
    """Return every file of the site, sorted; names with a leading dot are not part of it."""
    return [path for path in sorted(everything(site)) if path.is_file()]


def everything(site: Path) -> Iterator[Path]:
    """Yield every file and folder of the site, links among them."""
    for path in site.iterdir():
        if not path.name.startswith("."):
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from everything(path)


def page(path: Path, site: Path) -> Page:
    """Return the page that stands in the file `path`."""
    source = path.read_text("utf-8")
    parser = _Elements()
    parser.feed(source)
    parser.close()
    return Page(path.relative_to(site).as_posix(), source, tuple(parser.found))


def pages(site: Path) -> tuple[Page, ...]:
    """Return every page of the site, sorted by path."""
    return tuple(page(path, site) for path in files(site) if path.suffix == ".html")


def kinds(page: Page) -> set[tuple[str, str]]:
    """Return each kind of element on a page with each of its attributes, and alone.

    Headings of all levels are one kind, ``h``.
    """
    return {(kind(one.name), name) for one in page.elements for name in ["", *one.attributes]}


def kind(name: str) -> str:
    """Return what stands for an element's name: ``h`` for a heading of any level."""
    return re.sub(r"^h\d$", "h", name)
