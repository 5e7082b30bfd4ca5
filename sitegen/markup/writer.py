"""Writes well-formed HTML whatever the order in which elements and marks begin and end."""

from sitegen.markup.escaping import escaped


class Writer:
    """Collects HTML: closes what is open at the end, and marks at every element's border."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._labels: tuple[str, ...] = ()
        self._marking = False

    def add(self, html: str) -> None:
        """Write `html`, a text or complete elements, inside the mark that applies here."""
        if not html:
            return
        if self._labels and not self._marking:
            topics = escaped(" ".join(self._labels))
            self._out.append(f'<b data-topics="{topics}">')
            self._marking = True
        self._out.append(html)

    def mark(self, labels: tuple[str, ...]) -> None:
        """Mark what follows with `labels`, or not at all if there are none."""
        if labels != self._labels:
            self._unmark()
            self._labels = labels

    def open(self, name: str, attributes: str = "") -> None:
        """Begin an element; one inside another of its name is left out."""
        self._unmark()
        nested = self.has(name)
        opening = "" if nested else f"<{name}{attributes}>"
        self._open.append((name, opening))
        self._out.append(opening)

    def has(self, name: str) -> bool:
        """Tell whether an element of that name is open."""
        return any(name == other for other, _ in self._open)

    def close(self, name: str) -> None:
        """End the innermost element of that name; others inside it go on behind it."""
        if not self.has(name):
            return
        self._unmark()
        interrupted: list[tuple[str, str]] = []
        while self._open[-1][0] != name:
            interrupted.append(self._pop())
        self._pop()
        for other, opening in reversed(interrupted):
            self._open.append((other, opening))
            self._out.append(opening)

    def html(self) -> str:
        """Return all that was written, with everything closed."""
        self._unmark()
        while self._open:
            self._pop()
        return "".join(self._out)

    def _pop(self) -> tuple[str, str]:
        name, opening = self._open.pop()
        if opening:
            self._out.append(f"</{name}>")
        return name, opening

    def _unmark(self) -> None:
        if self._marking:
            self._out.append("</b>")
            self._marking = False
