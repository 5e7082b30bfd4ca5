"""`views`: what pages are made of."""

from making import paper, site
from sitegen import views
from sitegen.config import Config, Feature, Search
from sitegen.model import Evidence, Links, Neighbour, Paper, Site, Tag, Topic
from sitegen.views import pieces, values
from sitegen.views.listed import Listed, counted

TAGS = {
    "a": (
        Tag("x", (Evidence("title", 0, 5), Evidence("abstract", 0, 8))),
        Tag("y", (Evidence("abstract", 0, 8),)),
    ),
    "b": (Tag("x"),),
}


def small() -> Site:
    papers = [paper("a", links=Links(code=("https://github.com/x/y",))), paper("b"), paper("c")]
    topics = [Topic("x", "X", ("a", "b")), Topic("y", "Y", ("a",), listed=False)]
    return site(papers, topics, TAGS, {"a": (Neighbour("b", ("sparse",)),)})


def pages(library: Site, config: Config | None = None) -> dict[str, values.Page]:
    found = views.pages(library, config or Config())
    return {path: views.page(draft) for path, draft in found}


def test_every_paper_and_topic_has_a_page() -> None:
    assert sorted(pages(small())) == [
        "404.html", "index.html", "map.html", "papers.html", "papers/a.html", "papers/b.html",
        "papers/c.html", "search.html", "topics.html", "topics/x.html", "topics/y.html",
    ]  # fmt: skip


def test_what_is_switched_off_has_no_page() -> None:
    found = pages(small(), Config(topics=Feature(enabled=False), search=Search(enabled=False)))
    assert not {"map.html", "search.html", "topics.html"} & found.keys()


def test_a_paper_shows_its_evidence_once_for_all_topics() -> None:
    page = pages(small())["papers/a.html"]
    assert isinstance(page, values.PaperPage)
    assert page.abstract_passages == (pieces.Passage(0, 8, ("1", "2")),)
    both, one = page.topics
    assert [(m.phrase, m.places) for m in both.mentions] == [
        ("Title", "title"),
        ("Abstract", "abstract"),
    ]
    assert [(m.phrase, m.places) for m in one.mentions] == [("Abstract", "abstract")]
    assert [(r.paper.url, r.words) for r in page.related] == [("papers/b.html", ("sparse",))]
    assert [link.name for link in page.links] == ["Code: github.com/x/y"]


def test_evidence_is_in_reading_order_whichever_topic_it_is_of() -> None:
    tags = {
        "a": (Tag("x", (Evidence("abstract", 9, 11),)), Tag("y", (Evidence("abstract", 0, 8),)))
    }
    topics = [Topic("x", "X", ("a",)), Topic("y", "Y", ("a",))]
    page = pages(site([paper("a")], topics, tags))["papers/a.html"]
    assert isinstance(page, values.PaperPage)
    assert page.abstract_passages == (
        pieces.Passage(0, 8, ("2",)),
        pieces.Passage(9, 11, ("1",)),
    )


def test_the_page_of_a_project_is_not_called_code() -> None:
    links = Links(page="https://a.org", project=("https://x.github.io/y/",))
    made = pages(site([paper("a", links=links)]))
    page, listed = made["papers/a.html"], made["papers.html"]
    assert isinstance(page, values.PaperPage)
    assert [link.name for link in page.links] == ["Page", "Project: x.github.io/y"]
    assert isinstance(listed, values.PapersPage)
    assert not any(card.code for card in listed.cards)


def test_a_paper_leads_to_all_there_is_of_it_and_tells_programs_what_it_is() -> None:
    links = Links("2401.00001", "10.1/x", "https://a.org/p.pdf", "https://a.org")
    told = {"published": "2024-05-31", "venue": "ICML 2024", "keywords": ("sums", "series")}
    one = paper("a", r"On $\alpha$", authors=("Ada L", "Emmy N"), links=links, **told)
    page = pages(site([one]))["papers/a.html"]
    assert isinstance(page, values.PaperPage)
    assert (page.shell.title, page.venue, page.published) == ("On α", "ICML 2024", "2024-05-31")
    assert [(link.name, link.url) for link in page.links] == [
        ("arXiv", "https://arxiv.org/abs/2401.00001"),
        ("DOI", "https://doi.org/10.1/x"),
        ("PDF", "https://a.org/p.pdf"),
        ("Page", "https://a.org"),
    ]
    assert [(each.name, each.content) for each in page.metadata] == [
        ("citation_title", "On α"),
        ("citation_author", "Ada L"),
        ("citation_author", "Emmy N"),
        ("citation_publication_date", "2024/05/31"),
        ("citation_conference_title", "ICML 2024"),
        ("citation_doi", "10.1/x"),
        ("citation_arxiv_id", "2401.00001"),
        ("citation_pdf_url", "https://a.org/p.pdf"),
        ("citation_keywords", "sums; series"),
    ]


def test_a_paper_of_which_little_is_known_tells_no_more() -> None:
    page = pages(site([paper("a")]))["papers/a.html"]
    assert isinstance(page, values.PaperPage)
    assert (page.links, page.venue, page.published) == ((), "", "")
    assert [each.name for each in page.metadata] == ["citation_title"]


def test_pages_are_english_and_say_where_the_papers_are_not() -> None:
    for language, of_page, texts in [("en", "en", ""), ("en-GB", "en-GB", ""), ("fr", "en", "fr")]:
        made = pages(small(), Config(language=language))
        not_found = made.pop("404.html")
        assert isinstance(not_found, values.NotFoundPage)
        assert not_found.language == of_page
        shells = [
            page.shell for page in made.values() if not isinstance(page, values.NotFoundPage)
        ]
        assert {(shell.language, shell.texts) for shell in shells} == {(of_page, texts)}


