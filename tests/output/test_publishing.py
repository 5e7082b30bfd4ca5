"""`output`: what it writes, what it leaves alone, what it refuses."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from sitegen import output, text
from sitegen.errors import BuildError
from sitegen.plan import Key, Plan, State, plan

ONE = {"index.html": b"one", "papers/a.html": b"a"}


def state(files: Mapping[str, bytes]) -> State:
    """What files are made of that hold what is said."""
    return State("1", {}, {path: Key("", text.digest(str(said))) for path, said in files.items()})


def publish(
    folder: Path,
    files: Mapping[str, bytes],
    made: Iterable[tuple[str, bytes]] | None = None,
    sources: Sequence[Path] = (),
) -> Plan:
    """Make `files` the site, from `made` where that is given; return what it took."""
    with output.opened(folder, sources) as site:
        planned = plan(site.known.state, state(files), site.damaged())
        contents = ((path, files[path]) for path in planned.write)
        site.update(planned, state(files), contents if made is None else made)
    return planned


def tree(folder: Path) -> dict[str, bytes]:
    """The site's files, sitegen's own left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and output.OWN not in path.parts
    }


def refusal(folder: Path, files: dict[str, bytes] | None = None, source: str = "") -> str:
    with pytest.raises(BuildError) as raised:
        publish(folder, files or ONE, sources=[Path(source)] if source else [])
    return "; ".join(problem.what for problem in raised.value.problems)


def test_a_site_is_written_and_the_world_may_read_it(tmp_path: Path) -> None:
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


def test_a_strangers_file_in_the_way_is_not_touched(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("mine")
    assert "not written by sitegen" in refusal(site)
    assert tree(site) == {"index.html": b"mine"}


def test_a_folder_where_a_file_goes_and_a_file_where_a_folder_goes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "index.html").mkdir(parents=True)
    (site / "papers").write_text("mine")
    told = refusal(site)
    assert "is a folder where a file" in told
    assert "is a file where a folder" in told


def test_links_are_not_followed_out_of_the_site(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    site.mkdir()
    (site / "papers").symlink_to(outside)
    assert "is a link" in refusal(site)
    assert list(outside.iterdir()) == []


def test_a_link_that_took_a_pages_place_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside.html"
    publish(site, ONE)
    outside.write_text("precious")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(outside)
    publish(site, {**ONE, "index.html": b"precious"})
    assert outside.read_text() == "precious"
    assert not (site / "index.html").is_symlink()
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(outside)
    publish(site, {"papers/a.html": b"a"})
    assert outside.read_text() == "precious"


def test_a_link_for_sitegens_own_folder_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "outside").mkdir()
    (site / output.OWN).symlink_to(tmp_path / "outside")
    assert "is a link" in refusal(site)


@pytest.mark.parametrize("path", ["../mine.txt", "/etc/mine", "a/../../mine.txt", ".sitegen/lock"])
def test_a_forged_manifest_deletes_nothing_outside(tmp_path: Path, path: str) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (tmp_path / "mine.txt").write_text("mine")
    manifest = site / output.OWN / "manifest.json"
    manifest.write_text(json.dumps([*ONE, path]))
    publish(site, ONE)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert tree(site) == ONE


BROKEN = ["", "{}", "nonsense", "[" * 100_000]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_manifest_owns_nothing_and_is_named_once(tmp_path: Path, content: str) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "manifest.json").write_text(content)
    said = refusal(site, dict.fromkeys(ONE, b"other"))
    assert said == "is damaged: which files sitegen wrote can't be told"
    assert tree(site) == ONE


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_manifest_is_replaced_where_nothing_is_in_the_way(
    tmp_path: Path, content: str
) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "manifest.json").write_text(content)
    with output.opened(site, []) as found:
        (said,) = found.oddities()
    assert "is damaged" in said.what
    publish(site, {**ONE, "new.html": b"new"})
    assert tree(site) == {**ONE, "new.html": b"new"}
    with output.opened(site, []) as found:
        assert found.oddities() == []


def test_a_manifest_of_nothing_owns_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "manifest.json").write_text("[1]")
    assert "not written by sitegen" in refusal(site, {"index.html": b"other"})


@pytest.mark.parametrize("folder", [output.OWN, f"{output.OWN}/manifest.json"])
def test_what_stands_where_sitegen_keeps_its_own_is_named(tmp_path: Path, folder: str) -> None:
    place = tmp_path / "site" / folder
    place.parent.mkdir(parents=True)
    if folder == output.OWN:
        place.write_text("mine")
    else:
        place.mkdir()
    assert "can't be written" in refusal(tmp_path / "site")
    assert place.exists()


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
        publish(site, {"index.html": b"three", "new/a.html": b"c", "papers/a.html": b"a"})
        assert tree(site) == {
            "index.html": b"three",
            "new/a.html": b"c",
            "papers/a.html": b"a",
        }


def test_a_lost_manifest_is_no_harm_to_a_site_that_has_not_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "manifest.json").unlink()
    publish(site, ONE)
    publish(site, {"index.html": b"two"})
    assert tree(site) == {"index.html": b"two"}


def test_dangerous_folders_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "file").write_text("x")
    assert "root of the file system" in refusal(Path("/"))
    assert "the home folder" in refusal(tmp_path / "home")
    assert "holds the input" in refusal(tmp_path, source=str(tmp_path / "seeds"))
    assert "holds the input" in refusal(tmp_path / "x" / "..", source=str(tmp_path / "seeds"))
    assert "holds the input" in refusal(tmp_path / "seeds", source=str(tmp_path / "seeds"))
    assert "not a folder" in refusal(tmp_path / "file")
    assert "not a folder" in refusal(tmp_path / "file" / "below" / "site")


@pytest.mark.parametrize(
    "note", ["[" * 100_000, '{"put": [1], "delete": [[]], "notes": []}', "{}"]
)
def test_a_journal_that_is_none_is_thrown_away(tmp_path: Path, note: str) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "journal.json").write_text(note)
    output.complete(site, [])
    publish(site, {"index.html": b"two"})
    assert tree(site) == {"index.html": b"two"}


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


def test_an_output_that_can_not_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert "circle" in refusal(tmp_path / "loop")
    assert "can't be there" in refusal(tmp_path / ("a" * 300))
    static = tmp_path / "look" / "static"
    static.mkdir(parents=True)
    with pytest.raises(BuildError, match="inside a part of the theme"):
        output.check_folder(static / "out", [], [static])
    output.check_folder(tmp_path / "look" / "out", [tmp_path / "loop"], [static])


def test_a_folder_full_of_other_files_is_told_in_one_word(tmp_path: Path) -> None:
    files = {f"{at}.html": b"new" for at in range(30)}
    for path in files:
        (tmp_path / path).write_text("old")
    said = refusal(tmp_path, files)
    assert said.startswith("holds 30 files that sitegen has no note of; was not written by")
