"""The import order of strokekit's rooms and the bans that hold over its sources, checked on the syntax tree.

A checker, no test: it takes the folder of a package called `strokekit` and gives a line for each fault. It sees every import
statement, also those inside functions and under `if TYPE_CHECKING:`, and `import_module` with a text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ORDER = (
    ("errors", "diagnostics", "scaffolds"),
    ("environment",),
    ("formats",),
    ("model", "repairing"),
    ("literals",),
    ("plugins",),
    ("reading", "reporting", "suppressing"),
    ("migrating", "writing"),
    ("composing", "fitting"),
    ("timing",),
    ("booking", "checking", "rendering"),
    ("drawing", "exporting", "playing"),
    ("webpage",),
    ("builtin", "plugin"),  # plugin: the names that plugins' authors import
    ("engine",),
    ("batch", "building", "configuration"),
    ("build",),  # the names that programs which make routines import
    ("strokekit",),  # the package itself: the public names
    ("cli",),
)
"""Rooms may import what stands before them; those on one line do not know each other."""

RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
FRIENDS = {("errors", "diagnostics"), ("diagnostics", "errors")}
"""The one pair on a line that does: InvalidRoutine carries a report, a report raises InvalidRoutine."""

ANYONE = {"resources", "version"}
NOBODY = {"cli", "testing"}
PLUGGY = {"plugins/hookspecs.py", "plugins/discovery.py"}
CLOCKS = {
    *(("time", name) for name in ("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "sleep")),
    *(("datetime", name) for name in ("now", "utcnow", "today")),
    ("date", "today"),
}
CLOCK = "cli/clock.py"
"""The one file that reads a clock: whoever plays a routine for real has to."""
WITHOUT_FLOATS = {"model", "composing", "fitting", "timing", "booking"}


def faults(package: Path) -> list[str]:
    """Check every module below `package`; give `file:line: fault`, sorted."""
    found = []
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [f"{name}:{line}: {fault}" for line, fault in sorted(set(_faults(name, tree)))]
    return found


def _faults(name: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    room = _room_of_file(name)
    for node in ast.walk(tree):
        for line, target in _imported(node, name):
            yield from ((line, fault) for fault in _import_faults(name, room, target))
        if name != CLOCK:
            yield from ((line, f"{clock} is a clock: take one as an argument") for line, clock in _clocks(node))
        if room in WITHOUT_FLOATS and isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno, f"{node.value} is a float: {room} counts in whole units"


def _import_faults(name: str, room: str, target: str) -> Iterator[str]:
    """Judge one import: `target` is a dotted name, `pluggy` or `strokekit.model.place`."""
    root, _, rest = target.partition(".")
    if root == "pluggy" and name not in PLUGGY:
        yield f"pluggy is imported only in {' and '.join(sorted(PLUGGY))}"
    if root != "strokekit":
        return
    other = _room_of_module(rest)
    if other == room or other in ANYONE:
        return
    if other in NOBODY and name != "__main__.py":
        yield f"nothing imports {other}"
    elif room in ANYONE:
        yield f"{room} imports nothing of strokekit, but {other}"
    elif not _may_import(room, other):
        yield f"{room} imports {other}, which does not stand before it"


def _may_import(room: str, other: str) -> bool:
    if room in {"__main__", "testing"}:
        return True
    if room not in RANK or other not in RANK:
        return False
    return RANK[other] < RANK[room] or (room, other) in FRIENDS


def _room_of_file(name: str) -> str:
    """Give the room of `timing/fit.py` or `engine.py`; the package's own `__init__.py` is the room `strokekit`."""
    first = name.partition("/")[0].removesuffix(".py")
    return "strokekit" if first == "__init__" else first


def _room_of_module(rest: str) -> str:
    """Give the room of `timing.fit`; what is no room, as `Engine` or nothing, is a public name of the room `strokekit`."""
    first = rest.partition(".")[0]
    return first if first in {*RANK, *ANYONE, *NOBODY} else "strokekit"


def _imported(node: ast.AST, name: str) -> Iterator[tuple[int, str]]:
    """Give the dotted names that a node imports, each with its line."""
    if isinstance(node, ast.Import):
        yield from ((node.lineno, alias.name) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = ".".join(filter(None, (_base(name, node.level), node.module)))
        names = [f"strokekit.{alias.name}" for alias in node.names] if module == "strokekit" else [module]
        yield from ((node.lineno, imported) for imported in names)
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
        texts = (text.value for text in node.args[:1] if isinstance(text, ast.Constant))
        yield from ((node.lineno, text) for text in texts if isinstance(text, str))


def _base(name: str, level: int) -> str:
    """Give the package that a relative import starts from: "" for an absolute one."""
    if level == 0:
        return ""
    parts = ("strokekit", *name.split("/"))
    return ".".join(parts[: len(parts) - level])


def _clocks(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Give the clocks that a node reads or imports."""
    if isinstance(node, ast.Attribute):
        owner = ast.unparse(node.value).split(".")[-1]
        if (owner, node.attr) in CLOCKS:
            yield node.lineno, f"{owner}.{node.attr}"
    elif isinstance(node, ast.ImportFrom) and node.module == "time":
        yield from ((node.lineno, f"time.{alias.name}") for alias in node.names if ("time", alias.name) in CLOCKS)
