"""What TeX's commands stand for."""

from latex2mathml.symbols_parser import SYMBOLS

from sitegen.prose import symbols


def test_what_is_told_without_the_tables_is_what_they_say() -> None:
    table = symbols.table()
    assert {name: table[name] for name in symbols.USUAL} == symbols.USUAL
    assert chr(int(SYMBOLS[r"\varepsilon"], 16)) == symbols.symbol("varepsilon") == "ε"


def test_other_commands_are_looked_up() -> None:
    assert symbols.symbol("lessdot") == "⋖"
    assert symbols.symbol("nosuchcommand") is None
