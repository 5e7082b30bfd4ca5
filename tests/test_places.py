"""`places`: the line of everything in a TOML text."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import places

TEXT = '''# no key = here
ban = [  # ] not here
  "a]b",
  'c # d', [1, {
x = 2}],
]
"quoted \\"key\\"" = """
inside = 1
\\"""" # "
rename."a.b" . 'c' = 1979-05-27 07:32:00 # = "
long = \'\'\'
[table]\'\'\'\'

[ topics . "merge" ] # [not]
"A" = { b = "}", c.d = [1,
  2] }
[[rows]]
a = 1
[[rows]]
a = 2
'''


def test_everything_has_its_line() -> None:
    values = tomllib.loads(TEXT.replace("{\nx", "{x"))
    assert values['quoted "key"'] == 'inside = 1\n"'
    assert places.places(TEXT) == {
        ("ban",): 2,
        ("ban", 0): 3,
        ("ban", 1): 4,
        ("ban", 2): 4,
        ("ban", 2, 0): 4,
        ("ban", 2, 1): 4,
        ("ban", 2, 1, "x"): 5,
        ('quoted "key"',): 7,
        ("rename",): 10,
        ("rename", "a.b"): 10,
        ("rename", "a.b", "c"): 10,
        ("long",): 11,
        ("topics",): 14,
        ("topics", "merge"): 14,
        ("topics", "merge", "A"): 15,
        ("topics", "merge", "A", "b"): 15,
        ("topics", "merge", "A", "c"): 15,
        ("topics", "merge", "A", "c", "d"): 15,
        ("topics", "merge", "A", "c", "d", 0): 15,
        ("topics", "merge", "A", "c", "d", 1): 16,
        ("rows",): 17,
        ("rows", 0): 17,
        ("rows", 0, "a"): 18,
        ("rows", 1): 19,
        ("rows", 1, "a"): 20,
    }


def test_what_has_no_line_of_its_own_stands_where_its_holder_does() -> None:
    assert places.line({("a",): 3}, ("a", "b", 0)) == 3
    assert places.line({}, ("a",)) == 1


@pytest.mark.parametrize("content", ["", "\n", "# a", "a=1", "a = 1\r\nb = ''\r\n"])
def test_short_texts(content: str) -> None:
    assert list(places.places(content)) == [(key,) for key in tomllib.loads(content)]


def quoted(value: str) -> str:
    """Return `value` as a TOML string of one line."""
    escaped = "".join(
        char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08x}"
        for char in value
    )
    return f'"{escaped}"'


def written(table: dict[str, Any], way: places.Path) -> Iterator[tuple[str, places.Path | None]]:
    """Yield the lines of a table in TOML, each with what stands on it."""
    inner = {key: value for key, value in table.items() if isinstance(value, dict)}
    for key, value in table.items():
        if key in inner:
            continue
        if isinstance(value, list):
            yield f"{quoted(key)} = [ # {key!r}", (*way, key)
            for index, item in enumerate(value):
                yield f"  {quoted(item)},", (*way, key, index)
            yield "]", None
        else:
            yield f"{quoted(key)} = {quoted(value)}", (*way, key)
    for key, value in inner.items():
        path = (*way, key)
        yield f"[{'.'.join(quoted(str(part)) for part in path)}]", path
        yield from written(value, path)


TABLES = st.recursive(
    st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.lists(st.text(max_size=5))),
    lambda inner: st.dictionaries(st.text(max_size=5), inner | st.text(max_size=5), max_size=4),
    max_leaves=8,
)


@given(TABLES)
def test_lines_are_those_that_were_written(table: dict[str, Any]) -> None:
    lines = list(written(table, ()))
    content = "\n".join(line for line, _ in lines)
    assert tomllib.loads(content) == table
    assert places.places(content) == {way: at for at, (_, way) in enumerate(lines, 1) if way}
