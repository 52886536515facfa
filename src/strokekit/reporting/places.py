"""How platforms name a file: from the folder that a command runs in, with `/`, whatever the system."""

from __future__ import annotations

import os
import posixpath
from urllib.parse import quote


def relative(file: str) -> str:
    """Name a file from the present folder, with `/`; one that lies elsewhere keeps its name.

    >>> relative("./routines/a.routine.yaml")
    'routines/a.routine.yaml'
    """
    here = os.getcwd()  # noqa: PTH109 - names of files are texts here: a Path is made of fewer
    inside = os.path.relpath(file, here) if os.path.isabs(file) and _below(file, here) else file  # noqa: PTH117 - as above
    return posixpath.normpath(inside.replace(os.sep, "/")) if inside else ""


def _below(file: str, folder: str) -> bool:
    return os.path.normpath(file).startswith(os.path.join(folder, ""))  # noqa: PTH118 - as above


def uri(file: str) -> str:
    """Give the address of a file: a relative reference, or `file:` for one that lies outside of the present folder.

    >>> uri("my routines/a#1.yaml")
    'my%20routines/a%231.yaml'
    """
    name = relative(file)
    written = quote(name.encode("utf-8", errors="replace"), safe="/!$&'()*+,;=@~")
    return f"file://{written}" if name.startswith("/") else written
