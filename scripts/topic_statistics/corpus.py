"""The papers of a JSON Lines corpus and the keywords that their authors gave."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from typing import cast

from sitegen import text
from sitegen.model import Paper
from sitegen.topics import tokens

Row = Mapping[str, object]

# Keywords of these are picked from a list or a taxonomy: they name terms, but the authors of
# one paper did not choose them freely, so that they tell nothing of its own phrases.
_TAXONOMIES = {("ijcai", None), ("iclr", 2017)}
_PARENTHESES = re.compile(r"\s*\([^)]*\)")


def read(corpus: str) -> Iterator[Row]:
    """Yield the objects of a JSON Lines file, compressed or not."""
    with (gzip.open if corpus.endswith(".gz") else open)(corpus, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def paper_of(row: Row) -> Paper:
    """Return title and abstract of one object as a paper."""
    title, abstract = str(row["title"]), str(row["abstract"])
    return Paper(id="", slug="", title=text.line(title), abstract=text.normal(abstract))


def is_free(row: Row) -> bool:
    """Tell whether a paper's authors chose its keywords freely."""
    venue, year = row.get("venue"), row.get("year")
    return bool(row.get("keywords")) and not {(venue, None), (venue, year)} & _TAXONOMIES


def keywords_of(row: Row, long_forms: Mapping[str, str]) -> set[str]:
    """Return the keys of a paper's keywords."""
    keywords = cast("list[str]", row.get("keywords") or [])
    keys = (
        tokens.key(_PARENTHESES.sub("", keyword.rpartition(":")[2].strip()))
        for keyword in keywords
    )
    return {long_forms.get(key, key) for key in keys if key}
