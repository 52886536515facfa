"""How an output looks: templates of the caller's own that stand in for those that are shipped."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from strokekit.errors import UsageError
from strokekit.model.frozen import FrozenMap

MOST_FILES = 200
"""So many files a template folder may hold: a wrong folder, such as one's home, is to be told of and not read."""
MOST_BYTES = 1_000_000
"""So large one of them may be."""


def _frozen(given: Mapping[str, str]) -> Mapping[str, str]:
    return FrozenMap(given)


@attrs.frozen(kw_only=True)
class Style:
    """The caller's own templates: name in the folder, with `/` → text. Read once, so that rendering opens no file."""

    templates: Mapping[str, str] = attrs.field(factory=FrozenMap, converter=_frozen)

    @classmethod
    def of(cls, folder: str | os.PathLike[str] | None) -> Style:
        """Read a folder of templates; without one, the shipped templates are used.

        Raises:
            UsageError: there is no such folder, it holds too much, or something in it is no UTF-8 text.
        """
        if folder is None:
            return cls()
        if not Path(folder).is_dir():
            raise UsageError(f"there is no folder {os.fspath(folder)!r} with templates")
        return cls(templates=dict(_read(Path(folder), path) for path in _files(Path(folder))))


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            found.append(path)
        if len(found) > MOST_FILES:
            raise UsageError(f"{os.fspath(folder)!r} holds more than {MOST_FILES} files: is it a folder of templates?")
    return sorted(found)


def _read(folder: Path, path: Path) -> tuple[str, str]:
    name = path.relative_to(folder).as_posix()
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UsageError(f"the template {name!r} is larger than {MOST_BYTES} bytes")
        return name, path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"the template {name!r} is no UTF-8 text") from None
    except OSError as problem:
        raise UsageError(f"the template {name!r} can't be read: {(problem.strerror or str(problem)).lower()}") from None


SHIPPED = Style()
"""The look that strokekit ships."""
