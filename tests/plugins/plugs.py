"""Plugins of all sorts, whole and broken, and distributions that announce them, for the tests of this room."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strokekit import hookimpl
from strokekit.plugins.declarations import Technique
from strokekit.plugins.discovery import Owner, collect

OWNER = Owner("thai", "strokekit-thai", "1.2")


def technique(name: str = "palming", **more: Any) -> Technique:
    """Make a technique that says as little as it may."""
    return Technique(id=name, title=name.title(), family="compression", summary="Palms press.", **more)


class Whole:
    """A plugin that works."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute one technique."""
        return [technique()]


class Raising:
    """A generator that fails only when it is gone through."""

    @hookimpl
    def strokekit_techniques(self) -> Iterator[Technique]:
        """Contribute one technique and fail."""
        yield technique()
        raise RuntimeError("no more palms")


class Exiting:
    """A hook that ends the program."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """End the program."""
        sys.exit("goodbye")


class Misspelt:
    """A hook that does not exist."""

    @hookimpl
    def strokekit_technique(self) -> list[Technique]:
        """Contribute to nothing."""
        return [technique()]


class Demanding:
    """A hook with an argument."""

    @hookimpl
    def strokekit_techniques(self, config: object) -> list[Technique]:
        """Ask for what nobody gives."""
        return [technique(str(config))]


class Unmarked:
    """A hook without its mark."""

    def strokekit_techniques(self) -> list[Technique]:
        """Contribute one technique, but for the mark."""
        return [technique()]


def giving(hook: str, value: Any) -> Any:
    """Make a plugin whose one hook gives just this."""

    class Giving:
        pass

    def implementation(_self: object) -> Any:
        return value

    implementation.__name__ = hook
    setattr(Giving, hook, hookimpl(implementation))
    return Giving()


def problems(*plugins: Any) -> list[str]:
    """Say what is wrong with plugins, gathered into a catalogue."""
    from strokekit.plugins.catalog import build_catalog

    found = collect((OWNER if index == 0 else Owner(f"other_{index}"), plugin) for index, plugin in enumerate(plugins))
    return [problem.message for problem in build_catalog(found.contributions, found.problems).problems]


def distribution(
    folder: Path, name: str, version: str, namespace: str, module: str, text: str = "", *, entry: str | None = None
) -> None:
    """Put a distribution into a folder: metadata with an entry point, and the module that it names unless `entry` is given."""
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[strokekit]\n{namespace} = {entry or module}\n", encoding="utf-8")
    (folder / f"{module}.py").write_text(text, encoding="utf-8")


def forget(folder: Path) -> None:
    """Forget the modules that were imported from a folder."""
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None)).startswith(str(folder)):
            del sys.modules[name]
