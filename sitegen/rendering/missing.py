"""What there is in place of what a template asks for in vain."""

import re
import sys

from sitegen.errors import nearest

_LACKING = re.compile(r"'(sitegen\.[\w.]+)\.(\w+) object' has no attribute '(\w+)'")
_UNKNOWN = re.compile(r"'\w+' is undefined")


def hint(told: str) -> str:
    """Return a hint at what Jinja or Python tells of a name that is not there, or nothing."""
    if found := _LACKING.search(told):
        kind = getattr(sys.modules.get(found[1]), found[2], None)
        fields = getattr(kind, "__struct_fields__", ())
        return nearest(found[3], fields) or (fields and f"it has {', '.join(fields)}") or ""
    return "templates see page alone" if _UNKNOWN.search(told) else ""
