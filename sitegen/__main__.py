"""Run sitegen as ``python -m sitegen``."""

import sys

from sitegen.cli import main

if __name__ == "__main__":
    sys.exit(main())
