"""Libraries that only one format needs: asked for when it is written, with clear words where they are not installed."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from strokekit.errors import UsageError


def needs(module: str, *, extra: str, to: str) -> ModuleType:
    """Import a library that is optional.

    Args:
        module: what to import.
        extra: the extra of strokekit that brings it.
        to: the format that needs it.

    Raises:
        UsageError: it is not installed; says how to install it.
    """
    try:
        return import_module(module)
    except ImportError as problem:
        missing = (problem.name or module).partition(".")[0]
        raise UsageError(f"the format {to!r} needs {missing}, which is not installed: pip install 'strokekit[{extra}]'") from None
