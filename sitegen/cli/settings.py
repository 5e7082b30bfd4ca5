"""What the command line and the configuration say together."""

import argparse
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from sitegen.config import FILE_NAME, Config, load
from sitegen.errors import UsageError, error


def settings(options: argparse.Namespace) -> tuple[Config, Path]:
    """Return the settings, the command line's before the file's, and the folder they count from.

    Raises:
        UsageError: When the configuration is missing or at fault.
    """
    path = options.config or Path(FILE_NAME)
    if options.config and not _is(path.is_file):
        what = "is not a file" if _is(path.exists) else "does not exist"
        raise UsageError(error(str(path), f"the configuration {what}"))
    config = load(path)
    if options.sources:
        config = replace(config, sources=tuple(options.sources))
    if options.output is not None:
        config = replace(config, output=options.output)
    return config, path.parent


def _is(asked: Callable[[], bool]) -> bool:
    """Tell what is asked of a path; a name may be too long to ask."""
    try:
        return asked()
    except OSError:
        return False
