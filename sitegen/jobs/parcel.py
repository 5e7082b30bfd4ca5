"""A frozen value that is made, compared, packed and sent to another process quickly."""

from collections.abc import Mapping

import msgspec


class Parcel(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Base of frozen values; none is part of a circle of them, as no collector looks at them.

    A dataclass does the same; to make one takes ten times as long, to send it twice, and its class
    takes thirty times as long to import. As JSON it is the list of its fields.
    """


class Memo:
    """Base of what changes from build to build, and may be left in a file for the next process.

    To make one out of that file does nothing but that.
    """

    def __setstate__(self, state: Mapping[str, object]) -> None:
        """Take the attributes that another one had."""
        self.__dict__.update(state)


packed = msgspec.msgpack.Encoder().encode
"""Returns all that a value holds: other bytes for each other value of a field."""

as_json = msgspec.json.Encoder().encode
"""Returns a value as one line of JSON."""
