"""Fixtures in the domain's words: the site built from the seeds, and a reader of it."""

import fcntl
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

import briefed
import hostile
import lettered
from browsing import Reader, chromium
from making import publish
from published import Page, pages
from serving import served

# Properties state facts, not durations: a busy machine is no fault.
settings.register_profile("sitegen", deadline=None)
settings.load_profile("sitegen")

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds this repository's files."""
    return CHECKOUT


@pytest.fixture(scope="session")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's seeds, built once by the real command."""
    return built_once("seed-site", tmp_path_factory, lambda _: [CHECKOUT / "seeds"])


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library that is made of hostile strings alone, its settings too."""
    return built_once("hostile-site", tmp_path_factory, hostile.library)


@pytest.fixture(scope="session")
def briefed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library whose topics have all that a page can show of them."""
    return publish(briefed.library(), tmp_path_factory.mktemp("briefed"))


@pytest.fixture(scope="session")
def lettered_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library with so many topics that their index is in parts."""
    return publish(lettered.library(), tmp_path_factory.mktemp("lettered"))


def built_once(
    name: str, factory: pytest.TempPathFactory, inputs: Callable[[Path], Sequence[str | Path]]
) -> Path:
    """Return the site called `name`, built by the first worker that asks for it.

    `inputs` gets a folder for files of its own and returns the arguments of ``sitegen build``.
    """
    top = factory.getbasetemp()
    if top.name.startswith("popen-"):  # one of several workers, which share their parent
        top = top.parent
    folder = top / name
    with (top / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site" / "index.html").exists():
            folder.mkdir()
            command = [sys.executable, "-m", "sitegen", "build", *inputs(folder)]
            subprocess.run([*command, "--output", "site"], check=True, cwd=folder)
    return folder / "site"


@pytest.fixture(scope="session")
def seed_pages(seed_site: Path) -> tuple[Page, ...]:
    """Every page of the seeds' site, read from its file."""
    return pages(seed_site)


@pytest.fixture(scope="session")
def from_disk(seed_site: Path) -> str:
    """The address of the seeds' site opened from disk."""
    return seed_site.as_uri() + "/"


@pytest.fixture(scope="session")
def served_site(seed_site: Path) -> Iterator[str]:
    """The address of the seeds' site on a server, below a path."""
    with served(seed_site) as address:
        yield address


@pytest.fixture(params=["from_disk", "served_site"])
def either_site(request: pytest.FixtureRequest) -> str:
    """The address of the seeds' site, once from disk and once on a server."""
    address: str = request.getfixturevalue(request.param)
    return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with chromium() as running:
        yield running


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """Opens pages; at the test's end nothing may have left the site, failed or complained."""
    visitor = Reader(browser)
    yield visitor
    visitor.close()
    assert visitor.faults == []
