"""The digest of an engine: two with the same one say the same of every file."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

import attrs

from strokekit.engine import Engine
from strokekit.plugins.catalog import Catalog
from strokekit.version import VERSION

_HERE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - as below


def digest_of(engine: Engine) -> str:
    """Make the digest of everything that a report depends on beside the files.

    Those are: strokekit's version and its own files, the interpreter, the catalogue, what is wrong with plugins, the modules
    that their callables come from, the limits, the root, what is made of missing plugins, and the library that validates.

    >>> digest_of(Engine()) == digest_of(Engine())
    True
    """
    catalog = engine.catalog
    parts = {
        "strokekit": [VERSION, *_stamps(_inside(_HERE))],
        "libraries": [engine.backend, *_stamps(_libraries())],
        "python": sys.version,
        "catalog": catalog.fingerprint,
        "problems": [[str(found), *found.hints] for found in catalog.problems],
        "modules": list(_stamps(_modules(catalog))),
        "limits": attrs.asdict(engine.limits),
        "engine": [str(engine.root), engine.strict, engine.missing],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _stamps(paths: Iterable[str]) -> Iterator[str]:
    """Tell files from how they were, without reading them."""
    for path in sorted(paths):
        with contextlib.suppress(OSError):
            stat = os.stat(path)  # noqa: PTH116 - some hundred at every start: names are quicker than a Path each
            yield f"{path} {stat.st_size} {stat.st_mtime_ns}"


def _inside(folder: str) -> Iterator[str]:
    """Give the files in a folder and in its folders."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _inside(entry.path) if entry.name != "__pycache__" else ()
        else:
            yield entry.path


def _libraries() -> Iterator[str]:
    """Give the files by which a change of the libraries that read and validate is seen."""
    for name in ("jsonschema", "jsonschema_rs", "lark", "yaml", "yaml._yaml"):
        with contextlib.suppress(ImportError):
            found = find_spec(name)
            if found is not None and found.origin:
                yield found.origin


def _modules(catalog: Catalog) -> Iterable[str]:
    """Give the files of the packages that plugins' callables come from: their code is no part of the catalogue's fingerprint."""
    tops = {_module(one).partition(".")[0] for one in _callables(catalog)} - {"strokekit", "builtins"}
    loaded = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] in tops]
    return {file for module in loaded if (file := getattr(module, "__file__", None))}


def _module(code: Any) -> str:
    while hasattr(code, "func"):  # what functools.partial has bound
        code = code.func
    return str(getattr(code, "__module__", None) or type(code).__module__)


def _callables(catalog: Catalog) -> Iterator[Any]:
    for declared in (*catalog.techniques.values(), *catalog.rules.values(), *catalog.renderers.values()):
        kind: Any = type(declared)
        yield from (value for name in fields_with_code(kind) if callable(value := getattr(declared, name)))


@cache
def fields_with_code(kind: Any) -> tuple[str, ...]:
    """Name the fields of a declaration that can hold a callable, or anything.

    >>> from strokekit.plugin import Region
    >>> fields_with_code(Region)
    ()
    """
    return tuple(field.name for field in attrs.fields(kind) if "Callable" in str(field.type) or "Any" in str(field.type))
