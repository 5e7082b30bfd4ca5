"""A paper as a BibTeX entry."""

import re

from sitegen import prose, text
from sitegen.model import Paper

_ESCAPES = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\textbraceleft{}",  # BibTeX counts braces behind a backslash too
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_NOT_KEY = re.compile(r"[^A-Za-z0-9]+")
_NOT_VERBATIM = re.compile(r"[\s{}\\]+")
_TELLING = 4
AUTHORS = 300
"""So many authors are cited; more are *others*."""
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "on",
        "of",
        "in",
        "for",
        "to",
        "and",
        "with",
        "from",
        "by",
        "at",
        "is",
        "are",
        "can",
        "do",
        "does",
        "how",
    ]
)


def bibtex(paper: Paper) -> str:
    """Return the BibTeX entry of `paper`, fields it lacks left out.

    Special characters are escaped, capitals are protected from a style's lower-casing, URL
    and DOI stand verbatim.
    """
    kind = "inproceedings" if paper.venue else "misc"
    arxiv = paper.links.arxiv
    others = ["others"] if len(paper.authors) > AUTHORS else []
    fields = {
        "title": _protected(prose.plain(paper.title)),
        "author": " and ".join([*map(_person, paper.authors[:AUTHORS]), *others]),
        "booktitle": _escaped(paper.venue or ""),
        "year": paper.year or "",
        "eprint": _verbatim(arxiv or ""),
        "archiveprefix": "arXiv" if arxiv else "",
        "doi": _verbatim(paper.links.doi or ""),
        "url": _verbatim(paper.links.page or paper.links.pdf or ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{_key(paper)},", *lines, "}"])


def _escaped(value: str) -> str:
    """Return `value` with the characters that TeX reads as commands escaped."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], value)


def _person(name: str) -> str:
    """Return a name escaped; one with "and" in it, a group's, is kept whole by braces."""
    if text.folded(name) in {"et al", "others"}:
        return "others"
    return f"{{{_escaped(name)}}}" if " and " in name else _escaped(name)


def _protected(title: str) -> str:
    """Return `title` escaped, each word with a capital in braces."""
    escaped = _escaped if _SPECIAL.search(title) else str
    return " ".join(
        [
            f"{{{escaped(word)}}}" if word != word.lower() else escaped(word)
            for word in title.split(" ")
        ]
    )


def _verbatim(value: str) -> str:
    """Return `value` without what would end or break a verbatim field."""
    return _NOT_VERBATIM.sub("", value)


def _key(paper: Paper) -> str:
    """Return a citation key: family name, year, first telling word of the title.

    Where the first or the second is not known, more words tell papers apart.
    """
    family = _ascii(paper.authors[0].split(",")[0].split()[-1:] if paper.authors else [])
    words = [word for word in text.folded(paper.title).split() if word not in _SMALL]
    telling = words[: 1 if family and paper.year else _TELLING]
    key = f"{family}{paper.year or ''}{_ascii(telling)}"
    return key if _ascii(telling) else f"{key}paper{text.digest(paper.id, 4)}"


def _ascii(words: list[str]) -> str:
    """Return the ASCII letters and digits of `words`, lower case, joined, at most 30."""
    return _NOT_KEY.sub("", text.without_accents("".join(words))).lower()[:30]
