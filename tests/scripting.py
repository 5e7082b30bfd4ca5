"""What the browser's scripts are run by, without a browser."""

from collections.abc import Callable
from typing import Any

Node = Callable[[str, object], Any]
"""Runs a script of `tests/js` with a value as its input, and returns whatever it answers."""
