"""Where an included file is, and whether it may be read at all: nothing above the root is ever opened."""

from __future__ import annotations

import os
from pathlib import Path

from strokekit.formats.locating import Wrong
from strokekit.formats.source import Source


def included_path(source: Source, path: str, root: str | os.PathLike[str] | None = None) -> str | Wrong:
    """Give the file system path of a file that a text includes, or say why it may not be read.

    Links are followed before the place is judged, so that none leads out of the root.

    Args:
        source: the text that includes it.
        path: the way from the text's folder, with forward slashes.
        root: the folder that nothing may lie outside of; by default the text's own.

    >>> included_path(Source("a.yaml", ""), "b.yaml").name
    'include-unusable'
    """
    if source.folder is None:
        facts = {"path": path, "problem": "the text that includes it was not read from a file"}
        return Wrong("include-unusable", "", facts=facts)
    folder = Path(source.folder)
    top = folder if root is None else Path(root)
    if Path(path).is_absolute() or not _within(folder / path, top):
        return Wrong(
            "include-outside", "", facts={"path": path, "root": "the folder of the file" if root is None else f"`{root}`"}
        )
    return os.path.normpath(folder / path)


def _within(path: Path, top: Path) -> bool:
    try:
        return path.resolve().is_relative_to(top.resolve())
    except (OSError, RuntimeError, ValueError):  # loops of links, and names that no file can have
        return False
