"""`sources`: which files are read, what they are called, what is passed over."""

import os
from pathlib import Path

import pytest

from sitegen import papers, sources
from sitegen.errors import BuildError, Problem
from sitegen.model import Record

SEEDS = Path(__file__).parents[1] / "seeds"
PAPER = '{"title": "A", "abstract": "It says."}\n'


def names(*given: Path, base: Path) -> list[str]:
    return [file.name for file in sources.files(given, base, [base / "site"])[0]]


def test_the_seeds_are_229_papers() -> None:
    files, problems = sources.files([SEEDS], SEEDS.parent, [SEEDS.parent / "site"])
    items = [item for file in files for item in sources.records(file)]
    records = [item for item in items if isinstance(item, Record)]
    merged, oddities = papers.merge(records)
    assert (len(records), len(merged)) == (242, 229)
    assert sorted(len(paper.sources) for paper in merged)[-13:] == [1] + [2] * 11 + [3]
    assert [*problems, *oddities, *(i for i in items if isinstance(i, Problem))] == []
    for paper in merged:
        for place in paper.sources:
            line = (SEEDS.parent / place.file).read_text("utf-8").splitlines()[place.line - 1]
            assert line.strip().endswith(paper.title)


def test_a_folder_is_read_in_the_order_of_its_paths_without_hidden_files(tmp_path: Path) -> None:
    for name in ("in/b.jsonl", "in/a/z.jsonl", "in/.hidden/x.jsonl", "in/.x.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAPER)
    assert names(tmp_path / "in", base=tmp_path) == ["in/a/z.jsonl", "in/b.jsonl"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.jsonl"
    file.write_text(PAPER)
    assert names(tmp_path / "in", file, base=tmp_path) == ["in/a.jsonl"]


def test_a_file_that_is_named_in_two_ways_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text(PAPER)
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "in" / "a.jsonl")
    monkeypatch.chdir(tmp_path)
    ways = Path("in"), tmp_path / "in" / ".." / "in", Path("link.jsonl")
    assert names(*ways, base=tmp_path) == ["in/a.jsonl"]


def test_files_that_would_share_a_name_are_told_apart(tmp_path: Path) -> None:
    files = [tmp_path / at / "in" / "x.jsonl" for at in ("a/b", "c/b", "d")]
    for file in files:
        file.parent.mkdir(parents=True)
        file.write_text(PAPER)
    (tmp_path / "d" / "in" / "y.jsonl").write_text(PAPER)
    given = [file.parent for file in files]
    (tmp_path / "base").mkdir()
    assert names(*given, base=tmp_path / "base") == [
        "a/b/in/x.jsonl", "c/b/in/x.jsonl", f"{tmp_path.name}/d/in/x.jsonl", "in/y.jsonl",
    ]  # fmt: skip


def test_names_count_from_where_a_link_to_the_folder_leads(tmp_path: Path) -> None:
    (tmp_path / "real" / "in").mkdir(parents=True)
    (tmp_path / "real" / "in" / "a.jsonl").write_text(PAPER)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    source = tmp_path / "real" / "in" / "a.jsonl"
    assert names(source, base=tmp_path / "link") == ["in/a.jsonl"]


def test_names_tell_nothing_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "else").mkdir()
    file = tmp_path / "in" / "a.jsonl"
    file.write_text(PAPER)
    assert names(file, base=tmp_path / "else") == ["a.jsonl"]
    assert names(tmp_path / "else" / ".." / "in", base=tmp_path / "else") == ["in/a.jsonl"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.jsonl").write_text(PAPER)
    (tmp_path / "in" / "link.jsonl").symlink_to(tmp_path / "secret.jsonl")
    found, problems = sources.files([tmp_path / "in"], tmp_path, [tmp_path / "site"])
    assert found == []
    assert [problem.where for problem in problems] == ["in/link.jsonl"]


def test_what_is_no_file_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}")
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere.jsonl")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "way").symlink_to(tmp_path.parent)
    found, told = sources.files([tmp_path], tmp_path, [tmp_path / "site"])
    assert [file.name for file in found] == ["a.jsonl"]
    assert [(one.where, one.what) for one in told] == [
        ("gone.jsonl", "the link leads nowhere"),
        ("pipe", "is no file"),
        ("way", "the link leads out of its folder and is not followed"),
    ]


