"""The owner's rules on topics: read from a TOML table, checked for form and contradictions."""

from sitegen.rules.contradictions import contradictions
from sitegen.rules.form import FILE_NAME, KEYS, read

__all__ = ["FILE_NAME", "KEYS", "contradictions", "read"]
