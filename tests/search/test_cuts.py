"""`search.cuts`: shards that were brought up to date are those cut afresh, and most stay."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search import cuts
from sitegen.search.shards import Row, Shard, cut, in_order

KEYS = st.text("abé\uff5e𝑝", min_size=1, max_size=4)
LISTS = st.lists(
    st.dictionaries(KEYS, st.text("x", max_size=30), max_size=40), min_size=1, max_size=6
)


def _value(rows: Sequence[Row]) -> object:
    """Return what a shard holds: its rows."""
    return [list(row) for row in rows]


def _brought(
    last: list[Shard], before: dict[str, str], after: dict[str, str], most: int = 40
) -> list[Shard]:
    """Return the shards of a list that has become another."""
    differ = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    rows = {key: (key, after[key]) if key in after else None for key in differ}
    return cuts.brought(last, rows, _value, most)


@given(LISTS)
def test_shards_that_were_brought_up_to_date_are_those_cut_afresh(
    lists: list[dict[str, str]],
) -> None:
    found, before = list[Shard](), dict[str, str]()
    for after in lists:
        found = _brought(found, before, after)
        rows = [(key, after[key]) for key in in_order(after)]
        assert found == list(cut(rows, _value, 40))
        before = after


@given(st.dictionaries(KEYS, st.text("x", max_size=30), max_size=60), KEYS, KEYS, KEYS)
def test_a_few_edits_in_one_list(
    whole: dict[str, str], added: str, changed: str, removed: str
) -> None:
    found = _brought([], {}, whole)
    after = {**whole, added: "", changed: "xxxxx"}
    after.pop(removed, None)
    rows = [(key, after[key]) for key in in_order(after)]
    assert _brought(found, whole, after) == list(cut(rows, _value, 40))


def test_what_no_change_reaches_stays_the_very_same() -> None:
    whole = {f"{at:05}": "x" * 8 for at in range(20_000)}
    found = _brought([], {}, whole, 1000)
    after = _brought(found, whole, {**whole, "10000a": "x"}, 1000)
    same = {id(shard) for shard in found}
    assert sum(id(shard) not in same for shard in after) <= 8 < len(after) / 20
    assert [*map(id, _brought(after, whole, whole, 1000))] == [*map(id, after)]
