"""The command line as it is installed, where it hears of an interrupt."""

import sys

# What is started in the background may ignore SIGINT, and so would all that it starts.
_PROGRAM = (
    "import signal; from sitegen.cli import run\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "run()"
)
COMMAND = [sys.executable, "-c", _PROGRAM]
"""What runs sitegen; arguments follow."""
