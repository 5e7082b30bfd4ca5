"""Texts that were written as UTF-8 and read as something else on their way here."""

import re

# What Windows' table of Western letters has for bytes that begin no character of UTF-8; the five
# that it has nothing for stay controls, as in Latin-1.
_WESTERN = {
    char: byte
    for byte in range(0x80, 0x100)
    for char in {bytes([byte]).decode("cp1252", "ignore"), chr(byte)} - {""}
}
_AFTER = "".join(char for char, byte in _WESTERN.items() if byte < 0xC0)
_CLASS = f"[{re.escape(_AFTER)}]"
# No language has such pairs; but a capital with an accent may end a word of capitals in front of
# a sign, and quotation marks may stand behind a letter that is spoken of.
_READ_WRONG = re.compile(
    rf"â[€‚„†ˆ‰\x80\x82\x84\x86\x88\x89]{_CLASS}|ï¬{_CLASS}|ï»¿|Ã¢Â[€\x80]Â{_CLASS}"
    rf"|(?<![A-ZÀ-Þ])(?:Ã{_CLASS}|Â[\xa0-\xbf]|[ÄÅÎÏ](?![»’‘“”–—…]){_CLASS})"
)
_LEADS = re.compile("[âïÃÂÄÅÎÏ\x91-\x97\x99]")
_CONTROL = re.compile("[\x91-\x97\x99]")
_TIMES = 3


def restored(value: str) -> str:
    """Return `value` with the letters that it was written with where that is certain.

    UTF-8 that was read as Latin-1 or Windows-1252 turns *é* into *Ã©*, once or several times;
    Windows-1252 that was read as Latin-1 turns quotation marks and dashes into controls.
    """
    if value.isascii() or not _LEADS.search(value):
        return value
    for _ in range(_TIMES):
        value, count = _READ_WRONG.subn(_decoded, value)
        if not count:
            break
    return _CONTROL.sub(lambda control: control[0].encode("latin-1").decode("cp1252"), value)


def _decoded(match: re.Match[str]) -> str:
    """Return the character that was read as several."""
    try:
        return bytes(_WESTERN[char] for char in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
