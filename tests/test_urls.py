"""`urls`: paths, the way back, addresses."""

from sitegen import urls


def test_the_way_back_to_the_root() -> None:
    assert urls.root(urls.HOME) == ""
    assert urls.root(urls.paper("x")) == "../"


def test_the_way_from_a_folder_to_a_page() -> None:
    page = urls.paper("x")
    assert urls.way(page, urls.folder(urls.HOME)) == "papers/x.html"
    assert urls.way(page, urls.folder(urls.paper("y"))) == "x.html"
    assert urls.way(page, urls.folder(urls.topic("y"))) == "../papers/x.html"


def test_a_part_of_a_topic_is_never_another_topics_page() -> None:
    assert urls.topic_part("a", "b") != urls.topic("a-b")


def test_hrefs_are_percent_encoded() -> None:
    assert urls.href("papers/图#?.html") == "papers/%E5%9B%BE%23%3F.html"
    assert urls.doi('10.1000/x"><b>') == "https://doi.org/10.1000/x%22%3E%3Cb%3E"
