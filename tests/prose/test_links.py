"""`prose.links`: what is looked for only where it may be is found all the same."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.prose import links

PIECES = (
    "https://", "www.", "a.b", "x.github.io", "x.GitHub.IO", "me@", "c.d", " ", "github.com/",
    "arxiv:", "1234.56789", "doi:", "10.1234/", "abc", "/", "(", ")", ".", "cs.LG/1234567", "v2",
    "HTTP://", "hugg\u0131ngface.co/", "\\href{", "\u017f",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_texts_without_addresses_of_any_word_are_read_as_all_are(source: str) -> None:
    # Behind the address of a person, which is found wherever one may be, nothing is left out.
    told = f"{source} someone@example.org"
    within = [span for span in links.find(told, 0, len(told)) if span.end <= len(source)]
    assert list(links.find(source, 0, len(source))) == within
