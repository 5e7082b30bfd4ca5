"""What is offered where nothing is found leads to something."""

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, site
from scripting import Node
from sitegen import search

LIBRARY = (
    paper("field", "Neural networks", abstract="On the QMQ test."),
    paper("other", "Graph networks", abstract="A theory."),
)

SPELLINGS = {
    '"zzz qqq"': None,
    '"qqq zzz"': None,
    '"networks zzz qqq"': None,
    "zzz title:qqq": None,
    '"neural netwroks" zzz': None,
    '"qqq test"': '"qmq test"',
    '"netwroks qqq"': '"networks qmq"',
    "graph -zzz title:qqq": "graph -zzz title:qmq",
}


@pytest.mark.parametrize("query", SPELLINGS)
def test_a_spelling_is_offered_where_no_word_stays_missing(node: Node, query: str) -> None:
    files = dict(search.files(LIBRARY, {}, {}))
    given = {"files": files, "similar": False, "queries": [query]}
    assert node("find.cjs", given)["answers"][0]["nearest"] == SPELLINGS[query]


@pytest.mark.browser
def test_no_offer_leads_to_nothing(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(site(LIBRARY), tmp_path_factory.mktemp("offered"))
    tab = reader.open(folder.as_uri() + "/", 'search.html?q="zzz+qqq"')
    offers = tab.locator("#search-empty")
    expect(offers).to_contain_text("may find more")
    expect(offers.get_by_role("link")).to_have_count(0)
    tab.locator("#q").fill('"qqq test"')
    offers.get_by_role("link", name='"qmq test"').click()
    expect(tab.locator("#results li[data-paper-id]")).to_have_count(1)
