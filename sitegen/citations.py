"""A paper as a BibTeX entry."""

import re
from typing import NamedTuple

from sitegen import prose, text
from sitegen.model import Paper
from sitegen.prose import mending

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
_NAMES = """
alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau
upsilon varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega infty ell
nabla ast sim vartheta epsilon phi leq geq to
"""
_SIGNS = dict(zip("αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ∞ℓ∇∗∼ϑϵϕ≤≥→", _NAMES.split(), strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
# In a word of Greek a letter is no sign.
_SIGN = re.compile(f"(?<![Ͱ-Ͽἀ-῿])[{''.join(_SIGNS)}](?![Ͱ-Ͽἀ-῿])|[{''.join(_LOWERED)}]")
# Characters that stand for nothing hold the places of formulas.
_PLACE = re.compile("[\ue000-\uf8ff]")
_FIRST_PLACE = 0xE000
_NOT_KEY = re.compile(r"[^A-Za-z0-9]+")
_NOT_VERBATIM = re.compile(r"[\s{}\\]+")
# What the names of journals say, written out or as indexes shorten them.
_PERIODICAL = re.compile(
    r"\b(?:annal(?:s|en|es)|archives|bulletin|communications of|journal|letters|magazine|quarterly"
    r"|reviews?|surveys|transactions|zeitschrift)\b"
)
_SHORTENED = re.compile(r"\b(?:ann|bull|commun|j|lett|mag|rev|surv|trans)\. ", re.IGNORECASE)
_PERIODICALS = re.compile(
    r"artificial intelligence|automatica|bioinformatics|biometrika|biometrics|cell|chaos"
    r"|computational linguistics|econometrica|elife|entropy|expert systems with applications"
    r"|ieee access|information (?:fusion|(?:and )?management|sciences)|jair|jama|jmlr|joss"
    r"|knowledge based systems|machine learning|management science|medical image analysis"
    r"|nature(?: .*)?|neural (?:computation|networks)|neurocomputing|neuroimage|neuron"
    r"|nucleic acids research|operations research|pattern recognition|plos .*|pnas|science(?: .*)?"
    r"|scientific (?:data|reports)|sensors|tacl|(?:the )?(?:bmj|lancet)(?: .*)?|tmlr|tpami"
    r"|proc(?:eedings)? (?:of the )?(?:national academy of sciences.*|vldb endowment"
    r"|natl acad sci.*|ieee)"
)
_MEETING = re.compile(r"\b(?:conf|proc|symp)\b|conference|proceedings|symposium|workshop")
_ARCHIVE = re.compile(r"(?:arxiv|biorxiv|chemrxiv|corr|medrxiv|preprints?|ssrn)\b")
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


class Kind(NamedTuple):
    """What a venue is to those who cite.

    Attributes:
        entry: The kind of BibTeX entry.
        field: The field of it that names the venue.
        metadata: Highwire's name for the venue; nothing for one that it has no name for.
    """

    entry: str
    field: str
    metadata: str


_JOURNAL = Kind("article", "journal", "citation_journal_title")
_PROCEEDINGS = Kind("inproceedings", "booktitle", "citation_conference_title")
_PREPRINT = Kind("misc", "howpublished", "")


def kind(venue: str) -> Kind:
    """Return what a venue is, by the words of its name: most that say nothing are meetings."""
    name = text.folded(venue)
    if _ARCHIVE.match(name):
        return _PREPRINT
    if _PERIODICALS.fullmatch(name):
        return _JOURNAL
    is_periodical = _PERIODICAL.search(name) or _SHORTENED.search(f"{venue} ")
    is_journal = is_periodical and not _MEETING.search(name)
    return _JOURNAL if is_journal else _PROCEEDINGS


def bibtex(paper: Paper) -> str:
    """Return the BibTeX entry of `paper`, fields it lacks left out.

    Special characters are escaped, capitals are protected from a style's lower-casing, URL
    and DOI stand verbatim.
    """
    of = kind(paper.venue) if paper.venue else _PREPRINT
    arxiv = paper.links.arxiv
    others = ["others"] if len(paper.authors) > AUTHORS else []
    fields = {
        "title": _title(paper.title),
        "author": " and ".join([*map(_person, paper.authors[:AUTHORS]), *others]),
        of.field: _escaped(paper.venue or ""),
        "year": paper.year or "",
        "eprint": _verbatim(arxiv or ""),
        "archiveprefix": "arXiv" if arxiv else "",
        "doi": _verbatim(paper.links.doi or ""),
        "url": _verbatim(paper.links.page or paper.links.pdf or ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{of.entry}{{{_key(paper)},", *lines, "}"])


def _escaped(value: str) -> str:
    """Return `value` with the characters that TeX reads as commands escaped."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], value)


def _person(name: str) -> str:
    """Return a name escaped; one with "and" in it, a group's, is kept whole by braces."""
    if text.folded(name) in {"et al", "others"}:
        return "others"
    # BibTeX parts names there in capitals too.
    return f"{{{_escaped(name)}}}" if " and " in name.lower() else _escaped(name)


def _title(source: str) -> str:
    """Return a title escaped, its formulas in TeX, each word with a capital in braces."""
    spans = prose.spans(source)
    if all(span.kind == "text" for span in spans) or _PLACE.search(source):
        return _protected(prose.plain(source))
    formulas: list[str] = []
    pieces: list[str] = []
    for span in spans:
        if span.kind in ("math", "display", "flat") and mending.is_portable(span.target):
            pieces.append(chr(_FIRST_PLACE + len(formulas)))
            formulas.append(f"${span.target}$")
        else:
            pieces.append(source[span.start : span.end] if span.kind == "text" else span.plain)
    protected = _protected(text.line("".join(pieces)))
    return _PLACE.sub(lambda place: formulas[ord(place[0]) - _FIRST_PLACE], protected)


def _sign(match: re.Match[str]) -> str:
    """Return a sign in TeX: what sets the entry may know no other letters than Latin ones."""
    sign = match[0]
    return f"$_{_LOWERED[sign]}$" if sign in _LOWERED else f"$\\{_SIGNS[sign]}$"


def _protected(title: str) -> str:
    """Return `title` escaped, each word with a capital or a sign in braces."""
    if title.isascii() and not _SPECIAL.search(title):
        return " ".join(
            [f"{{{word}}}" if word != word.lower() else word for word in title.split(" ")]
        )
    words = []
    for word in title.split(" "):
        written = _SIGN.sub(_sign, _escaped(word))
        # A style lowers what stands in a formula too: Ω would be ω.
        is_kept = word != word.lower() or _SIGN.search(word) or _PLACE.search(word)
        words.append(f"{{{written}}}" if is_kept else written)
    return " ".join(words)


def _verbatim(value: str) -> str:
    """Return `value` without what would end or break a verbatim field."""
    return _NOT_VERBATIM.sub("", value)


def _key(paper: Paper) -> str:
    """Return a citation key: family name, year, first telling word of the title.

    Where the first or the second is not known, more words tell papers apart.
    """
    family = _ascii(paper.authors[0].split(",")[0].split()[-1:] if paper.authors else [])
    title = text.folded(prose.plain(paper.title))
    words = [word for word in title.split() if word not in _SMALL]
    telling = words[: 1 if family and paper.year else _TELLING]
    key = f"{family}{paper.year or ''}{_ascii(telling)}"
    return key if _ascii(telling) else f"{key}paper{text.digest(paper.id, 4)}"


def _ascii(words: list[str]) -> str:
    """Return the ASCII letters and digits of `words`, lower case, joined, at most 30."""
    return _NOT_KEY.sub("", text.without_accents("".join(words).casefold()))[:30]
