"""The neighbours of one paper as JSON: as they are kept, and as processes tell each other."""

from collections.abc import Sequence

import msgspec

from sitegen.jobs.parcel import as_json
from sitegen.model import Neighbour

decoded = msgspec.json.Decoder(tuple[Neighbour, ...]).decode
"""Returns the neighbours that JSON tells of."""


def encoded(near: Sequence[Neighbour]) -> bytes:
    """Return the neighbours of one paper as JSON."""
    return as_json(near)
