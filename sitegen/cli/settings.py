"""What the command line and the configuration say together."""

import argparse
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from sitegen.config import FILE_NAME, Config, load
from sitegen.errors import UsageError, error, nearest_path


def settings(options: argparse.Namespace) -> tuple[Config, Path]:
    """Return the settings, the command line's before the file's, and the folder they count from.

    Raises:
        UsageError: When the configuration is missing or at fault.
    """
    path = options.config or Path(FILE_NAME)
    if options.config and not _is(path.is_file):
        if _is(path.exists):
            raise UsageError(error(str(path), "the configuration is not a file"))
        what = "the configuration does not exist"
        raise UsageError(error(str(path), what, nearest_path(path)))
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
