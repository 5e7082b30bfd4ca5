"""The language of pages and of the texts on them."""

import re

from making import files, paper, site
from sitegen import artifacts, theme
from sitegen.config import Config
from sitegen.model import Neighbour, Tag, Topic
from sitegen.rendering import Renderer


def said(language: str) -> dict[str, list[str]]:
    """Return for each page the elements that say a language, and which."""
    papers = [paper(ident, published="2024") for ident in "abcdefghi"]
    topic = Topic("x", "X", tuple("abcdefghi"))
    tags = {one.id: (Tag("x"),) for one in papers}
    library = site(papers, [topic], tags, {"a": (Neighbour("b", ("sparse",)),)})
    renderer = Renderer(theme.load(None))
    config = Config(language=language, description="Ce que nous lisons.")
    made = {
        file.path: artifacts.content(file, renderer).decode()
        for file in files(library, config)
        if file.path.endswith(".html")
    }
    return {
        path: [f"{name} {tag}" for name, tag in re.findall(r'<(\w+)[^>]* lang="([^"]*)"', html)]
        for path, html in made.items()
    }


def test_the_texts_of_the_library_say_their_language_where_it_is_not_the_pages() -> None:
    found = said("fr")
    assert {languages[0] for languages in found.values()} == {"html en"}
    assert {"h1 fr", "div fr", "ol fr"} <= {*found["papers/a.html"]}
    assert {"h1 fr", "ol fr"} <= {*found["topics/x.html"]}
    assert {"p fr", "ol fr"} <= {*found["index.html"]}
    assert "ol fr" in found["papers.html"]
    assert "ol fr" in found["search.html"]


def test_nothing_is_said_twice_where_both_are_english() -> None:
    assert {tuple(languages) for languages in said("en").values()} == {("html en",)}
    assert {tuple(languages) for languages in said("en-GB").values()} == {("html en-GB",)}
