"""`output`: what is not sitegen's is left alone, and where it is in the way that is told."""

import json
from pathlib import Path

import pytest

from publishing import ONE, publish, refusal, tree
from sitegen import output
from sitegen.errors import BuildError


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


def test_own_files_give_way_to_a_folder_and_own_folders_to_a_file(tmp_path: Path) -> None:
    site = tmp_path / "site"
    one = {**ONE, "static/fonts": b"f", "static/data/x/y": b"y", "static/data/z": b"z"}
    other = {**ONE, "static/fonts/a": b"a", "static/data": b"d"}
    for files in (one, other, one):
        publish(site, files)
        assert tree(site) == files


def test_a_folder_with_a_strangers_file_gives_way_to_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {**ONE, "static/data/x": b"x"})
    (site / "static" / "data" / "mine").mkdir()
    assert "is a folder where a file" in refusal(site, {**ONE, "static/data": b"d"})
    (site / "static" / "data" / "mine").rmdir()
    (site / "static" / "data" / "mine").symlink_to(tmp_path)
    assert "is a folder where a file" in refusal(site, {**ONE, "static/data": b"d"})
    (site / "static" / "data" / "mine").unlink()
    (site / "static" / "data" / "mine").write_text("precious")
    assert "is a folder where a file" in refusal(site, {**ONE, "static/data": b"d"})
    (site / "static" / "data" / "mine").unlink()
    (site / "static" / "data" / "mine").mkdir()
    (site / "static" / "data" / "mine" / "own").write_text("precious")
    assert "is a folder where a file" in refusal(site, {**ONE, "static/data": b"d"})
    assert (site / "static" / "data" / "mine" / "own").read_text() == "precious"
    assert (site / "static" / "data" / "x").read_bytes() == b"x"


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


def test_what_is_no_more_is_not_deleted_through_a_link(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    publish(site, {**ONE, "papers/deep/b.html": b"b"})
    (site / "papers").rename(outside)
    (site / "papers").symlink_to(outside)
    publish(site, {"index.html": b"two"})
    assert tree(outside) == {"a.html": b"a", "deep/b.html": b"b"}


def test_what_took_the_place_of_what_is_no_more_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {**ONE, "old.html": b"old"})
    (site / "old.html").unlink()
    (site / "old.html").mkdir()
    (site / "papers" / "a.html").unlink()
    (site / "papers").rmdir()
    (site / "papers").write_text("precious")
    publish(site, {"index.html": b"two"})
    assert tree(site) == {"index.html": b"two", "papers": b"precious"}
    assert (site / "old.html").is_dir()


def test_a_link_to_a_folder_that_took_a_pages_place_is_replaced(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    publish(site, ONE)
    outside.mkdir()
    (outside / "mine.txt").write_text("precious")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(outside)
    publish(site, ONE)
    assert tree(site) == ONE
    assert (outside / "mine.txt").read_text() == "precious"


def test_a_strangers_link_that_leads_nowhere_is_not_touched(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").symlink_to(tmp_path / "nowhere")
    assert "not written by sitegen" in refusal(site)
    assert (site / "index.html").is_symlink()


def test_what_is_staged_is_not_written_through_a_link(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.txt").write_text("precious")
    (site / output.OWN).mkdir(parents=True)
    (site / output.OWN / "staging").symlink_to(outside)
    publish(site, ONE)
    assert tree(site) == ONE
    assert [path.name for path in outside.iterdir()] == ["mine.txt"]


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


@pytest.mark.parametrize("path", ["../mine.txt", "/etc/mine", "a/../../mine.txt"])
def test_a_forged_journal_moves_and_deletes_nothing_outside(tmp_path: Path, path: str) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (tmp_path / "mine.txt").write_text("mine")
    staging = site / output.OWN / "staging"
    for place in (staging, staging / "a"):
        place.mkdir()
        (place.parent / "mine.txt").write_text("forged")
    journal = json.dumps({"put": [path], "delete": [path], "notes": [path]})
    (site / output.OWN / "journal.json").write_text(journal)
    output.complete(site, [])
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert tree(site) == ONE


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
    assert "not a folder" in refusal(tmp_path / "file", source=str(tmp_path / "file"))
    assert "not a folder" in refusal(tmp_path / "file" / "below" / "site")
    assert "keeps for itself" in refusal(tmp_path / output.OWN)


def test_who_has_no_home_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)
    with pytest.raises(RuntimeError):
        Path.home()
    publish(tmp_path / "site", ONE)
    assert tree(tmp_path / "site") == ONE


def test_an_output_that_can_not_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    # From Python 3.13 on, the system says it.
    assert any(word in refusal(tmp_path / "loop") for word in ("circle", "symbolic links"))
    assert "can't be there" in refusal(tmp_path / ("a" * 300))
    (tmp_path / "gone").symlink_to("nowhere")
    assert "the output is a link that leads nowhere" in refusal(tmp_path / "gone")
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
    few = dict([*files.items()][:20])
    assert refusal(tmp_path, few).count("was not written by") == 20
    publish(tmp_path, {"own.html": b"own"})
    assert refusal(tmp_path, files).count("was not written by") == 30
