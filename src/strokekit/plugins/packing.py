"""Plugins on their way to another process: modules travel by name."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

import attrs


@attrs.frozen
class Packed:
    """The name of a module that is a plugin."""

    name: str

    @classmethod
    def of(cls, plugin: Any) -> Any:
        """Take the name of a module; any other plugin travels as it is."""
        return cls(plugin.__name__) if isinstance(plugin, ModuleType) else plugin

    def load(self) -> ModuleType:
        """Import the module where it has arrived."""
        return import_module(self.name)
