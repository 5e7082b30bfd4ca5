"""What a module may do: who prints, who writes files, how long files and functions get."""

import ast
import re
from collections.abc import Iterator

from staircase import Module

FILE_LINES = 249
FUNCTION_LINES = 40
PRINTERS = frozenset({"cli"})
WRITERS = frozenset({"output", "cache"})

_WRITE_MODE = re.compile(r"(?=[rbtwax+]*[wax+])[rbtwax+]{1,3}")
_STREAMS = frozenset({"stdout", "stderr", "__stdout__", "__stderr__"})
_HARMLESS = {
    "os": {
        "PathLike",
        "_exit",
        "chdir",
        "cpu_count",
        "dup2",
        "environ",
        "fsdecode",
        "fsencode",
        "fspath",
        "fstat",
        "getcwd",
    }
    | {
        "getpid",
        "name",
        "path",
        "scandir",
        "sched_getaffinity",
        "sep",
        "stat",
        "stat_result",
        "walk",
    },
    "shutil": {"get_terminal_size", "which"},
    "tempfile": set[str](),
}
_PATH_WRITERS = {"chmod", "hardlink_to", "mkdir", "rename", "rmdir", "symlink_to", "touch"} | {
    "unlink",
    "write_bytes",
    "write_text",
}


def faults(module: Module) -> list[str]:
    """Return what `module` does that its place or the house's habits do not allow."""
    found = [*_shape(module)]
    for node in _acts(module.tree):
        if module.stair not in PRINTERS and _prints(node):
            found.append(f"{_line(node)}: prints")
        if module.stair not in WRITERS and _writes(node):
            found.append(f"{_line(node)}: writes files")
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{_line(node)}: {node.name} has {length} lines")
    return [f"{module.name}:{fault}" for fault in found]


def _acts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield `node` and all below it, but what opens the device that swallows everything."""
    if isinstance(node, ast.Call) and ast.unparse(node).startswith("os.open(os.devnull, "):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _acts(child)


def _line(node: ast.AST) -> int:
    """Return the line of `node`, or 1 for what has none."""
    return getattr(node, "lineno", 1)


def _shape(module: Module) -> Iterator[str]:
    """Yield what is wrong with a file as a whole."""
    length = len(module.path.read_text("utf-8").splitlines())
    if length > FILE_LINES:
        yield f"1: the file has {length} lines"
    summary = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
    if not re.fullmatch(r"\S[^\n]*\.", summary):
        yield "1: the module's docstring does not open with one sentence on one line"


def _prints(node: ast.AST) -> bool:
    """Tell whether `node` prints or gets hold of a standard stream."""
    match node:
        case ast.Call(func=ast.Name(id="print")):
            return True
        case ast.Attribute(value=ast.Name(id="sys"), attr=attr):
            return attr in _STREAMS
        case ast.ImportFrom(module="sys", names=names):
            return any(alias.name in _STREAMS for alias in names)
    return False


def _writes(node: ast.AST) -> bool:
    """Tell whether `node` writes a file, or gets hold of something that does."""
    match node:
        case ast.Call(func=function, args=args, keywords=keywords):
            return _opens(function, args, keywords)
        case ast.Attribute(value=ast.Name(id=origin), attr=attr) if origin in _HARMLESS:
            return attr not in _HARMLESS[origin]
        case ast.Attribute(attr=attr):
            return attr in _PATH_WRITERS
        case ast.ImportFrom(module=str(origin), names=names) if origin in _HARMLESS:
            return any(alias.name not in _HARMLESS[origin] for alias in names)
    return False


def _opens(function: ast.expr, args: list[ast.expr], keywords: list[ast.keyword]) -> bool:
    """Tell whether a call of `function` opens a file for writing, or replaces one."""
    match function:
        case ast.Name(id="open"):
            return _for_writing(args[1:2], keywords)
        # Path.open begins with its mode, maybe a number after it; gzip.open with a file.
        case ast.Attribute(attr="open"):
            return _for_writing(args[_mode_place(args) :][:1], keywords)
        # Path.replace takes one argument, str.replace two, dataclasses.replace keywords.
        case ast.Attribute(value=value, attr="replace"):
            known = isinstance(value, ast.Name) and value.id in _HARMLESS
            return len(args) == 1 and not keywords and not known
    return False


def _mode_place(args: list[ast.expr]) -> int:
    """Return which argument of a method ``open`` is a mode: of two, the one without a number."""
    match args:
        case [_, ast.Constant(value=int())] | [_]:
            return 0
    return 1


def _for_writing(args: list[ast.expr], keywords: list[ast.keyword]) -> bool:
    """Tell whether one of the arguments of an ``open`` is a mode that writes."""
    modes = [*args, *(keyword.value for keyword in keywords if keyword.arg == "mode")]
    return any(
        isinstance(mode, ast.Constant)
        and isinstance(mode.value, str)
        and _WRITE_MODE.fullmatch(mode.value) is not None
        for mode in modes
    )
