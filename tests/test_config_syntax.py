"""`config`: what is no TOML is told as its writer can mend it."""

from pathlib import Path

import pytest

from configuring import faults
from sitegen import config
from sitegen.errors import UsageError


def test_what_is_no_toml_is_told_with_what_to_write(tmp_path: Path) -> None:
    assert faults(tmp_path, "title = Mine") == [
        (
            "sitegen.toml:1: is not TOML: Invalid value (text stands in straight quotes, as in "
            'title = "…"; true and false are in small letters)'
        )
    ]
    assert faults(tmp_path, "\n\nsources = [1\n\n") == [
        "sitegen.toml:3: is not TOML: Unclosed array (a comma or a closing bracket is missing)"
    ]
    assert faults(tmp_path, "[topics]\n[topics]\n") == [
        (
            "sitegen.toml:2: is not TOML: Cannot declare [topics] twice "
            "(each key and each [table] may stand once)"
        )
    ]


@pytest.mark.parametrize(
    "content",
    [
        'title = "a\n', "title = 'a\n", 'title = "a', "enabled = True", 'theme = "C:\\Users"',
        'theme = "C:\\My"', 'a = "1"\na = "2"', "[a.b]\n[a.b]", "sources = [1 2]",
        "title = 'it's'", "title: x", "]", "[topics",
    ],
)  # fmt: skip
def test_every_common_slip_in_toml_has_a_hint(tmp_path: Path, content: str) -> None:
    [said] = faults(tmp_path, content)
    assert "is not TOML: " in said
    assert said.endswith(")")


def test_a_file_in_another_encoding_is_told_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text("ban = []", encoding="utf-16")
    assert faults(tmp_path, "") == ["topics.toml: byte 0 is not UTF-8 (save it as UTF-8)"]


@pytest.mark.parametrize(
    "content", [r'theme = "C:\new"', r'output = "C:\temp"', r'sources = ["a", "C:\readings"]']
)
def test_a_path_whose_backslash_became_another_sign_is_told(tmp_path: Path, content: str) -> None:
    [said] = faults(tmp_path, content)
    assert "holds a tab or the end of a line (" in said
    assert said.endswith("write paths with /)")


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "sitegen.toml"
    path.write_bytes(b'title = "\xff"')
    with pytest.raises(UsageError, match="byte 9 is not UTF-8"):
        config.load(path)
