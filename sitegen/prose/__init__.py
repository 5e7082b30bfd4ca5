"""A paper's text as its reader takes it in: the plain form, its way back to the source."""

from dataclasses import dataclass

from sitegen import text


@dataclass(frozen=True, slots=True)
class Reading:
    """The plain form of a text and where each of its characters came from."""

    plain: str
    source: str

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``plain[start:end]`` stands in the source, widened to whole spans."""
        return start, end


def reading(source: str) -> Reading:
    """Return the plain form of `source` with its way back."""
    return Reading(text.line(source), source)


def plain(source: str) -> str:
    """Return the plain form of `source`: readable Unicode on one line, no markup."""
    return reading(source).plain


def urls(source: str) -> tuple[str, ...]:
    """Return the http and https URLs in `source`, in order, each once."""
    return ()
