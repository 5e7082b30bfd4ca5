"""A library → every file of its site to be."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sitegen import data, engine, parts, theme, urls, views
from sitegen.cache.pieces import Pieces
from sitegen.config import Config
from sitegen.errors import BuildError, error
from sitegen.jobs.parcel import Parcel, packed
from sitegen.model import Site, Topic
from sitegen.plan import Key, State
from sitegen.rendering import Renderer
from sitegen.theme import StaticFile, Theme
from sitegen.views import Draft, values
from sitegen.views.drafts import MapDraft, PaperDraft

_COMPRESSION = 5
_TEMPLATES: dict[type, str] = {
    values.HomePage: "home.html",
    values.PapersPage: "papers.html",
    PaperDraft: "paper.html",
    values.TopicsPage: "topics.html",
    values.TopicsPartPage: "topics-part.html",
    MapDraft: "map.html",
    values.TopicPage: "topic.html",
    values.MovedPage: "moved.html",
    values.PartPage: "part.html",
    values.SearchPage: "search.html",
    values.NotFoundPage: "404.html",
}


class Artifact(Parcel, frozen=True):
    """One file to be.

    Attributes:
        path: Where it goes, counted from the root of the site.
        made_from: What its content is a function of, besides the theme: a view or its draft, the
            files that are joined, or the content itself.
    """

    path: str
    made_from: Draft | StaticFile | bytes


def artifacts(site: Site, config: Config, look: Theme) -> list[Artifact]:
    """Return every file of the site but those of its search index."""
    return [
        *(Artifact(path, view) for path, view in views.pages(site, config)),
        *(Artifact(file.path, file) for file in look.static),
        *(Artifact(path, lines) for path, lines in data.files(site)),
        *_finder(site, config),
    ]


def complete(found: Iterable[Artifact], index: Iterable[tuple[str, bytes]]) -> list[Artifact]:
    """Return the files of a site with those of its search index.

    Raises:
        BuildError: With each path that two artifacts claim.
    """
    files = [*found, *(Artifact(path, script) for path, script in index)]
    _check_paths(files)
    return files


def keys(found: Iterable[Artifact]) -> dict[str, Key]:
    """Return what files are made of, by their paths."""
    return {artifact.path: key(artifact) for artifact in found}


def keys_again(found: Iterable[Artifact], papers: int) -> Mapping[str, Key]:
    """Return what `keys` does of what `artifacts` returns: of a file that stayed it is known.

    Args:
        found: The files.
        papers: How many papers the library has.
    """
    sources = {artifact.path: artifact.made_from for artifact in found}
    return _keying.of(None, sources, sources.values(), papers)


def index_keys(index: Iterable[tuple[str, bytes]], papers: int) -> Mapping[str, Key]:
    """Return what `keys_again` does of the files of the search index.

    They are known later than the others.

    Args:
        index: Their paths and what they hold.
        papers: How many papers the library has.
    """
    files = dict(index)
    return _indexing.of(None, files, files.values(), papers)


def state(files: Mapping[str, Key], look: Theme) -> State:
    """Return what all files of a site, whose keys are given, are made of."""
    recipes = {
        f"templates/{name}": digest for name, digest in theme.recipes(look.templates).items()
    }
    used = {f"templates/{template}" for template in _TEMPLATES.values()}
    return State(
        engine.digest(),
        {name: recipes[name] for name in sorted(used & recipes.keys())},
        files,
    )


def stamps(made: State) -> list[Artifact]:
    """Return the scripts that tell pages of a watched site which build they are of.

    One is asked for again and again; the other, which pages there are, where the first is new.
    """
    paths = sorted(made.files)
    # Keys tell which template a page is made with, and recipes what that is.
    recipes, keys = sorted(made.recipes.items()), [made.files[path] for path in paths]
    told = _digest(packed((made.engine, recipes, paths, keys)))
    pages = json.dumps([path for path in paths if path.endswith(".html")])
    script = "document.documentElement.dataset."
    return [
        Artifact("static/stamp.js", f'{script}stamp = "{told}";\n'.encode()),
        Artifact("static/pages.js", f"{script}pages = '{told}' + {json.dumps(pages)};\n".encode()),
    ]


def key(artifact: Artifact) -> Key:
    """Return what a file is made of, so that it need not be made to know that it changed."""
    return _key(None, artifact.made_from)


def _key(_: None, source: Draft | StaticFile | bytes) -> Key:
    """Return the key of what is made from `source`."""
    if isinstance(source, StaticFile | bytes):
        return Key("", _digest(source if isinstance(source, bytes) else source.content))
    return Key(f"templates/{_TEMPLATES[type(source)]}", _digest(packed(source)))


_keying = Pieces(_key)
_indexing = Pieces(_key, lasting=False)  # it takes no time, and they are large


def _digest(data: bytes) -> str:
    """Return the digest of bytes."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def content(artifact: Artifact, renderer: Renderer) -> bytes:
    """Return the bytes of the file.

    Raises:
        BuildError: When its template is missing or at fault.
    """
    source = artifact.made_from
    if isinstance(source, StaticFile):
        return source.content
    if not isinstance(source, bytes):
        return renderer.encoded(_TEMPLATES[type(source)], views.page(source))
    return (
        gzip.compress(source, _COMPRESSION, mtime=0) if artifact.path.endswith(".gz") else source
    )


def contents(
    look: Theme, recipes: tuple[str, ...], found: Sequence[Artifact]
) -> list[tuple[str, bytes]]:
    """Return path and bytes of some files.

    Args:
        look: The theme.
        recipes: The digests of its templates, since a process may live longer than they do.
        found: The files.
    """
    renderer = _renderer(look, recipes)
    return [(artifact.path, content(artifact, renderer)) for artifact in found]


@lru_cache(maxsize=1)
def _renderer(look: Theme, _recipes: tuple[str, ...]) -> Renderer:
    """Return the compiled templates of a theme."""
    return Renderer(look)


def _finder(site: Site, config: Config) -> Iterator[Artifact]:
    """Yield the file that an index of topics in parts needs."""
    listed = [site.topics[slug] for slug in views.listed(site)]
    if config.topics.enabled and len(listed) > parts.LONGEST_INDEX:
        yield Artifact(urls.TOPICS_SCRIPT, _finding.one(None, tuple(listed), len(site.papers)))


def _rows(_: None, listed: tuple[Topic, ...]) -> bytes:
    """Return the topics of an index as rows."""
    # It takes long to import, and processes that make pages do not need it.
    from sitegen import search  # noqa: PLC0415

    return search.topics_script(listed).encode()


_finding = Pieces(_rows)


def _check_paths(found: Sequence[Artifact]) -> None:
    """Raise for each path that an artifact shares with another, case aside, or lies below one."""
    paths = [artifact.path.casefold() for artifact in found]
    folders = {path.rpartition("/")[0] for path in paths}
    while above := {folder.rpartition("/")[0] for folder in folders} - folders:
        folders |= above
    if len(set(paths)) == len(paths) and folders.isdisjoint(paths):
        return  # as always: to tell which are at fault takes longer
    claimed: dict[str, Artifact] = {}
    problems = []
    for artifact in found:
        other = claimed.setdefault(artifact.path.casefold(), artifact)
        if other is not artifact:
            what = f"two files claim one path; the other: {other.path}"
            problems.append(error(artifact.path, what))
    for path, artifact in claimed.items():
        folder = path
        while folder := folder.rpartition("/")[0]:
            if folder in claimed:
                what = f"lies in a folder that is a file of the site: {claimed[folder].path}"
                problems.append(error(artifact.path, what))
    if problems:
        raise BuildError(*problems)