def test_a_page_is_described_by_as_much_of_its_abstract_as_search_engines_show() -> None:
    page = pages(site([paper("a", abstract="We study sums. " * 40)]))["papers/a.html"]
    assert isinstance(page, values.PaperPage)
    assert 100 < len(page.shell.description) <= 155
    assert page.shell.description.endswith("…")


def test_many_authors_are_folded_and_named_all() -> None:
    for count, shown in [(36, 36), (37, 30), (3000, 30)]:
        people = tuple(f"A. B{n}" for n in range(count))
        page = pages(site([paper("a", authors=people)]))["papers/a.html"]
        assert isinstance(page, values.PaperPage)
        assert (len(page.people), page.people + page.more_people) == (shown, people)
        named = [each for each in page.metadata if each.name == "citation_author"]
        assert len(named) == min(count, 300)


def test_topics_of_few_papers_have_little_weight_even_where_none_has_more() -> None:
    def weights(*counts: int) -> list[int]:
        topics = [Listed(f"t{n}", "T", count) for n, count in enumerate(counts)]
        return [each.weight for each in counted(topics)]

    assert weights(53, 27, 26, 14, 13, 7, 6, 1) == [4, 4, 3, 3, 2, 2, 1, 1]
    assert weights(8, 5, 4, 2) == [4, 3, 3, 2]
    assert weights(3, 2, 2, 1) == [2, 2, 2, 1]
    assert weights() == []


def test_a_paper_leads_on_in_its_first_topic() -> None:
    found = pages(small())
    first, last, alone = (found[f"papers/{ident}.html"] for ident in "abc")
    assert isinstance(first, values.PaperPage)
    assert isinstance(last, values.PaperPage)
    assert isinstance(alone, values.PaperPage)
    assert first.step
    assert (first.step.previous, first.step.following and first.step.following.url) == (
        None,
        "papers/b.html",
    )
    assert last.step
    assert (last.step.previous and last.step.previous.url, last.step.following) == (
        "papers/a.html",
        None,
    )
    assert alone.step is None


def test_a_paper_in_the_middle_leads_both_ways() -> None:
    papers = [paper(ident) for ident in "abcd"]
    tags = {ident: (Tag("x"),) for ident in "abcd"}
    page = pages(site(papers, [Topic("x", "X", tuple("dbca"))], tags))["papers/c.html"]
    assert isinstance(page, values.PaperPage)
    assert page.step
    assert page.step.previous
    assert page.step.following
    assert (page.step.previous.url, page.step.following.url) == ("papers/b.html", "papers/a.html")


def test_the_topic_of_one_paper_has_a_page_and_stands_in_no_index() -> None:
    found = pages(small())
    assert "topics/y.html" in found
    home, index = found["index.html"], found["topics.html"]
    assert isinstance(home, values.HomePage)
    assert isinstance(index, values.TopicsPage)
    assert ([topic.name for topic in home.topics], home.topic_count) == (["X"], 1)
    assert [[one.topic.name for one in each.entries] for each in index.letters] == [["X"]]
    search = found["search.html"]
    assert isinstance(search, values.SearchPage)
    assert [topic.name for topic in search.topics] == ["X"]


def test_the_topic_of_one_paper_is_listed_where_the_owner_wants_it() -> None:
    found = pages(site([paper("a")], [Topic("x", "X", ("a",))], {"a": (Tag("x"),)}))
    home = found["index.html"]
    assert isinstance(home, values.HomePage)
    assert [(topic.name, topic.count) for topic in home.topics] == [("X", 1)]


def test_a_topic_that_no_paper_has_can_be_listed() -> None:
    home = pages(site([paper("a")], [Topic("x", "X", ())]))["index.html"]
    assert isinstance(home, values.HomePage)
    assert [(topic.name, topic.count) for topic in home.topics] == [("X", 0)]


def test_long_lists_come_in_parts_that_lead_to_each_other() -> None:
    papers = [paper(f"{'ab'[n % 2]}{n:03}") for n in range(400)]
    topic = Topic("x", "X", tuple(one.id for one in papers))
    found = pages(site(papers, [topic], {one.id: (Tag("x"),) for one in papers}))
    whole, part = found["papers.html"], found["papers-b.html"]
    assert isinstance(whole, values.PapersPage)
    assert isinstance(part, values.PartPage)
    assert (whole.cards, [p.count for group in whole.parts for p in group.links]) == (
        (),
        [200, 200],
    )
    assert part.previous
    assert (part.previous.url, part.following, len(part.cards)) == ("papers-a.html", None, 200)
    listed = found["topics/x.html"]
    assert isinstance(listed, values.TopicPage)
    assert [p.url for group in listed.parts for p in group.links] == [
        "topics/x--a.html",
        "topics/x--b.html",
    ]


def test_home_shows_the_newest_where_dates_are_known() -> None:
    dated: list[Paper] = [
        paper("a", published="2023"),
        paper("b", published="2024-02"),
        paper("c"),
    ]
    home = pages(site(dated))["index.html"]
    assert isinstance(home, values.HomePage)
    assert [card.id for card in home.newest] == ["b", "a"]
    undated = pages(small())["index.html"]
    assert isinstance(undated, values.HomePage)
    assert undated.newest == ()


def test_only_a_site_url_gives_absolute_links() -> None:
    found = pages(small(), Config(site_url="https://a.b/c"))
    missing, one = found["404.html"], found["papers/a.html"]
    assert isinstance(missing, values.NotFoundPage)
    assert isinstance(one, values.PaperPage)
    assert missing.home == "https://a.b/c/index.html"
    assert one.shell.canonical == "https://a.b/c/papers/a.html"
    nowhere = pages(small())["404.html"]
    assert isinstance(nowhere, values.NotFoundPage)
    assert nowhere.home is None
