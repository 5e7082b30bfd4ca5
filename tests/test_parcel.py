"""`jobs.parcel`: what is sent to another process arrives as it was."""

import pickle
from typing import TypeVar

import making
from sitegen import topics
from sitegen.config import Config
from sitegen.jobs.parcel import Parcel
from sitegen.topics import Answer, Question

A = TypeVar("A")


def sent(value: A) -> A:
    """Return what another process gets."""
    return pickle.loads(pickle.dumps(value))  # type: ignore[no-any-return]  # noqa: S301


def test_every_kind_is_frozen() -> None:
    kinds = Parcel.__subclasses__()
    assert len(kinds) > 30
    assert all(kind.__struct_config__.frozen for kind in kinds)


def test_every_file_of_a_site_arrives_as_it_was() -> None:
    papers = making.seeds()[:12]
    tagging = topics.tag(papers)
    library = making.site(papers, topics=tagging.topics, tags=tagging.tags)
    files = making.files(library, Config())
    assert sent(files) == files
    assert sent(tagging) == tagging


def test_what_a_paper_is_asked_and_answers_arrives_as_it_was() -> None:
    question = Question(making.seeds()[0], (("model", ("model", "models")),), ())
    (answer,) = topics.answered([question])
    assert sent(question) == question
    assert isinstance(sent(answer), Answer)
    assert sent(answer) == answer
