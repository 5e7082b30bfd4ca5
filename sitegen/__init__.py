"""sitegen turns collected research papers into a static library that needs no server."""

__version__ = "0.1.0"
