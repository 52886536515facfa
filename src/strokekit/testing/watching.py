"""Seeing what a plugin's callables use that a pure function has no use for: a clock, chance, files, the network, the system.

Calls of built-in functions are seen through the interpreter's profiler, however they were imported. What is done without any
such call, or in a thread of its own, is not seen.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterable
from types import CodeType, FrameType
from typing import Any, Self

_MODULES = {
    "time": "a clock",
    "_socket": "the network",
    "_ssl": "the network",
    "_posixsubprocess": "another program",
    "_winapi": "another program",
    "posix": "files or the system",
    "nt": "files or the system",
}
"""Module of a built-in function → what it stands for."""
_ENVIRON = os.environ.__class__.__getitem__.__code__
_HARMLESS = {"fspath", "getpid"}


def codes_of(callables: Iterable[Any]) -> frozenset[CodeType]:
    """Give the code of functions, methods, partial functions and objects that can be called; of others there is none."""
    return frozenset(code for one in callables if (code := _code(one)) is not None)


def _code(one: Any) -> CodeType | None:
    while isinstance(one, functools.partial):
        one = one.func
    if one is None:
        return None
    own = getattr(one, "__func__", one)
    code = getattr(own, "__code__", None) or getattr(type(one).__call__, "__code__", None)
    return code if isinstance(code, CodeType) else None


class Watch:
    """While it is entered, notes in `seen` what is used below one of the watched codes."""

    def __init__(self, codes: frozenset[CodeType]) -> None:
        """Keep what is to be watched."""
        self.codes, self.seen = codes, set[str]()
        self._before: Any = None

    def __enter__(self) -> Self:
        """Begin to look."""
        self._before = sys.getprofile()
        if self.codes:
            sys.setprofile(self._look)
        return self

    def __exit__(self, *problem: object) -> None:
        """Stop looking."""
        sys.setprofile(self._before if callable(self._before) else None)

    def _look(self, frame: FrameType, event: str, argument: Any) -> None:
        used = ""
        if event == "c_call":
            used = _used(argument)
        elif event == "call" and frame.f_code is _ENVIRON:
            used = "the environment"
        if used and self._below(frame):
            self.seen.add(used)

    def _below(self, frame: FrameType | None) -> bool:
        while frame is not None:
            if frame.f_code in self.codes:
                return True
            frame = frame.f_back
        return False


def _used(function: Any) -> str:
    """Say what a built-in function is a sign of; nothing for most."""
    name, module = getattr(function, "__name__", ""), getattr(function, "__module__", None)
    owner = getattr(function, "__self__", None)
    if module in _MODULES and name not in _HARMLESS:
        return _MODULES[module]
    if name == "open" and module in ("io", "_io"):
        return "files or the system"
    kind = owner if isinstance(owner, type) else type(owner)
    kinds = {f"{base.__module__}.{base.__qualname__}" for base in kind.__mro__}
    if "_random.Random" in kinds:
        return "chance"
    if "_socket.socket" in kinds:
        return "the network"
    if kinds & {"datetime.date", "datetime.datetime"} and isinstance(owner, type) and name in ("now", "utcnow", "today"):
        return "a clock"
    return ""
