"""Find the texts that strokekit ships beside its code: schemas, the article's routine, code pages, notices.

They lie in `_data` inside the installed package, and in the top-level folders of a source checkout, which an editable
install uses too. This module knows where they are, which belong, and where they are published; it does not know what they mean.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["schemas", "routines", "codes", "notices"]
"""The kinds of text; each is a folder of its own."""

DOCUMENTATION = "docs"
"""Where the documentation is read: the folder of strokekit's repository until a release has an address, which then stands here.

An address that leads nowhere would be worse than none: who clicks on it learns only that. `strokekit explain` shows the pages of
codes without any.
"""

_PACKAGE = Path(__file__).resolve().parent

# kind: (folder below `_data`, folder in a checkout, the names that belong)
_PLACES: dict[Kind, tuple[str, str, str]] = {
    "schemas": ("schemas", "schemas", "*.json"),
    "routines": ("routines", "examples/routines", "upper-lower-back.routine.yaml"),
    "codes": ("codes", "docs/codes", "*.md"),
    "notices": ("", "", "NOTICE"),
}


def read_text(kind: Kind, name: str) -> str:
    """Read one of the shipped texts.

    Args:
        kind: what it is.
        name: a file's name, one of `names(kind)`.

    Raises:
        LookupError: nothing of that name is shipped.

    >>> read_text("notices", "NOTICE").splitlines()[0]
    'strokekit'
    """
    known = names(kind)
    if name not in known:
        raise LookupError(f"strokekit ships no {name!r} among its {kind}; there are: {', '.join(known) or 'none'}")
    return (_folder(kind) / name).read_text(encoding="utf-8")


def names(kind: Kind) -> tuple[str, ...]:
    """Name the shipped texts of a kind, sorted.

    >>> names("routines")
    ('upper-lower-back.routine.yaml',)
    """
    return tuple(sorted(path.name for path in _folder(kind).glob(_PLACES[kind][2])))


def _folder(kind: Kind) -> Path:
    """Give the folder of a kind: below `_data` where that exists, else in the checkout around `src/strokekit`."""
    installed, checkout, _ = _PLACES[kind]
    data = _PACKAGE / "_data"
    return data / installed if data.is_dir() else _PACKAGE.parents[1] / checkout
