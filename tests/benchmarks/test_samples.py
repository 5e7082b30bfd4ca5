"""Samples are fixed, and no paper that is measured carries its keywords."""

import gzip
import json
from pathlib import Path

import pytest

from measuring import background, corpus
from measuring.corpus import Corpus, Row


def row(ident: str, venue: str = "colm", year: int = 2024, **fields: object) -> Row:
    """Return one paper of a corpus."""
    paper = {"id": ident, "title": f"On {ident}", "abstract": "A text.", "keywords": ["a key"]}
    return {**paper, "venue": venue, "year": year, **fields}


def written(folder: Path, train: list[Row], dev: list[Row]) -> Corpus:
    """Return a corpus of these papers."""
    for name, rows in (("train", train), ("dev", dev)):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(each) + "\n" for each in rows)
    return Corpus(folder)


@pytest.mark.parametrize(
    ("paper", "free"),
    [
        (row("1"), True),
        (row("2", "iclr", 2018), True),
        (row("3", "iclr", 2017), False),
        (row("4", "ijcai"), False),
        (row("5", keywords=[]), False),
        (row("6", keywords=None), False),
    ],
)
def test_keywords_are_free_where_authors_choose_them(paper: Row, *, free: bool) -> None:
    assert corpus.is_free(paper) is free


def test_a_sample_does_not_depend_on_the_order_of_papers_and_begins_with_smaller_ones() -> None:
    papers = [row(str(number)) for number in range(50)]
    sample = corpus.drawn(papers, 10, "one")
    assert corpus.drawn(reversed(papers), 10, "one") == sample
    assert corpus.drawn(papers, 4, "one") == sample[:4]
    assert corpus.drawn(papers, 10, "another") != sample


@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.jsonl.gz"])
def test_a_corpus_is_read_whether_it_is_compressed_or_not(tmp_path: Path, name: str) -> None:
    said = [row("\u2028 a"), row("b")]
    content = "\n\n".join(json.dumps(each, ensure_ascii=False) for each in said).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert list(corpus.rows(path)) == said
    assert [line[-2:] for line in corpus.lines(path)] == ["}\n", "}\n"]


def test_papers_have_their_text_and_no_keywords() -> None:
    (paper,) = corpus.library([row("1", title="A\n title", abstract=" Text. ")])
    assert (paper.id, paper.title, paper.abstract) == ("1", "A title", "Text.")
    assert paper.keywords == ()


def test_seeds_have_no_keywords() -> None:
    found = corpus.seeds()
    assert len(found) > 200
    assert not any(paper.keywords for paper in found)


def test_dev_keeps_free_keywords_alone(tmp_path: Path) -> None:
    found = written(tmp_path, [row("1"), row("2", keywords=[])], [row("3"), row("4", "ijcai")])
    assert [each["id"] for each in found.dev] == ["3"]
    assert [each["id"] for each in found.keyworded] == ["1"]
    assert {each["id"] for each in found.mixed} == {"1", "2"}
    assert [each["id"] for each in found.everything()] == ["1", "2", "3", "4"]


def test_each_paper_of_train_is_in_one_half(tmp_path: Path) -> None:
    train = [row(str(number)) for number in range(60)]
    found = written(tmp_path, train, [])
    halves = {name: list(background.rows(found, name)) for name in background.HALVES}
    assert min(map(len, halves.values())) > 15
    assert sorted(each["id"] for half in halves.values() for each in half) == sorted(
        each["id"] for each in train
    )
    assert [background.other(name) for name in background.HALVES] == ["b", "a"]
