"""The package keeps to the staircase of ARCHITECTURE.md, and the check of it can fail."""

import pkgutil
import re
from pathlib import Path

import pytest

import conduct
import staircase

CHECKOUT = Path(__file__).parents[1]
PACKAGE = CHECKOUT / "sitegen"
TABLE = staircase.steps((CHECKOUT / "ARCHITECTURE.md").read_text("utf-8"))
FILES = (".css", ".html", ".js", ".toml")
SMALL_TABLE = {"text": 1, "prose": 2, "model": 3, "cli": 4}


def test_the_document_holds_a_staircase_numbered_from_one() -> None:
    assert len(TABLE) > 20
    assert list(TABLE.values()) == list(range(1, len(TABLE) + 1))


def test_the_staircase_lists_nothing_that_does_not_exist() -> None:
    assert staircase.unbuilt(PACKAGE, TABLE) == []


def test_every_module_stands_in_the_table_and_imports_only_from_above() -> None:
    assert staircase.faults(PACKAGE, TABLE) == []


def test_every_module_prints_writes_and_grows_only_as_its_place_allows() -> None:
    found = [fault for module in staircase.modules(PACKAGE) for fault in conduct.faults(module)]
    assert found == []


def unknown(document: str) -> list[str]:
    """Return what a document calls ``module.name`` or ``folder/module`` and is not there."""
    named = re.findall(r"`([a-z_]+[./][A-Za-z_.]+)`", document)
    known = [name for name in named if re.split("[./]", name)[0] in TABLE]
    return [name for name in known if not (is_module(name) if "/" in name else is_there(name))]


def is_module(path: str) -> bool:
    bare = path.removesuffix(".py")
    return (PACKAGE / f"{bare}.py").exists() or (PACKAGE / bare / "__init__.py").exists()


def is_there(name: str) -> bool:
    if name.endswith(FILES):
        return True
    try:
        pkgutil.resolve_name(f"sitegen.{name}")
    except (AttributeError, ImportError):
        return False
    return True


def test_what_the_document_names_is_there() -> None:
    assert unknown((CHECKOUT / "ARCHITECTURE.md").read_text("utf-8")) == []
    told = "`papers.merge` `papers.unite` `related/changes` `search/packing.py` `search/pack`"
    assert unknown(told) == ["papers.unite", "search/pack"]


def package(folder: Path, **files: str) -> Path:
    """Return a package named ``sitegen`` in `folder`; ``a__b`` stands for ``a/b.py``."""
    root = folder / "sitegen"
    for name, source in files.items():
        path = root / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""A module."""\n{source}\n', "utf-8")
    return root


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"text": "from sitegen import model", "model": ""}, "text:2: imports model"),
        ({"text": "import sitegen.model", "model": ""}, "text:2: imports model"),
        ({"text": "from .model import Paper", "model": ""}, "text:2: imports model"),
        ({"text": "def f():\n    from sitegen import cli", "cli": ""}, "text:3: imports cli"),
        (
            {"text": "if TYPE_CHECKING:\n    from sitegen.cli import main", "cli": ""},
            "text:3: imports cli",
        ),
        ({"prose__spans": "from ..model import Paper", "model": ""}, "spans:2: imports model"),
        ({"stray": ""}, "stray: not in the table"),
        ({"text": "from sitegen import stray", "stray": ""}, "text:2: imports stray"),
        (
            {
                "prose__a": "from sitegen.prose import b",
                "prose__b": "from sitegen.prose.c import x",
                "prose__c": "from . import a",
            },
            "prose.a → prose.b → prose.c → prose.a: a cycle",
        ),
    ],
)
def test_an_import_against_the_staircase_is_found(
    tmp_path: Path, files: dict[str, str], fault: str
) -> None:
    found = staircase.faults(package(tmp_path, **files), SMALL_TABLE)
    assert any(fault in line for line in found), found


def test_imports_downstairs_within_a_folder_and_from_outside_are_no_fault(tmp_path: Path) -> None:
    root = package(
        tmp_path,
        text="import re\nfrom collections import abc",
        prose__a="from sitegen import __version__, text\nfrom sitegen.prose.b import x",
        prose__b="from ..text import folded",
        model="from sitegen.prose import a",
    )
    assert staircase.faults(root, SMALL_TABLE) == []


def test_a_listed_module_that_does_not_exist_is_found(tmp_path: Path) -> None:
    root = package(tmp_path, text="", prose__a="", model="")
    assert staircase.unbuilt(root, SMALL_TABLE) == ["cli"]


@pytest.mark.parametrize(
    "source",
    [
        "print('a')",
        "import sys\nsys.stdout.write('a')",
        "import sys\nprintout = sys.stderr",
        "from sys import stderr",
    ],
)
def test_only_the_command_line_prints(tmp_path: Path, source: str) -> None:
    text, cli = staircase.modules(package(tmp_path, text=source, cli=source))[::-1]
    assert [fault.rpartition(" ")[2] for fault in conduct.faults(text)] == ["prints"]
    assert conduct.faults(cli) == []


@pytest.mark.parametrize(
    "source",
    [
        "open('a', 'w')",
        "open('a', mode='ab')",
        "path.open('x')",
        "path.open('w', 1)",
        "gzip.open(path, 'wb')",
        "path.write_text('')",
        "path.mkdir()",
        "path.replace(other)",
        "os.replace(a, b)",
        "os.open(a, flags)",
        "os.open(a, os.open(os.devnull, 0))",
        "from os import rename",
        "shutil.rmtree(a)",
        "tempfile.mkdtemp()",
    ],
)
def test_only_the_output_writes(tmp_path: Path, source: str) -> None:
    text, output = staircase.modules(package(tmp_path, text=source, output=source))[::-1]
    assert [fault.partition(": ")[2] for fault in conduct.faults(text)] == ["writes files"]
    assert conduct.faults(output) == []


@pytest.mark.parametrize(
    "source",
    [
        "open('a')",
        "open('a', 'rb')",
        "path.open('rb')",
        "writer.open('a', ' href=x')",
        "writer.open('a', attributes(url))",
        "'a'.replace('a', 'b')",
        "dataclasses.replace(paper, title='')",
        "os.fspath(path)",
        "names.remove('a')",
        "os.dup2(os.open(os.devnull, os.O_WRONLY), 1)",
    ],
)
def test_reading_is_no_writing(tmp_path: Path, source: str) -> None:
    (text,) = staircase.modules(package(tmp_path, text=source))
    assert conduct.faults(text) == []


def test_long_files_long_functions_and_a_missing_sentence_are_found(tmp_path: Path) -> None:
    long = "def f():\n" + "    pass\n" * 40
    root = package(tmp_path, model="a = 1\n" * 250, text=long)
    (root / "cli.py").write_text('"""Two lines\nin one summary."""\n', "utf-8")
    found = [fault for module in staircase.modules(root) for fault in conduct.faults(module)]
    assert found == [
        "cli:1: the module's docstring does not open with one sentence on one line",
        "model:1: the file has 252 lines",
        "text:2: f has 41 lines",
    ]
