"""`output`: what it notes of a site, and what comes of notes that are damaged."""

import json
from pathlib import Path

import pytest

from publishing import ONE, publish, refusal, tree
from sitegen import output

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


@pytest.mark.parametrize(
    "content",
    [
        [*ONE],
        {"version": 99, "files": dict.fromkeys(ONE, "as they will be noted")},
        {"files": dict.fromkeys(ONE, ())},
        {"version": 1, "files": dict.fromkeys(ONE, ("", "1"))},
        {"version": 1, "files": dict.fromkeys(ONE, 3)},
        {"version": 1, "files": dict.fromkeys(ONE, ("", "1", 1, 1))},
    ],
)
def test_of_a_manifest_of_another_form_the_paths_count(tmp_path: Path, content: object) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "manifest.json").write_text(json.dumps(content))
    assert list(publish(site, {"index.html": b"two"}).write) == ["index.html"]
    assert tree(site) == {"index.html": b"two"}


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
    assert output.noted(tmp_path / "site").damaged == (place.name == "manifest.json")
    assert "can't be written" in refusal(tmp_path / "site")
    assert place.exists()


def test_a_lost_manifest_is_no_harm_to_a_site_that_has_not_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "manifest.json").unlink()
    publish(site, ONE)
    publish(site, {"index.html": b"two"})
    assert tree(site) == {"index.html": b"two"}


@pytest.mark.parametrize(
    "note",
    ["", "half a no", "[" * 100_000, '{"put": [1], "delete": [[]], "notes": []}', "{}", "[]"],
)
def test_a_journal_that_is_none_is_thrown_away(tmp_path: Path, note: str) -> None:
    site = tmp_path / "site"
    publish(site, ONE)
    (site / output.OWN / "journal.json").write_text(note)
    output.complete(site, [])
    assert not (site / output.OWN / "journal.json").exists()
    publish(site, {"index.html": b"two"})
    assert tree(site) == {"index.html": b"two"}