def test_what_is_in_a_folder_is_told_by_its_entries_not_file_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    stat = Path.stat

    def told_of(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        asked.append(path)
        return stat(path, follow_symlinks=follow_symlinks)

    (tmp_path / "in").mkdir()
    for at in range(99):
        (tmp_path / "in" / f"{at:02}.jsonl").write_text(PAPER)
    monkeypatch.setattr(Path, "stat", told_of)
    assert names(tmp_path / "in", base=tmp_path) == [f"in/{at:02}.jsonl" for at in range(99)]
    assert len(asked) < 9


def test_a_link_to_itself_is_told_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "circle.jsonl").symlink_to("circle.jsonl")
    (tmp_path / "d.jsonl").write_text(PAPER)
    found, (told,) = sources.files([tmp_path], tmp_path, [])
    assert [file.name for file in found] == ["d.jsonl"]
    assert told.where == "circle.jsonl"


def test_a_source_that_can_not_be_listed_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: str) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(BuildError, match="the source can't be read: Permission denied") as raised:
        sources.files([tmp_path], tmp_path, [])
    assert [problem.where for problem in raised.value.problems] == [str(tmp_path)]


def test_a_folder_that_may_not_be_entered_is_told_and_the_rest_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "lost+found"
    closed.mkdir()
    (tmp_path / "a.jsonl").write_text("{}")
    scan, stat = os.scandir, os.stat

    def scanned(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    def told_of(path: str, *, follow_symlinks: bool = True) -> os.stat_result:
        if closed in Path(path).parents:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "scandir", scanned)
    monkeypatch.setattr(os, "stat", told_of)
    found, told = sources.files([tmp_path], tmp_path, [tmp_path / "site"])
    assert [file.name for file in found] == ["a.jsonl"]
    assert [one.what for one in told] == ["can't be read: Permission denied"]


def test_the_site_inside_a_source_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "papers.jsonl").write_text(PAPER)
    (tmp_path / "a.jsonl").write_text(PAPER)
    assert names(tmp_path, base=tmp_path) == ["a.jsonl"]


def test_no_site_inside_a_source_is_read_wherever_the_next_goes(tmp_path: Path) -> None:
    (tmp_path / "old" / ".sitegen").mkdir(parents=True)
    (tmp_path / "old" / ".sitegen" / "manifest.json").write_text("{}")
    (tmp_path / "old" / "papers.jsonl").write_text(PAPER)
    (tmp_path / "a.jsonl").write_text(PAPER)
    assert names(tmp_path, base=tmp_path) == ["a.jsonl"]


def test_every_missing_source_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as raised:
        sources.files([tmp_path / "x", tmp_path / "y"], tmp_path, [tmp_path / "site"])
    assert [Path(problem.where).name for problem in raised.value.problems] == ["x", "y"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"[tool]\nx = 1\n", "is in no format that is read"),
        (
            b'[{"title": "A",',
            "is in no format that is read; it looks like JSON that is not one",
        ),
        (
            b'{\n  "title": "A"',
            "is in no format that is read; it looks like JSON that is not one",
        ),
        (b"%\n@article{a,\n}", "is in no format that is read; it looks like BibTeX"),
        (b"<!DOCTYPE html>\n<html>", "it looks like HTML, not like the page’s text"),
        (b"TY  - JOUR\nTI  - A\n", "is in no format that is read; it looks like RIS"),
        (b"Title,Abstract\nA,It says.\n", "it looks like a table"),
        (b"%PDF-1.5\n%\xd0\xd4\n", "it looks like PDF"),
        ("A".encode("utf-16"), "byte 0 is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is in no format that is read"),
        (b"Daily Papers\n", "no paper found"),
    ],
)
def test_a_file_that_holds_no_paper_is_reported(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "in"
    path.write_bytes(content)
    items = list(sources.records(sources.InputFile(path, "in")))
    assert all(isinstance(item, Problem) for item in items)
    assert said in " ".join(item.what for item in items if isinstance(item, Problem))


def test_a_file_of_papers_and_faults_holds_papers(tmp_path: Path) -> None:
    path = tmp_path / "in"
    path.write_text(PAPER + "{\n")
    paper, fault = sources.records(sources.InputFile(path, "in"))
    assert isinstance(paper, Record)
    assert isinstance(fault, Problem)
    assert fault.where == "in:2"


def test_what_can_be_done_with_a_file_that_is_not_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "in"
    hints = []
    for content in (b'[{"title": "A"}]', b"<html>\n", "A".encode("utf-16"), b"[tool]\n"):
        path.write_bytes(content)
        hints += [item.hint for item in sources.records(sources.InputFile(path, "in"))]  # type: ignore[union-attr] # are all problems
    assert hints[0] == "jq -c '.[]' FILE writes what an array holds so"
    assert hints[1] == "open it in a browser and copy the text of the page"
    assert hints[2] == f"{hints[3]}; in UTF-8"
    assert hints[3] == "formats read: JSON Lines of papers, text dump of Daily Papers"
