"""The formats that papers come in, as a table: who recognises a file, who reads it."""

from collections.abc import Callable, Iterable, Iterator

from sitegen.errors import Problem
from sitegen.importers import dump, jsonlines
from sitegen.importers.lines import Line
from sitegen.jobs.parcel import Parcel
from sitegen.model import Record


class Importer(Parcel, frozen=True):
    """One input format.

    Attributes:
        name: What a message calls the format.
        recognises: Whether a file that begins with these lines is of the format.
        read: Yields the file's records, and a problem for each thing it could not read.
    """

    name: str
    recognises: Callable[[list[str]], bool]
    read: Callable[[str, Iterable[Line]], Iterator[Record | Problem]]


# The first that recognises a file reads it, so the stricter stand first.
IMPORTERS = (
    Importer("JSON Lines of papers", jsonlines.recognises, jsonlines.records),
    Importer("text dump of Daily Papers", dump.recognises, dump.records),
)


def importer_for(head: list[str]) -> Importer | None:
    """Return the importer for a file that begins with the lines `head`, or None."""
    return next((importer for importer in IMPORTERS if importer.recognises(head)), None)
