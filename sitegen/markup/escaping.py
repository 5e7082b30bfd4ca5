"""Text as it may stand in HTML."""

from markupsafe import escape


def escaped(words: str) -> str:
    """Return plain text with the characters that HTML reads as its own escaped."""
    # Most texts hold none of them, and to find that out is cheap.
    if "&" in words or "<" in words or ">" in words or "'" in words or '"' in words:
        return str(escape(words))
    return words
