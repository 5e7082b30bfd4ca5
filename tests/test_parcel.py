"""`jobs.parcel`: what is sent to another process arrives as it was."""

import pickle
import sys
from dataclasses import fields, is_dataclass
from typing import TypeVar

import making
from sitegen import topics
from sitegen.config import Config
from sitegen.jobs.parcel import Parcel
from sitegen.topics import Answer, Question

A = TypeVar("A")

# To have slots, a dataclass is made twice: the first is no longer what its module names.
KINDS = [
    kind
    for kind in Parcel.__subclasses__()
    if vars(sys.modules[kind.__module__])[kind.__name__] is kind
]


def sent(value: A) -> A:
    """Return what another process gets."""
    return pickle.loads(pickle.dumps(value))  # type: ignore[no-any-return]  # noqa: S301


def test_the_slots_of_a_kind_are_its_fields_in_their_order() -> None:
    # Its fields are sent in that order, and nothing else.
    assert len(KINDS) > 30
    for kind in KINDS:
        assert is_dataclass(kind)
        assert [each.name for each in fields(kind)] == list(vars(kind)["__slots__"])


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
