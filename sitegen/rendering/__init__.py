"""A view rendered by its template."""

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.compiler import CodeGenerator
from jinja2.loaders import split_template_path
from markupsafe import Markup, escape

from sitegen import markup, urls
from sitegen.errors import BuildError, error
from sitegen.rendering import missing
from sitegen.rendering.blanks import Unindented
from sitegen.rendering.compilation import Calls, DirectGenerator, Generator
from sitegen.theme import Theme
from sitegen.views.pieces import Passage
from sitegen.views.values import Page

# What a letter from right to left may be, the mark that acts as one among them.
_LEFTWARD = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Browsers would begin a line with what follows a formula, and end one with what opens before it.
_FORMULA = re.compile(
    r"([(\[“‘]?)(<math>.*?</math>)((?:[.,;:!?)\]}’”%‐-]+|(?:s|st|nd|rd|th)\b)?)", re.DOTALL
)
_FIRST_LETTER_SAYS = Markup(' dir="auto"')


class Renderer:
    """The templates of a theme, each read and compiled once."""

    def __init__(self, look: Theme) -> None:
        self._folders = [folder / "templates" for folder in look.folders]
        self._direct = environment(look, DirectGenerator)
        self._careful = environment(look, Generator)

    def html(self, template: str, page: Page) -> str:
        """Return `page` as the HTML that `template` makes of it.

        Raises:
            BuildError: When the template is missing or at fault.
        """
        try:
            return self._made(template, page)
        except TemplateNotFound as fault:
            # The template that asks for it, unless it is a page's own.
            raise self._failed(fault, template, f"there is no template {fault.name}") from fault
        except TemplateError as fault:
            told = fault.message or type(fault).__name__
            raise self._failed(fault, template, f"the template fails: {told}") from fault
        except Exception as fault:
            if len(self._folders) == 1:
                raise  # the built-in templates are ours: this is a bug and keeps its traceback
            what = f"the template fails: {type(fault).__name__}: {fault}"
            raise self._failed(fault, template, what) from fault

    def encoded(self, template: str, page: Page) -> bytes:
        """Return `page` as the file that `template` makes of it.

        Raises:
            BuildError: As `html` does, and where the template holds what no file can.
        """
        html = self.html(template, page)
        try:
            return html.encode()
        except UnicodeEncodeError as fault:
            what = f"the template fails: the page would hold {fault.object[fault.start]!a}"
            raise self._failed(fault, template, what) from fault

    def _made(self, template: str, page: Page) -> str:
        """Return a page; what Jinja raises is raised."""
        try:
            return self._direct.get_template(template).render(page=page)
        except AttributeError:
            # Jinja may know what a thing without an attribute means, or how to tell of it.
            return self._careful.get_template(template).render(page=page)

    def _failed(self, fault: Exception, template: str, what: str) -> BuildError:
        """Return the problem of a fault, with the file and the line that it comes from.

        Args:
            fault: What was raised while a template was read or used.
            template: The page's, named where the fault is of no other.
            what: What is wrong.
        """
        hint = missing.hint(what)
        if isinstance(fault, TemplateSyntaxError):
            # Jinja gives the file for a name where a comment has no end.
            where = fault.filename or fault.name or template
            return BuildError(error(f"{where}:{fault.lineno}", what))
        # Jinja puts the lines of templates into what was raised.
        for frame, line in reversed([*walk_tb(fault.__traceback__)]):
            path = Path(frame.f_code.co_filename)
            if any(path.is_relative_to(folder) for folder in self._folders):
                return BuildError(error(f"{path}:{line}", what, hint))
        places = (folder / template for folder in self._folders)
        return BuildError(error(str(next(filter(Path.is_file, places), template)), what, hint))


class _Loader(BaseLoader):
    """Gives the templates as the theme was read: what they were is what pages' keys tell of."""

    def __init__(self, look: Theme) -> None:
        self._look = look

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - as Jinja calls it
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the source of a template, and the file that faults are told of."""
        name = "/".join(split_template_path(template))
        if name not in self._look.templates:
            raise TemplateNotFound(template)
        places = (folder / "templates" / name for folder in self._look.folders)
        path = str(next(filter(Path.is_file, places), template))
        source = self._look.templates[name]
        try:
            return source.decode(), path, None
        except UnicodeDecodeError as fault:
            what = f"byte {fault.start} is not UTF-8"
            line = source.count(b"\n", 0, fault.start) + 1
            raise TemplateSyntaxError(what, line, name, path) from fault


def environment(look: Theme, generator: type[CodeGenerator]) -> Environment:
    """Return the templates' environment: everything escaped, nothing but the page in reach."""
    environment = Environment(
        loader=_Loader(look),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[Unindented],
    )
    environment.code_generator_class = generator
    environment.context_class = Calls
    environment.extend(output=_escaped)
    environment.globals.clear()
    environment.filters |= {
        "prose": _prose,
        "paragraphs": _paragraphs,
        "sha256": _sha256,
        "dir": _direction,
        "lang": _language,
        "way": urls.way,
    }
    return environment


def _escaped(value: object) -> str:
    """Return a value as it may stand in HTML."""
    if type(value) is str:
        return markup.escaped(value)
    if type(value) is int:
        return str(value)
    return value if type(value) is Markup else escape(value)


def _marks(passages: Sequence[Passage]) -> list[markup.Mark]:
    """Return the passages of a view as marks."""
    return [markup.Mark(passage.start, passage.end, passage.topics) for passage in passages]


def _prose(source: str, passages: Sequence[Passage] = ()) -> Markup:
    """Return a title as HTML: the filter `prose`."""
    return _whole(markup.inline(source, _marks(passages)))


def _paragraphs(source: str, passages: Sequence[Passage] = ()) -> Markup:
    """Return an abstract as HTML: the filter `paragraphs`."""
    return _whole(markup.paragraphs(source, _marks(passages)))


def _whole(html: Markup) -> Markup:
    """Return a text whose formulas stay on one line with the signs at them."""
    return Markup(_FORMULA.sub(_held, html)) if "<math>" in html else html  # noqa: S704 - is HTML


def _held(found: re.Match[str]) -> str:
    return f'<span class="held">{found[0]}</span>' if found[1] or found[3] else found[0]


def _direction(source: str) -> str:
    """Return the attribute by which a text from outside keeps its direction: the filter `dir`.

    Only letters from right to left need one: pages run from left to right.
    """
    return "" if source.isascii() or not _LEFTWARD.search(source) else _FIRST_LETTER_SAYS


def _language(tag: str) -> str:
    """Return the attribute that names a language, none without a tag: the filter `lang`."""
    return Markup(' lang="{}"').format(tag) if tag else ""


def _sha256(block: Markup) -> str:
    """Return the hash of an inline block as a content security policy names it."""
    digest = hashlib.sha256(str(block).encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
