"""What the command line and the configuration say together."""

import argparse
from dataclasses import replace
from pathlib import Path

from sitegen.config import FILE_NAME, Config, load
from sitegen.errors import UsageError, error


def settings(options: argparse.Namespace) -> tuple[Config, Path]:
    """Return the settings, the command line's before the file's, and the folder they count from.

    Raises:
        UsageError: When the configuration is missing or at fault.
    """
    path = options.config or Path(FILE_NAME)
    if options.config and not _is_file(path):
        raise UsageError(error(str(path), "the configuration is not a file that can be read"))
    config = load(path)
    if options.sources:
        config = replace(config, sources=tuple(options.sources))
    if options.output is not None:
        config = replace(config, output=options.output)
    return config, path.parent


def _is_file(path: Path) -> bool:
    """Tell whether there is such a file; a name may be too long to ask."""
    try:
        return path.is_file()
    except OSError:
        return False
