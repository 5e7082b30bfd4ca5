"""A term with its posting as one line of text, which the next build reads."""

from array import array
from base64 import b64decode, b64encode

from sitegen.search.postings import NOWHERE, ONE_FORM, Places, Posting
from sitegen.search.shards import Row
from sitegen.search.terms import Term


def line(term: Term, posting: Posting) -> str:
    """Return the line of a term; its parts hold no blank that is not one between forms."""
    wordings = ""
    if posting.wordings != ONE_FORM:
        wordings = ";".join(",".join(map(str, forms)) for forms in posting.wordings)
    places = "|".join(map(_spelled, posting.places)).rstrip("|")
    return "\t".join((*term.row, str(term.papers), " ".join(term.forms), wordings, places))


def row(line: str) -> Row:
    """Return what a shard has of the term of a line."""
    name, forms, places, _ = line.split("\t", 3)
    return name, forms, places


def term(line: str) -> Term:
    """Return what is written of the term of a line."""
    name, forms, places, papers, said, _ = line.split("\t", 5)
    return Term((name, forms, places), int(papers), tuple(said.split(" ")))


def posting(line: str) -> Posting:
    """Return the posting of a line."""
    *_, said, wordings, places = line.split("\t")
    found = Posting()
    found.forms = {form: number for number, form in enumerate(said.split(" "))}
    parts = filter(None, wordings.split(";"))
    found.wordings = {tuple(map(int, part.split(","))): at for at, part in enumerate(parts)}
    found.wordings = found.wordings or ONE_FORM
    for at, field in enumerate(places.split("|")):
        found.places[at] = _read(field)
    return found


def _spelled(places: Places) -> str:
    """Return places as characters."""
    return b64encode(places).decode() if places else ""


def _read(field: str) -> Places:
    """Return the places that characters tell."""
    return array("Q", b64decode(field)) if field else NOWHERE
