"""An incremental build equals a clean one, byte for byte, whatever has changed."""

from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from changing import ABSTRACTS, CHANGES, TITLES, Library, edited, read_for_topics
from sitegen import build, engine, pipeline, theme
from sitegen.cache import FOLDER, Folder, snapshot
from sitegen.config import load
from sitegen.errors import OvertakenError
from sitegen.progress import Silence


@pytest.fixture
def library(tmp_path: Path) -> Library:
    found = Library(tmp_path)
    found.check()
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_gives_what_a_clean_build_gives(library: Library, name: str) -> None:
    CHANGES[name](library)
    library.check()


def test_a_partial_that_changes_renews_what_includes_it(library: Library) -> None:
    part = theme.builtin() / "templates" / "_parts" / "papers.html"
    own = library.folder / "look" / "templates" / "_parts"
    own.mkdir()
    (own / "papers.html").write_text(part.read_text("utf-8").replace("code</span>", "Code</span>"))
    library.check()
    (own / "papers.html").write_text(part.read_text("utf-8") + "<!-- mine -->")
    library.check()


def test_where_paths_are_written_with_backslashes_the_site_is_the_same(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PurePath.__str__

    def backslashed(path: PurePath) -> str:
        # Newer versions of Python ask the system by this; all that it is asked here is absolute.
        return plain(path) if path.is_absolute() else plain(path).replace("/", "\\")

    for name in ("title", "static file"):
        CHANGES[name](library)
        with monkeypatch.context() as windows:
            windows.setattr(PurePath, "__str__", backslashed)
            windows.setattr(PurePath, "__fspath__", plain)
            windows.setattr(PurePath, "as_posix", plain)
            library.built("site")
        library.check()


def test_another_version_of_sitegen_renews_the_site(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "digest", lambda: "another")
    library.check()


@pytest.mark.parametrize(
    "name", ["rankings", "mentions", "texts", "leads", "terms", "neighbours", "snapshot"]
)
@pytest.mark.parametrize("harm", [b"sitegen\xff", b"", b"sitegen 1\n"])
def test_a_damaged_cache_changes_nothing(library: Library, name: str, harm: bytes) -> None:
    assert (library.folder / FOLDER / name).is_file()
    if name != snapshot.NAME:
        library.snapshot.unlink()  # it tells the same
    (library.folder / FOLDER / name).write_bytes(harm)
    CHANGES["title"](library)
    library.check()


NONSENSE = {
    "rankings": b'{"a": 1}',
    "mentions": b"[1, 2]",
    "texts": b"[",
    "leads": b"[1]",
    "terms": b"[[1]]",
    "neighbours": b"x",
}


@pytest.mark.parametrize("name", sorted(NONSENSE))
def test_a_cache_that_is_whole_and_nonsense_is_thrown_away_with_a_word(
    library: Library, name: str
) -> None:
    lines = Folder(library.folder, engine.digest()).lines(name)
    harmed = [line.partition(b" ")[0] + b" " + NONSENSE[name] for line in lines.read()]
    assert harmed
    lines.write(harmed)
    library.snapshot.unlink()  # it tells the same
    CHANGES["title"](library)
    config = replace(load(library.folder / "sitegen.toml"), output=library.folder / "site")
    first = build.build(config, library.folder, Silence())
    assert any("is made anew" in problem.what for problem in first.problems)
    # It was said of that build, and is not said again of one that has nothing to do.
    assert not build.build(config, library.folder, Silence()).problems
    library.check()


def test_two_caches_that_are_nonsense_are_thrown_away_at_once(library: Library) -> None:
    (library.folder / FOLDER / "mine").write_text("precious")
    for name in ("rankings", "leads"):
        lines = Folder(library.folder, engine.digest()).lines(name)
        lines.write([line.partition(b" ")[0] + b" " + NONSENSE[name] for line in lines.read()])
    library.snapshot.unlink()
    CHANGES["title"](library)
    library.check()
    assert (library.folder / FOLDER / "mine").read_text() == "precious"


@pytest.mark.parametrize("kind", ["templates/home.html", "static/extra.txt", "../seeds/one.jsonl"])
def test_what_is_another_while_the_site_is_built_leaves_nothing_stale(
    library: Library, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    changing = library.folder / "look" / kind
    before = changing.read_bytes() if changing.exists() else b"before"
    changing.write_bytes(before)
    library.built("site")
    real = pipeline.made

    def changed(*given: Any) -> pipeline.Made:  # noqa: ANN401  # as they come
        other = b"<p>other</p>" if "seeds" not in kind else before.replace(b"sparse", b"rare")
        changing.write_bytes(other)
        return real(*given)

    CHANGES["title"](library)
    before = changing.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "made", changed)
        library.built("site")
    changing.write_bytes(before)
    library.check()


@pytest.mark.parametrize("step", ["Reading", "Making", "Writing"])
def test_a_template_that_is_another_while_pages_are_made_is_on_none(
    library: Library, step: str
) -> None:
    template = library.folder / "look" / "templates" / "404.html"
    template.write_text("before")

    class Meddling(Silence):
        def step(self, what: str) -> None:
            if what.startswith(step):
                template.write_text("meanwhile")

    config = load(library.folder / "sitegen.toml")
    config = replace(config, output=library.folder / "site")
    with pytest.raises(OvertakenError):
        build.build(config, library.folder, Meddling(), watched="patient")
    template.write_text("before")
    build.build(config, library.folder, Silence(), watched="patient")
    assert (library.folder / "site" / "404.html").read_text() == "before"
    library.check()


def test_only_the_paper_that_was_edited_is_read_for_topics(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_for_topics(monkeypatch)
    edited("abstract", f"{ABSTRACTS[0]} It is new.")(library)
    library.built("site")
    assert read == [TITLES[0]]
    library.check()
    assert sorted(read) == sorted([TITLES[0], *TITLES])


def test_where_there_are_no_related_papers_none_are_kept(tmp_path: Path) -> None:
    library = Library(tmp_path)
    CHANGES["no related papers"](library)
    library.built("site")
    assert (tmp_path / FOLDER / "rankings").exists()
    assert not (tmp_path / FOLDER / "neighbours").exists()


def test_what_was_changed_or_lost_in_the_site_is_made_anew(library: Library) -> None:
    (library.folder / "site" / "index.html").write_text("broken")
    (library.folder / "site" / "papers.html").unlink()
    library.check()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.booleans()), min_size=2, max_size=4)
)
def test_any_changes_one_after_the_other(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, bool]]
) -> None:
    library = Library(tmp_path_factory.mktemp("library"))
    for name, snapshot_stays in changes:
        CHANGES[name](library)
        library.check()
        if not snapshot_stays:  # as of a large library: the next goes on from the other files
            library.snapshot.unlink(missing_ok=True)
