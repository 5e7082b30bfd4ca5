"""`search.topics`: the rows that a long index of topics is filtered by."""

import json

import lettered
from making import files, paper, site
from sitegen import search, urls
from sitegen.config import Config, Feature, Search
from sitegen.model import Site, Topic
from sitegen.search.scripts import FORMAT
from sitegen.search.topics import rows

SMALL = [
    Topic("b", "B", ("x", "y"), parent="c", phrases=("1", "2", "3", "4")),
    Topic("a", "A", ("x",), parent="unlisted"),
    Topic("c", "C", ("x", "y", "z")),
]


def test_rows_go_by_size_and_name_the_row_of_the_broader_topic() -> None:
    assert rows(SMALL) == [
        ("c", "C", 3, -1, ""),
        ("b", "B", 2, 0, "1, 2, 3"),
        ("a", "A", 1, -1, ""),
    ]


def paths(library: Site, config: Config) -> set[str]:
    return {file.path for file in files(library, config)}


def test_rows_are_published_where_the_index_is_in_parts() -> None:
    large = lettered.library()
    assert urls.TOPICS_SCRIPT in paths(large, Config(search=Search(enabled=False)))
    assert urls.TOPICS_SCRIPT not in paths(large, Config(topics=Feature(enabled=False)))
    unlisted = Topic("unlisted", "U", ("x",), listed=False)
    small = site([paper(ident) for ident in "xyz"], [*SMALL, unlisted])
    assert urls.TOPICS_SCRIPT not in paths(small, Config())


def test_the_script_hands_over_its_rows_as_json() -> None:
    script = search.topics_script(SMALL)
    text = script.removeprefix("sitegen.register('topics','").removesuffix(f"',{FORMAT});\n")
    assert [tuple(row) for row in json.loads(text)] == rows(SMALL)
