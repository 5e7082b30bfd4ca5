"""`output`: what it writes, and what becomes of a site when that fails."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing import ONE, publish, refusal, state, tree
from sitegen import output
from sitegen.plan import plan


def test_a_site_is_written_and_the_world_may_read_it(tmp_path: Path) -> None:
    assert not output.noted(tmp_path / "deep" / "site").damaged
    old = os.umask(0o077)
    try:
        assert len(publish(tmp_path / "deep" / "site", ONE).write) == 2
    finally:
        os.umask(old)
    site = tmp_path / "deep" / "site"
    assert tree(site) == ONE
    for path in [site, *site.rglob("*")]:
        if output.OWN not in path.parts:
            assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_the_next_site_replaces_it_and_prunes_only_its_own(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {**ONE, "topics/x.html": b"x"})
    (site / "CNAME").write_text("papers.example")
    (site / "papers" / "mine.txt").write_text("mine")
    publish(site, {"index.html": b"two", "search.html": b"s"})
    assert tree(site) == {
        "index.html": b"two",
        "search.html": b"s",
        "CNAME": b"papers.example",
        "papers/mine.txt": b"mine",
    }
    assert not (site / "topics").exists()


def test_what_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    before = {path: (site / path).stat().st_ino for path in ONE}
    publish(site, {**ONE, "index.html": b"two"})
    after = {path: (site / path).stat().st_ino for path in ONE}
    assert [path for path in ONE if before[path] != after[path]] == ["index.html"]
    assert publish(site, {**ONE, "index.html": b"two"}).keep == tuple(ONE)


def test_a_failure_while_making_files_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, ONE)

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise RuntimeError("the template is at fault")

    with pytest.raises(RuntimeError, match="template"):
        publish(site, {"index.html": b"two"}, failing())
    assert tree(site) == ONE
    assert not (site / output.OWN / "staging").exists()


def test_files_made_while_their_sources_changed_are_made_anew_by_the_next(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with output.opened(site, []) as found:
        note = output.Note("digest", {}, holds=lambda: False)
        found.update(plan(found.known.state, state(ONE)), state(ONE), ONE.items(), note)
    assert not output.noted(site).inputs
    again = publish(site, ONE)
    assert dict(again.write) == dict.fromkeys(ONE, "what it was made of is not known")
    assert not publish(site, ONE).write


def test_a_build_killed_while_it_swaps_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, {**ONE, "old.html": b"old"})
    real = Path.replace
    for survived in range(1, 6):
        left = [survived]

        def killed(path: Path, target: Path, left: list[int] = left) -> Path:
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            return real(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", killed)
            with contextlib.suppress(KeyboardInterrupt):
                publish(site, {"index.html": b"two", "new/a.html": b"a", "new/b.html": b"b"})
        if (site / output.OWN / "journal.json").exists():
            output.complete(site, [])
            assert sorted(tree(site)) == ["index.html", "new/a.html", "new/b.html"]
        publish(site, {"index.html": b"three", "new/a.html": b"c", "papers/a.html": b"a"})
        assert tree(site) == {
            "index.html": b"three",
            "new/a.html": b"c",
            "papers/a.html": b"a",
        }


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def slow() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"one"
        assert "another build" in in_another_process("opened(FOLDER, []).__enter__()", site)
        assert "another build" in in_another_process("check_free(FOLDER)", site)

    output.check_free(site)
    assert not site.exists()
    publish(site, {"index.html": b"one"}, slow())
    assert tree(site) == {"index.html": b"one"}
    output.check_free(site)


def in_another_process(what: str, site: Path) -> str:
    """Call `what` of `output` in a second process and return what it was told."""
    code = (
        "import sys, pathlib; from sitegen import output, errors\n"
        "FOLDER = pathlib.Path(sys.argv[1])\n"
        f"try: output.{what}\n"
        "except errors.BuildError as fault: print(fault)"
    )
    command = [sys.executable, "-c", code, str(site)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_full_disk_is_told_and_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, ONE)

    def full(path: str, *_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", path)

    with monkeypatch.context() as patched:
        patched.setattr("os.chmod", full)
        assert "No space left" in refusal(site, {"index.html": b"two"})
    assert tree(site) == ONE


def test_leftovers_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / output.OWN / "staging").mkdir(parents=True)
    (site / output.OWN / "staging" / "old.html").write_text("x")
    publish(site, ONE)
    assert not (site / output.OWN / "staging").exists()
    assert tree(site) == ONE


def test_leftovers_are_swept_where_nothing_is_to_be_done_but_not_those_of_a_build_at_work(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    staging = site / output.OWN / "staging"
    with output.opened(site, []):
        staging.mkdir()
        output.complete(site, [])
        assert staging.exists()
    output.complete(site, [])
    assert not staging.exists()
    assert tree(site) == ONE
