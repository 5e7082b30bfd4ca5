"""`importers.encodings`: UTF-8 that was read as something else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.importers.encodings import restored

# What takes bytes for letters has these for those that go on with a character of UTF-8.
GOING_ON = bytes(range(0x80, 0xC0))
AFTER = GOING_ON.decode("cp1252", "ignore") + GOING_ON.decode("latin-1")
# What European names and typography have; capitals with accents behind other capitals are left.
LETTERS = "éèêëáàâäãåçñóòôöõøíìîïúùûüšžčćěřłńśźżğışαβγδεπσω≤≥∈→’‘“”–—…™°±×"


def misread(value: str, encoding: str) -> str:
    """Return `value` as who takes its UTF-8 for `encoding` reads it; gaps are controls."""
    return "".join(
        bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in value.encode()
    )


@given(
    st.lists(st.sampled_from([*LETTERS, "a", "b", " "])).map("".join),
    st.sampled_from(["cp1252", "latin-1"]),
)
def test_what_was_misread_is_read_again(value: str, encoding: str) -> None:
    assert restored(misread(value, encoding)) == value


@given(st.text(st.characters(categories=["L", "N", "Z"], exclude_characters=AFTER)))
@example("Âme à l’Île Ö")
def test_letters_are_left_alone(value: str) -> None:
    assert restored(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "« CAFÉ »", "CHÂ»", "MAÇÃ’s", "NÃO", "„Ä“ and „Å“", "5 Å–7 Å", "Ångström’s", "â€", "âme",
        "naïve – Â", "Ιλιάδα – ΙΛΙΆΔΑ…",
    ],
)  # fmt: skip
def test_letters_before_signs_are_left_alone(value: str) -> None:
    assert restored(value) == value


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("the robot\x92s \x93map\x94", "the robot’s “map”"),
        ("systemÃ¢Â€Â™s", "system’s"),
        ("ï»¿Maps", "\ufeffMaps"),
        ("LluÃ\xads", "Lluís"),
        ("eï¬€ect", "eﬀect"),
    ],
)
def test_other_ways_to_misread(given: str, expected: str) -> None:
    assert restored(given) == expected
