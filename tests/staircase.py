"""The staircase of ARCHITECTURE.md, and whether a package climbs it one way only."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_HEADER = re.compile(r"^\| step \| module \| its one responsibility \|$")
_ROW = re.compile(r"^\| (\d+) \| `(\w+)/?` \| (.+) \|$")
EXEMPT = frozenset({"__init__", "__main__"})


@dataclass(frozen=True)
class Module:
    """One file of a package: its dotted name below the package, its path, its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def stair(self) -> str:
        """The name that stands for the module in the table: its file or its folder."""
        return self.name.partition(".")[0]


def steps(architecture: str) -> dict[str, int]:
    """Return each module's step, as the table in `architecture` numbers them."""
    lines = iter(architecture.splitlines())
    if not any(_HEADER.match(line) for line in lines):
        return {}
    next(lines)
    found: dict[str, int] = {}
    for line in lines:
        row = _ROW.match(line)
        if row is None:
            break
        found[row[2]] = int(row[1])
    return found


def modules(package: Path) -> tuple[Module, ...]:
    """Return every module of `package`, a folder of Python files, sorted by name."""
    return tuple(
        Module(_name(path.relative_to(package)), path, ast.parse(path.read_text("utf-8")))
        for path in sorted(package.rglob("*.py"))
    )


def _name(path: Path) -> str:
    """Return the dotted name of `path`; a folder's ``__init__`` bears the folder's name."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imports(module: Module, package: str, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield line and name of each module out of `names` that `module` imports.

    Imports inside functions and under ``TYPE_CHECKING`` count like any other.
    """
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, module, package)
            targets = [f"{origin}.{alias.name}" for alias in node.names]
        else:
            continue
        for target in targets:
            found = _resolved(target, package, names)
            if found is not None:
                yield node.lineno, found


def _origin(node: ast.ImportFrom, module: Module, package: str) -> str:
    """Return the absolute name that an import statement takes its names from."""
    if not node.level:
        return node.module or ""
    parts = [package, *module.name.split(".")]
    own = parts if module.path.name == "__init__.py" else parts[:-1]
    return ".".join([*own[: len(own) - node.level + 1], *filter(None, [node.module])])


def _resolved(target: str, package: str, names: frozenset[str]) -> str | None:
    """Return the module of the package that `target` names or is defined in, if any."""
    head, *parts = target.split(".")
    if head != package:
        return None
    while parts and ".".join(parts) not in names:
        parts.pop()
    return ".".join(parts) or None


def faults(package: Path, table: Mapping[str, int]) -> list[str]:
    """Return what in `package` contradicts the staircase `table`, one line each."""
    found = modules(package)
    names = frozenset(module.name for module in found)
    result: list[str] = []
    inside: dict[str, set[str]] = {}
    for module in found:
        if module.name in EXEMPT:
            continue
        if module.stair not in table:
            result.append(f"{module.name}: not in the table of ARCHITECTURE.md")
            continue
        for line, target in imports(module, package.name, names):
            stair = target.partition(".")[0]
            if stair == module.stair:
                inside.setdefault(module.name, set()).add(target)
            elif table.get(stair, len(table) + 1) >= table[module.stair]:
                result.append(f"{module.name}:{line}: imports {target}, which is not above it")
    return result + [f"{' → '.join(cycle)}: a cycle" for cycle in _cycles(inside)]


def unbuilt(package: Path, table: Mapping[str, int]) -> list[str]:
    """Return the modules that `table` lists and `package` does not have."""
    present = {module.stair for module in modules(package)}
    return [name for name in table if name not in present]


def _cycles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Return one path for each import in `graph` that leads back to where it started."""
    found: list[list[str]] = []
    done: set[str] = set()

    def visit(name: str, path: list[str]) -> None:
        if name in path:
            found.append([*path[path.index(name) :], name])
        elif name not in done:
            for target in sorted(graph.get(name, ())):
                visit(target, [*path, name])
            done.add(name)

    for name in sorted(graph):
        visit(name, [])
    return found
