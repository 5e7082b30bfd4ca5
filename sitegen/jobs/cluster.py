"""The executor of a Dask cluster, as an optional extra provides it."""

import contextlib
import importlib
from typing import TYPE_CHECKING, Any

from sitegen.errors import UsageError, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

SCHEME = "dask://"
PATIENCE = 10.0
"""After so many seconds a scheduler that does not answer is told to be out of reach."""


@contextlib.contextmanager
def opened(address: str) -> "Iterator[Executor]":
    """Provide the executor of the cluster whose scheduler is at ``dask://HOST:PORT``.

    Raises:
        UsageError: When the cluster can't be reached, or its library is not installed.
    """
    try:
        # An extra that few install, and without types.
        distributed: Any = importlib.import_module("distributed")
    except ImportError as fault:
        what, hint = "needs the library distributed", "pip install 'sitegen[dask]'"
        raise UsageError(error("--executor", what, hint)) from fault
    try:
        client = distributed.Client("tcp://" + address.removeprefix(SCHEME), timeout=PATIENCE)
    except (OSError, ValueError) as fault:
        raise UsageError(error("--executor", f"{address} can't be reached: {fault}")) from fault
    with client:
        executor: Executor = client.get_executor()
        yield executor
