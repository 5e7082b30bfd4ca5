"""Templates and static files: the built-in ones, with a theme's laid over them."""

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.ext import Extension
from markupsafe import Markup

from sitegen import markup
from sitegen.errors import BuildError, error
from sitegen.views.pieces import Passage
from sitegen.views.values import Page

# One style sheet and few scripts are served, each joined from small files in the order of their
# names: all of `css/` is `site.css`, all of `js/search/` is `search.js`.
_STYLES = re.compile(r"css/[^/]+\.css")
_SCRIPTS = re.compile(r"js/([^/]+)/[^/]+\.js")
# A comment that fills its lines.
_COMMENT = re.compile(
    rb"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A published file: its path in the site and the files it is joined from."""

    path: str
    sources: tuple[Path, ...]


@dataclass(frozen=True)
class Theme:
    """Folders that hold `templates/` and `static/`, the one that counts most first."""

    folders: tuple[Path, ...]

    def render(self, template: str, page: Page) -> str:
        """Return `page` as the HTML that `template` makes of it.

        Raises:
            BuildError: When the template is missing or at fault.
        """
        try:
            return self._environment.get_template(template).render(page=page)
        except TemplateError as fault:
            line = getattr(fault, "lineno", None)
            where = f"{getattr(fault, 'name', None) or template}{f':{line}' if line else ''}"
            what = f"the template fails: {fault.message or type(fault).__name__}"
            raise BuildError(error(f"templates/{where}", what)) from fault
        except Exception as fault:
            if len(self.folders) == 1:
                raise  # the built-in templates are ours: this is a bug and keeps its traceback
            what = f"the template fails: {type(fault).__name__}: {fault}"
            raise BuildError(error(f"templates/{template}", what)) from fault

    @cached_property
    def _environment(self) -> Environment:
        """The templates' one environment: everything escaped, nothing but the page in reach."""
        environment = Environment(
            loader=FileSystemLoader([folder / "templates" for folder in self.folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=[_Unindented],
        )
        environment.globals.clear()
        environment.filters |= {"prose": _prose, "paragraphs": _paragraphs, "sha256": _sha256}
        return environment

    def static(self) -> Iterator[StaticFile]:
        """Yield every static file to publish, in the order of paths."""
        files: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in sorted((folder / "static").rglob("*")):
                below = path.relative_to(folder / "static")
                if path.is_file() and not any(part.startswith(".") for part in below.parts):
                    files[below.as_posix()] = path
        joined: dict[str, list[Path]] = {}
        for name in sorted(files):
            published = _published(name)
            # A file that has a joined file's own name stands in its place.
            if published == name or published not in files:
                joined.setdefault(f"static/{published}", []).append(files[name])
        for published in sorted(joined):
            yield StaticFile(published, tuple(joined[published]))


class _Unindented(Extension):
    """Leaves out the blanks that a template's lines of markup begin with: a tenth of a page."""

    _INDENT = re.compile(r"^[ \t]+(?=<)", re.MULTILINE)

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """Return the source of a template without them."""
        return self._INDENT.sub("", source)


def _published(name: str) -> str:
    """Return the published name of a static file: ``js/search/page.js`` → ``search.js``."""
    if _STYLES.fullmatch(name):
        return "site.css"
    scripts = _SCRIPTS.fullmatch(name)
    return f"{scripts[1]}.js" if scripts else name


def load(overlay: Path | None) -> Theme:
    """Return the built-in theme, with `overlay` laid over it where one is given."""
    return Theme((*([overlay] if overlay else []), builtin()))


def builtin() -> Path:
    """Return the folder of the built-in theme: in the package once installed, else above it."""
    package = Path(__file__).parent
    installed = package / "_builtin"
    return installed if installed.is_dir() else package.parent


def content(file: StaticFile) -> bytes:
    """Return the content of a static file: its sources joined, our scripts without comments.

    Half of a commented script is comments, and a reader loads three before the first result.
    """
    return b"\n".join(_served(source) for source in file.sources)


def _served(source: Path) -> bytes:
    """Return a source file as it is served; a theme's own are left as they are."""
    data = source.read_bytes()
    ours = source.suffix == ".js" and source.is_relative_to(builtin())
    return _COMMENT.sub(b"", data) if ours else data


def _marks(passages: Sequence[Passage]) -> list[markup.Mark]:
    """Return the passages of a view as marks."""
    return [markup.Mark(passage.start, passage.end, passage.topics) for passage in passages]


def _prose(source: str, passages: Sequence[Passage] = ()) -> Markup:
    """Return a title as HTML: the filter `prose`."""
    return markup.inline(source, _marks(passages))


def _paragraphs(source: str, passages: Sequence[Passage] = ()) -> Markup:
    """Return an abstract as HTML: the filter `paragraphs`."""
    return markup.paragraphs(source, _marks(passages))


def _sha256(block: Markup) -> str:
    """Return the hash of an inline block as a content security policy names it."""
    digest = hashlib.sha256(str(block).encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
