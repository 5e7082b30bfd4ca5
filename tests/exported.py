"""Lines of JSON as exports write them, and what is read of them."""

import json

from sitegen.errors import Problem
from sitegen.importers import jsonlines
from sitegen.importers.lines import Line
from sitegen.model import Record


def read(*lines: str) -> tuple[list[Record], list[Problem]]:
    """Return the papers and the problems of a file of lines."""
    items = list(jsonlines.records("p.jsonl", [Line(n, one) for n, one in enumerate(lines, 1)]))
    return (
        [item for item in items if isinstance(item, Record)],
        [item for item in items if isinstance(item, Problem)],
    )


def paper(**fields: object) -> str:
    """Return the line of a paper."""
    return json.dumps({"title": "A Title", "abstract": "It says.", **fields})
