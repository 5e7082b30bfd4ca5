"""`plan`: what to write, keep and delete, and why."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.plan import Key, State, plan

OLD = State(
    "1",
    {"templates/a.html": "x", "templates/b.html": "x"},
    {
        "a.html": Key("templates/a.html", "1"),
        "b.html": Key("templates/b.html", "1"),
        "c.css": Key("", "1"),
        "gone.html": Key("templates/a.html", "1"),
    },
)


def test_each_file_is_written_for_the_reason_that_it_has() -> None:
    new = State(
        "1",
        {"templates/a.html": "y", "templates/b.html": "x"},
        {
            "a.html": Key("templates/a.html", "1"),
            "b.html": Key("templates/b.html", "2"),
            "c.css": Key("", "1"),
            "d.html": Key("templates/b.html", "1"),
        },
    )
    found = plan(OLD, new)
    assert found.write == {
        "a.html": "templates/a.html changed",
        "b.html": "what it shows changed",
        "d.html": "new",
    }
    assert found.keep == ("c.css",)
    assert found.delete == ("gone.html",)


def test_what_is_damaged_is_written_again() -> None:
    found = plan(OLD, OLD, ["c.css", "a.html"])
    assert dict.fromkeys(found.write.values()) == {"missing or changed on disk": None}
    assert set(found.write) == {"a.html", "c.css"}


def test_another_engine_makes_everything_anew() -> None:
    found = plan(OLD, State("2", OLD.recipes, OLD.files))
    assert list(found.write) == list(OLD.files)
    assert set(found.write.values()) == {"sitegen or a library changed"}


def test_a_file_made_in_another_way_is_written() -> None:
    found = plan(OLD, State("1", OLD.recipes, {"c.css": Key("templates/a.html", "1")}))
    assert found.write == {"c.css": "made in another way"}


KEYS = st.builds(Key, st.sampled_from(["", "r", "s"]), st.sampled_from(["", "1", "2"]))
STATES = st.builds(
    State,
    st.sampled_from("12"),
    st.fixed_dictionaries({"r": st.sampled_from("12"), "s": st.sampled_from("12")}),
    st.dictionaries(st.sampled_from("abcdef"), KEYS),
)


@given(STATES, STATES, st.sets(st.sampled_from("abcdef")))
def test_nothing_stale_is_kept_and_nothing_fresh_is_written(
    old: State, new: State, damaged: set[str]
) -> None:
    found = plan(old, new, damaged)
    assert {*found.write, *found.keep} == set(new.files)
    assert not set(found.write) & set(found.keep)
    assert set(found.delete) == set(old.files) - set(new.files)
    for path in new.files:
        assert (path in found.keep) == (
            _made(old, path) == _made(new, path) and path not in damaged
        )


def _made(state: State, path: str) -> object:
    """All that a file is made of, or a fresh object where there is none, or nobody knows it."""
    key = state.files.get(path)
    known = key and key.content
    return (state.engine, key, state.recipes.get(key.recipe)) if key and known else object()
