"""What a single line of a "Daily Papers" page looks like: noise, names, a title, an abstract."""

import re

_NOISE = re.compile(
    r"""(?xi)
    new | subscribe | daily\ papers | trending(?:\ papers?)? | papers | search | abstract
    | upvotes?
    | get\ trending\ papers\ in\ your\ email\ inbox.*
    | by\ ?ak\ and\ the\ research\ community
    | submitted\ by.{0,60} | (?:\#\d+\ )?papers?\ of\ the\ (?:day|week|month)
    | hugging\ face(?:['’]s\ logo(?:\ ?hugging\ face)?)?
    | models | datasets | spaces | community | docs | enterprise | pricing | log\ in | sign\ up
    | system\ theme | company | tos | privacy | about | careers | jobs | website
    | ©.{0,60}
    | daily | weekly | monthly | today | yesterday | previous | next
    | (?:view\ )?arxiv\ page | view\ (?:pdf|all)
    | add\ to\ collection | read\ more | show\ more | load\ more
    | (?:[·•|]\ ?)?published\ on\ .{0,30} | github(?:\ [\d.,]+k?)? | project\ page
    | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ \d{1,2}(?:,?\ \d{4})?
      (?:\ ?[-–—]\ ?.{0,20})?
    | [\d.,·•|\s-]+k? | \d[\d.,]*k?\ (?:upvotes?|comments?|authors?|likes?|replies|models?)
    | [·•|]\s*\d*\s*(?:authors?|comments?)?
    | arxiv:\s?\d{4}\.\d{4,5}(?:v\d+)?
    """
)
# Some names begin with a small letter: SubscribeiFusion.
_SUBSCRIBED = re.compile(r"Subscribe(?:d|rs?)\b")
_SENTENCE_END = re.compile(r"""[.…。][)\]"'”’*]*$""")
_ADDRESS_END = re.compile(r"https?://\S+$")
_NAME = re.compile(
    r"(?:(?:[^\W\d_a-z][\w.'’-]*+|d[aeiou]s?|del|van|von|der|den|ten|bin|ibn|al|el|la|le|y)\s?){1,6}"
)
_LETTERS = re.compile(r"[^\W\d_]")
_LONG = 300
_CUT_OFF = 180
"""No title is so long; one in thousands passes 160."""
_PARAGRAPH = 120


def is_noise(line: str) -> bool:
    """Tell whether `line` belongs to the page around the papers."""
    return _NOISE.fullmatch(line) is not None or not _LETTERS.search(line)


def unglued(line: str) -> str:
    """Return `line` without the banner's `Subscribe` where it is glued to the first title."""
    rest = line.removeprefix("Subscribe")
    is_title = rest and not rest[0].isspace() and not _SUBSCRIBED.match(line)
    return rest if is_title else line


def looks_like_sentence(line: str) -> bool:
    """Tell whether `line` ends as prose does and a title does not: titles ask and exclaim."""
    return _SENTENCE_END.search(line) is not None


def looks_like_text(line: str) -> bool:
    """Tell whether `line` can be an abstract: a sentence however short, or a long part of one."""
    return len(line) >= _CUT_OFF or _is_ended(line)


def looks_like_abstract(line: str) -> bool:
    """Tell whether `line` is so long, or so long and ended, that it is no title."""
    if len(line) >= _LONG:
        return True
    return len(line) >= _PARAGRAPH and _is_ended(line)


def _is_ended(line: str) -> bool:
    """Tell whether `line` ends as a sentence or with an address."""
    return looks_like_sentence(line) or _ADDRESS_END.search(line) is not None


def looks_like_authors(line: str) -> bool:
    """Tell whether `line` lists names and nothing else."""
    if looks_like_sentence(line):
        return False
    people = names(line)
    full = sum(" " in person for person in people)
    return len(people) >= 2 and full * 4 >= len(people) * 3 and all(map(_NAME.fullmatch, people))


def names(line: str) -> tuple[str, ...]:
    """Return the items of a list parted by commas, semicolons or middle dots."""
    listed = re.sub(r"^(?:authors?|by):?\s+", "", line, flags=re.IGNORECASE)
    items = re.split(r"\s*[,;·•]\s*(?:and\s+|&\s*)?|\s+and\s+", listed)
    return tuple(item for item in items if item)
