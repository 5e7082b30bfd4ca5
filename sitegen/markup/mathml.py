"""TeX → MathML, rebuilt from a list of what is allowed: the converter's output is not trusted."""

# ruff: noqa: SIM905 - lists of words are read as words
import html
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from sitegen.markup.escaping import escaped

_ELEMENTS = frozenset(
    """mfrac mi mmultiscripts mn mo mover mpadded mprescripts mroot mrow mspace msqrt mstyle
    msub msubsup msup mtable mtd mtext mtr munder munderover""".split()
)
_FLAG = re.compile(r"true|false")
_LENGTH = re.compile(r"[+-]?\d{0,3}(?:\.\d{1,4})?(?:em|ex|px|pt)?")
_ATTRIBUTES = {
    "accent": _FLAG,
    "displaystyle": _FLAG,
    "fence": _FLAG,
    "form": re.compile(r"prefix|infix|postfix"),
    "linethickness": _LENGTH,
    "lspace": _LENGTH,
    "movablelimits": _FLAG,
    "rspace": _LENGTH,
    "scriptlevel": re.compile(r"[+-]?\d"),
    "stretchy": _FLAG,
    "width": _LENGTH,
}
_STYLES = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "double-struck": "DOUBLE-STRUCK",
    "script": "SCRIPT",
    "bold-script": "BOLD SCRIPT",
    "fraktur": "FRAKTUR",
    "bold-fraktur": "BOLD FRAKTUR",
    "sans-serif": "SANS-SERIF",
    "bold-sans-serif": "SANS-SERIF BOLD",
    "monospace": "MONOSPACE",
}
_ROWS = frozenset(["mrow", "msqrt", "mstyle", "mtd", "mpadded"])
_SCRIPTED = frozenset(["msub", "msup", "msubsup", "munder", "mover", "munderover"])
_THIN_SPACE = '<mspace width="0.1667em"></mspace>'
_UNKNOWN = re.compile(r"\\[A-Za-z]")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_LONGEST = 1500
_DEEPEST_GROUP = 24
_DEEPEST = 60
_MOST_ENVIRONMENTS = 8


class _RefusedError(Exception):
    """What the converter made is not on the list."""


def mathml(tex: str, *, display: bool = False) -> str | None:
    """Return `tex` as a ``math`` element, or None where it can't be turned into one."""
    content = _content(tex)
    if not content:
        return None
    return f'<math display="block">{content}</math>' if display else f"<math>{content}</math>"


# All of a large library are asked for twice: for what can't be read, and for its pages.
@lru_cache(maxsize=1 << 14)
def _content(tex: str) -> str | None:
    """Return what stands in the element, nothing where `tex` can't be turned into one."""
    if not tex or len(tex) > _LONGEST or _is_too_deep(tex):
        return None
    # Loaded with the first formula: most texts hold none.
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415

    try:
        root = convert_to_element(tex)
        return _row(_unwrapped(root), 0)
    except Exception:  # noqa: BLE001 - whatever the converter raises, the TeX is shown instead
        return None


def _is_too_deep(tex: str) -> bool:
    """Tell whether `tex` nests further than a formula does, or than the converter stands."""
    depth = deepest = 0
    for match in _BRACE.finditer(tex):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        deepest = max(deepest, depth)
    nested = tex.count(r"\begin") > _MOST_ENVIRONMENTS or tex.count(r"\left") > _DEEPEST_GROUP
    return nested or deepest > _DEEPEST_GROUP


def _unwrapped(element: Element) -> list[Element]:
    """Return the children of `element`, without rows that only hold one another."""
    children = list(element)
    while len(children) == 1 and children[0].tag == "mrow":
        children = list(children[0])
    return children


def _rebuilt(element: Element, depth: int) -> str:
    """Return `element` written anew: known names, checked values, escaped text."""
    name = element.tag
    if name not in _ELEMENTS or depth > _DEEPEST:
        raise _RefusedError(name)
    children = list(element)
    if name == "mrow" and len(children) == 1:
        return _rebuilt(children[0], depth + 1)
    text = _text(element)
    rebuilt = _row if name in _ROWS else _each
    inner = rebuilt(children, depth + 1)
    if _is_function(element) and not children:
        # The space around an operator is too wide for `log`, and its attributes are no letter's.
        return f"<mi>{escaped(text)}</mi>"
    attributes = "".join(
        f' {key}="{value}"'
        for key, value in element.attrib.items()
        if key in _ATTRIBUTES and _ATTRIBUTES[key].fullmatch(value)
    )
    if name == "mi" and element.get("mathvariant") == "normal" and len(text) == 1:
        attributes += ' mathvariant="normal"'
    return f"<{name}{attributes}>{escaped(text)}{inner}</{name}>"


def _each(children: Sequence[Element], depth: int) -> str:
    return "".join(_rebuilt(child, depth) for child in children)


def _row(children: Sequence[Element], depth: int) -> str:
    """Return `children` in a row, with a thin space beside the names of functions."""
    out: list[str] = []
    for before, child in zip((None, *children), children, strict=False):
        beside = _is_function(child) or (before is not None and _is_function(before))
        if beside and before is not None and not (_is_sign(before) or _is_sign(child)):
            out.append(_THIN_SPACE)
        out.append(_rebuilt(child, depth))
    return "".join(out)


def _is_sign(element: Element) -> bool:
    return element.tag == "mo" and not _is_function(element)


def _is_function(element: Element) -> bool:
    """Tell whether `element` is a name such as ``log``, maybe with a script."""
    if element.tag in ("mi", "mo"):
        text = html.unescape(element.text or "").strip()
        return len(text) > 1 and "".join(text.split()).isalpha()  # a blank stands in `lim sup`
    return element.tag in _SCRIPTED and len(element) > 0 and _is_function(element[0])


def _text(element: Element) -> str:
    """Return an element's own text; fonts become the letters that Unicode has for them."""
    text = html.unescape(element.text or "").strip("\n\t ")
    if _UNKNOWN.search(text) or any(unicodedata.category(char) == "Cc" for char in text):
        raise _RefusedError(text)
    style = _STYLES.get(element.get("mathvariant", ""))
    if style is None or element.tag not in ("mi", "mn"):
        return text
    # TeX's calligraphic font has capitals only.
    return "".join(
        char if style == "SCRIPT" and char.islower() else _styled(char, style) for char in text
    )


@lru_cache(maxsize=2048)
def _styled(char: str, style: str) -> str:
    """Return `char` in a mathematical style, as it is where Unicode has no such letter."""
    try:
        name = unicodedata.name(char)
    except ValueError:
        return char
    name = re.sub(r"^(?:LATIN|GREEK) (CAPITAL|SMALL) LETTER ", r"\1 ", name)
    for candidate in (f"MATHEMATICAL {style} {name}", f"{style} {name}"):
        try:
            return unicodedata.lookup(candidate)
        except KeyError:
            continue
    return char
