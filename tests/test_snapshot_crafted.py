"""`cache.snapshot`: a right file of what is wrong harms nothing, is told, and made anew."""

import os
import pickle
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from changing import CHANGES, Library, forget
from crafted import Stranger
from sitegen import engine
from sitegen.cache import FOLDER, Folder, memory, snapshot
from sitegen.cache.restoring import restored, write
from sitegen.cache.snapshot import Snapshot
from sitegen.topics import ranking


@pytest.fixture
def library(tmp_path: Path) -> Library:
    memory.forget()
    forget()
    found = Library(tmp_path / "library")
    found.built("site")
    return found


NONSENSE = {
    "a list": [1],
    "a stranger's order": Stranger(os.mkdir, "harm"),
    "a class of the product that does something": Stranger(Folder, Path("harm"), "1"),
    "a function of the product": Stranger(ranking.ranked, ()),
    "other settings": snapshot._Taken(None, 5, {}, {}),  # type: ignore[arg-type] # noqa: SLF001
    "other results": snapshot._Taken(None, [], {"sitegen.text.slug 1": 7}, {}),  # noqa: SLF001
    "other values": snapshot._Taken(None, [], {"sitegen.papers 1": 7}, {}),  # noqa: SLF001
    "other lines": snapshot._Taken(None, [], {}, {"rankings": 7}),  # type: ignore[dict-item] # noqa: SLF001
}


@pytest.mark.parametrize("name", NONSENSE)
def test_a_whole_file_of_something_else_is_told_and_made_anew(library: Library, name: str) -> None:
    own = Snapshot(library.folder / FOLDER, engine.digest())
    own.filled(lambda file: file.write(b"\n" + pickle.dumps(NONSENSE[name])))
    CHANGES["title"](library)
    told = library.told()
    assert [what for what in told if "made anew" in what] or name.startswith("other settings")
    assert not Path("harm").exists()
    library.check()


def crafted(library: Library, change: Callable[[Mapping[str, Any]], object]) -> None:
    """Have a right file tell something else."""
    content = library.snapshot.read_bytes()
    told = restored(BytesIO(content[content.index(b"\n") + 1 :]))
    assert isinstance(told, snapshot._Taken)  # noqa: SLF001
    change(told.found)
    file = BytesIO(b"\n")
    file.seek(1)
    write(told, file)
    own = Snapshot(library.folder / FOLDER, engine.digest())
    own.filled(lambda summed: summed.write(file.getvalue()))


def test_no_file_leads_out_of_the_site(library: Library) -> None:
    def away(found: Mapping[str, Any]) -> None:
        papers = found["sitegen.papers 1"].papers
        papers[:] = [replace(each, slug=f"../../../{each.slug}") for each in papers]

    crafted(library, away)
    CHANGES["title of the library"](library)
    before = {*library.folder.parent.iterdir()}
    assert library.told() == ["is of no use: it is made anew"]
    assert {*library.folder.parent.iterdir()} == before
    library.check()


def test_what_no_page_can_be_made_of_is_told_and_made_anew(library: Library) -> None:
    def nonsense(found: Mapping[str, Any]) -> None:
        steps = found["sitegen.views.steps._step 1"].made
        for path, each in steps.items():
            steps[path] = each and replace(each, topic=replace(each.topic, url=None))

    CHANGES["no theme"](library)  # else it is told as that one's fault
    library.built("site")
    crafted(library, nonsense)
    (library.folder / "sitegen.toml").write_text('title = "Others"\n', "utf-8")
    assert library.told() == ["is of no use: it is made anew"]
    assert library.told() == []
    library.check()
