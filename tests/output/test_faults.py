"""A disk that is full, one that is read-only, a source that goes: told, and nothing is lost."""

import contextlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from publishing import ONE, publish, refusal, tree
from sitegen import build, output, sources
from sitegen.config import Config
from sitegen.errors import BuildError, Problem
from sitegen.model import Record
from sitegen.progress import Silence
from sitegen.sources import InputFile


@pytest.fixture
def own_disks() -> list[str]:
    """What a command begins with that may mount small disks, which nothing else sees."""
    prefix = ["unshare", "--user", "--map-root-user", "--mount"]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*prefix, "true"], check=False).returncode
    ):
        pytest.skip("this system lets nobody mount a disk of their own")
    return prefix


def _library(path: Path, papers: int) -> None:
    """Write a source of so many papers."""
    entries = (
        {"id": f"paper-{at}", "title": f"On subject {at}", "abstract": f"We study {at}. " * 40}
        for at in range(papers)
    )
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))


def _script(tmp_path: Path, *between: str) -> str:
    """Return the commands that build on a small disk, do what is said, and build again."""
    disk, few, many = tmp_path / "disk", tmp_path / "few.jsonl", tmp_path / "many.jsonl"
    disk.mkdir()
    _library(few, 3)
    _library(many, 300)
    sitegen = f"{shlex.quote(sys.executable)} -m sitegen build --output {disk}/site --config"
    (tmp_path / "few.toml").write_text('sources = ["few.jsonl"]\n')
    (tmp_path / "many.toml").write_text('sources = ["many.jsonl"]\n')
    return "\n".join(
        (
            f"mount -t tmpfs -o size=2m none {disk}",
            f"{sitegen} {tmp_path}/few.toml --quiet || exit 99",
            f"cp -r {disk}/site {tmp_path}/before",
            *between,
            f"{sitegen} {tmp_path}/few.toml --quiet; echo same: $?",
            f"{sitegen} {tmp_path}/many.toml --quiet; echo more: $?",
            f"cp -r {disk}/site {tmp_path}/after",
        )
    )


def _run(prefix: list[str], script: str) -> tuple[list[str], str]:
    """Run commands; return what they print and what they complain of."""
    done = subprocess.run(
        [*prefix, "sh", "-c", script], capture_output=True, text=True, check=False
    )
    return done.stdout.split("\n"), done.stderr


def _tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, sitegen's own too."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("between", "complaint"),
    [
        ((), "No space left on device"),
        (("mount -o remount,ro {disk}",), "Read-only file system"),
    ],
)
def test_on_a_disk_that_takes_no_more_the_old_site_stays(
    tmp_path: Path, own_disks: list[str], between: tuple[str, ...], complaint: str
) -> None:
    script = _script(tmp_path, *(line.format(disk=tmp_path / "disk") for line in between))
    printed, complaints = _run(own_disks, script)
    assert printed == ["same: 0", "more: 1", ""], complaints
    (line,) = complaints.splitlines()
    assert complaint in line
    assert str(tmp_path / "disk" / "site") in line
    before = _tree(tmp_path / "before")
    assert len(before) > 20
    assert _tree(tmp_path / "after") == before


def test_a_source_that_goes_while_it_is_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "seeds" / "a.jsonl", tmp_path / "seeds" / "b.jsonl"
    first.parent.mkdir()
    _library(first, 3)
    _library(second, 2)
    config = Config(sources=(first.parent,), output=tmp_path / "site")
    build.build(config, tmp_path, Silence())
    before = _tree(config.output)
    _library(first, 1)

    read = sources.records

    def gone(file: InputFile) -> Iterable[Record | Problem]:
        second.unlink(missing_ok=True)
        return read(file)

    monkeypatch.setattr(sources, "records", gone)
    with pytest.raises(BuildError) as raised:
        build.build(config, tmp_path, Silence())
    (problem,) = raised.value.problems
    assert problem.where.endswith("b.jsonl")
    assert _tree(config.output) == before


@pytest.mark.parametrize("folder", ["", "papers"])
def test_a_folder_whose_files_cannot_be_replaced_is_told_before_any_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    may = os.access
    closed = site / folder

    def asked(path: Path, mode: int) -> bool:
        return not (path == closed and mode & os.W_OK) and may(path, mode)

    monkeypatch.setattr(os, "access", asked)
    for files in ({"index.html": b"two", "papers/a.html": b"b"}, {"new/a.html": b"a"}):
        with pytest.raises(BuildError, match="Permission denied") as raised:
            publish(site, files)
        assert raised.value.problems[0].where == str(closed)
        assert tree(site) == ONE


def test_a_folder_on_another_disk_is_told_before_any_file_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    real = Path.stat

    def moved(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(path, follow_symlinks=follow_symlinks)
        other = os.stat_result((*found[:2], found.st_dev + 1, *found[3:]))
        return other if path == site / "papers" else found

    monkeypatch.setattr(Path, "stat", moved)
    assert "on another disk" in refusal(site, {"index.html": b"two", "papers/a.html": b"b"})
    assert tree(site) == ONE
    publish(site, {**ONE, "index.html": b"two"})


def test_a_file_that_cannot_be_deleted_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, site = tmp_path / "a.jsonl", tmp_path / "site"
    config = Config(sources=(library,), output=site)
    _library(library, 3)
    build.build(config, tmp_path, Silence())
    gone = site / "papers" / "on-subject-2.html"
    unlink = Path.unlink

    def refused(path: Path, *, missing_ok: bool = False) -> None:
        if path == gone:
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok=missing_ok)

    _library(library, 2)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refused)
        told = build.build(config, tmp_path, Silence()).problems
        assert [each.where for each in told if "deleted" in each.what] == [str(gone)]
    assert gone.exists()
    build.build(config, tmp_path, Silence())
    assert not gone.exists()


def test_a_file_that_cannot_be_deleted_is_not_forgotten_by_who_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, {**ONE, "old.html": b"old"})
    unlink, replace = Path.unlink, Path.replace
    for survived in range(12):
        left = [survived]

        def refused(path: Path, *, missing_ok: bool = False) -> None:
            if path == site / "old.html":
                raise PermissionError(13, "Permission denied", str(path))
            unlink(path, missing_ok=missing_ok)

        def killed(path: Path, target: Path, left: list[int] = left) -> Path:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            return replace(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", refused)
            with patched.context() as again, contextlib.suppress(KeyboardInterrupt):
                again.setattr(Path, "replace", killed)
                publish(site, {**ONE, "index.html": str(survived).encode()})
            with output.opened(site, []):
                assert "old.html" in output.noted(site).state.files
            assert (site / "old.html").exists()
    publish(site, ONE)
    assert not (site / "old.html").exists()


def test_a_site_that_may_not_be_entered_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, site = tmp_path / "a.jsonl", tmp_path / "site"
    _library(library, 3)
    real = os.stat
    for closed in (site, site / output.OWN):
        shutil.rmtree(site, ignore_errors=True)
        build.build(Config(sources=(library,), output=site), tmp_path, Silence())

        def refused(path: str, closed: Path = closed, **given: Any) -> os.stat_result:  # noqa: ANN401
            if Path(path) != closed and Path(path).is_relative_to(closed):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, **given)

        with monkeypatch.context() as patched:
            patched.setattr(os, "stat", refused)
            patched.setattr(os, "lstat", partial(refused, follow_symlinks=False))
            with pytest.raises(BuildError, match="Permission denied"):
                build.build(Config(sources=(library,), output=site), tmp_path, Silence())
