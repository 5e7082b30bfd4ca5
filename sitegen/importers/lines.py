"""The lines of an input file: decoded one by one, so that one bad byte costs one line."""

import contextlib
import gzip
import io
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from sitegen.errors import BuildError, error

GZIP_MAGIC = b"\x1f\x8b"
LONGEST_LINE = 16 * 1024 * 1024


class Line(NamedTuple):
    """One line of a file, without its end.

    Attributes:
        number: Counted from 1.
        text: What it says; empty where `fault` is set.
        fault: Why it can't be read, or an empty string.
    """

    number: int
    text: str
    fault: str = ""


def lines(source: Path | bytes, name: str) -> Iterator[Line]:
    r"""Yield the lines of a file, plain or gzipped, ended by ``\n``, ``\r\n`` or ``\r``.

    It is given by its path and read as a stream, or by its content. A byte-order mark is dropped.

    Raises:
        BuildError: When the file, called `name` in the message, can't be read to its end.
    """
    try:
        with _opened(source) as stream:
            yield from _decoded(stream)
    except (OSError, EOFError, zlib.error) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise BuildError(error(name, f"can't be read: {reason}")) from fault


@contextlib.contextmanager
def _opened(source: Path | bytes) -> Iterator[BinaryIO]:
    """Provide a binary stream over what a file holds, which may be a pipe."""
    with (
        io.BufferedReader(io.BytesIO(source))
        if isinstance(source, bytes)
        else source.open("rb") as stream
    ):
        if not stream.peek(len(GZIP_MAGIC)).startswith(GZIP_MAGIC):
            yield stream
            return
        with gzip.open(stream) as unpacked:
            yield cast("BinaryIO", unpacked)


def _decoded(stream: BinaryIO) -> Iterator[Line]:
    """Yield decoded lines; a line that is too long or no UTF-8 carries its fault."""
    number = 0
    offset = 0
    while chunk := stream.readline(LONGEST_LINE):
        begins = offset
        offset += len(chunk)
        if len(chunk) == LONGEST_LINE and not chunk.endswith(b"\n"):
            number += 1
            offset += _skipped_line(stream)
            yield Line(number, "", f"the line is longer than {LONGEST_LINE} bytes")
            continue
        if begins == 0:
            chunk = chunk.removeprefix(b"\xef\xbb\xbf")
            begins = offset - len(chunk)
        for piece in chunk.splitlines(keepends=True):
            number += 1
            yield _line(number, piece, begins)
            begins += len(piece)


def _skipped_line(stream: BinaryIO) -> int:
    """Read on to the end of the line and return the number of bytes passed over."""
    passed = 0
    while chunk := stream.readline(LONGEST_LINE):
        passed += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return passed


def _line(number: int, piece: bytes, begins: int) -> Line:
    """Return one line of bytes, at offset `begins` of its file, as text."""
    try:
        return Line(number, piece.rstrip(b"\r\n").decode())
    except UnicodeDecodeError as fault:
        is_wide = begins == 0 and piece.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        instead = ": the file is UTF-16" if is_wide else ""
        return Line(number, "", f"byte {begins + fault.start} is not UTF-8{instead}")
