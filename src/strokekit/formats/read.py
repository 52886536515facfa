"""Text or file → document: the doors of this room.

Reading never raises, whatever the text: everything wrong with it is a diagnostic. Only a path or an argument of the wrong
type raises. The library opens a file here and nowhere else, and only when it is given a path.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from io import BufferedReader

from strokekit.diagnostics import Diagnostic, Outcome, Report, diagnose
from strokekit.formats.document import Document, Syntax
from strokekit.formats.limits import Limits
from strokekit.formats.source import BOM, Source
from strokekit.formats.text import as_text

SUFFIXES: dict[str, Syntax] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
"""The last suffix of a file's name, in lower case, and the syntax it promises."""
TOML = ".toml"
"""The suffix that data files of plugins may have besides these."""

_LIMITS = Limits()


def read_text(
    text: str | bytes,
    *,
    name: str = "<text>",
    syntax: Syntax | None = None,
    limits: Limits = _LIMITS,
    folder: str | os.PathLike[str] | None = None,
) -> Outcome[Document]:
    """Read `text` into a document, with everything found on the way.

    A document is also given beside errors where they are local (a duplicate key, a scalar that readers take differently);
    a text that can't be followed to its end, or that breaks a limit on size, depth or nodes, gives none.

    Args:
        text: the text, or its bytes in UTF-8; a byte order mark is skipped.
        name: what reports call it; its last suffix decides the syntax.
        syntax: the syntax, whatever the name says. Without it and without a known suffix, a text that begins with `{` is
            JSON and any other YAML.
        limits: the bounds of this reading.
        folder: where the text says it stands: its includes are looked for there. Nothing is opened by reading.

    >>> read_text("strokekit: 1").require().data
    {'strokekit': 1}
    >>> print(read_text("hold: 1:30", name="a.yaml").report.diagnostics[0])
    a.yaml:1:7: error[SK108] `1:30` is the number 90 to some YAML readers and text to others
    """
    decoded = as_text(text, name=name, limits=limits)
    if isinstance(decoded, Diagnostic):
        return Outcome(None, Report.of([decoded]))
    source = Source(name, decoded, folder=None if folder is None else os.fsdecode(folder))
    if (syntax or _promised(name) or _looks(decoded)) == "json":
        from strokekit.formats.json_reader import read_json

        return read_json(source, limits)
    from strokekit.formats.yaml_reader import read_yaml

    return read_yaml(source, limits)


def read_path(path: str | os.PathLike[str], *, limits: Limits = _LIMITS, name: str | None = None) -> Outcome[Document]:
    """Read the file at `path`, by the syntax that its last suffix promises.

    At most `limits.size` + 1 bytes are read. A path that leads nowhere, to a folder or to something unreadable is a
    diagnostic.

    Args:
        path: the file; a name that ends in none of `SUFFIXES` is refused.
        limits: the bounds of this reading.
        name: what reports call it; without it the path, with characters that can't be printed written as escapes.

    >>> print(read_path("no/such.yaml").report.diagnostics[0])
    no/such.yaml: error[SK901] there is no file `no/such.yaml`
    """
    content = file_content(path, limits=limits, name=name)
    if isinstance(content, Diagnostic):
        return Outcome(None, Report.of([content]))
    return read_content(content, path, limits=limits, name=name)


def file_content(path: str | os.PathLike[str], *, limits: Limits = _LIMITS, name: str | None = None) -> bytes | Diagnostic:
    """Take the bytes of a file, as many as `read_path` reads of it, or say why there are none.

    >>> print(file_content("no/such.yaml"))
    no/such.yaml: error[SK901] there is no file `no/such.yaml`
    """
    where = os.fsdecode(path)
    return _content(where, _printable(where) if name is None else name, limits)


def read_content(
    content: bytes, path: str | os.PathLike[str], *, limits: Limits = _LIMITS, name: str | None = None
) -> Outcome[Document]:
    """Read the bytes that were taken from the file at `path`: what `read_path` does, with nothing opened.

    >>> read_content(b"strokekit: 1", "a.yaml").require().source.name
    'a.yaml'
    """
    where = os.fsdecode(path)
    folder = os.path.dirname(where)  # noqa: PTH120 - as below
    shown = _printable(where) if name is None else name
    return read_text(content, name=shown, syntax=_promised(where), limits=limits, folder=folder)


def read_source(path: str | os.PathLike[str], *, limits: Limits = _LIMITS) -> Source | None:
    """Take the text of a file as it is, whatever its name ends in and whatever is wrong with it; None if it can't be opened.

    To show the lines that findings speak of: what is no UTF-8 is replaced, and at most `limits.size` bytes are read.

    >>> read_source("no/such.toml")
    """
    where = os.fsdecode(path)
    try:
        with open_ordinary(where) as file:
            content = file.read(limits.size)
    except (OSError, ValueError):
        return None
    return Source(where, content.decode("utf-8", errors="replace"))


def read_data_path(path: str | os.PathLike[str], *, limits: Limits = _LIMITS) -> Outcome[Document]:
    """Read a data file, such as that of a plugin: as `read_path` does, and TOML too.

    >>> print(read_data_path("no/such.toml").report.diagnostics[0])
    no/such.toml: error[SK901] there is no file `no/such.toml`
    """
    where = os.fsdecode(path)
    if _suffix(where) != TOML:
        return read_path(path, limits=limits)
    shown = _printable(where)
    content = _content(where, shown, limits, known=(*SUFFIXES, TOML))
    text = content if isinstance(content, Diagnostic) else as_text(content, name=shown, limits=limits)
    return Outcome(None, Report.of([text])) if isinstance(text, Diagnostic) else read_toml_text(text, name=shown, limits=limits)


def read_toml_text(text: str, *, name: str = "<text>", limits: Limits = _LIMITS) -> Outcome[Document]:
    """Read a text that is TOML, which only data files of plugins may be.

    >>> read_toml_text('title = "Shiatsu"').require().data
    {'title': 'Shiatsu'}
    """
    from strokekit.formats.toml_reader import read_toml

    return read_toml(Source(name, text), limits)


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a Path can't hold every name a report may show


def _promised(name: str) -> Syntax | None:
    return SUFFIXES.get(_suffix(name))


def _looks(text: str) -> Syntax:
    return "json" if text.removeprefix(BOM).lstrip().startswith("{") else "yaml"


def _printable(path: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in path)


def _content(path: str, shown: str, limits: Limits, known: Collection[str] = tuple(SUFFIXES)) -> bytes | Diagnostic:
    try:
        with open_ordinary(path) as file:
            if _suffix(path) not in known:
                return diagnose("suffix-unknown", file=shown, path=shown, suffixes=", ".join(SUFFIXES))
            return file.read(limits.size + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path, which no file can have
        return diagnose("file-missing", file=shown, path=shown)
    except OSError as error:
        return diagnose("file-unreadable", file=shown, path=shown, problem=_problem(error))


def open_ordinary(path: str) -> BufferedReader:
    """Open a file for its bytes, and nothing else that has a path: a pipe may keep its reader waiting, a device has no end.

    Raises:
        OSError: it can't be opened, or is no ordinary file.
        ValueError: no file can have such a path.

    >>> open_ordinary("/dev/null")
    Traceback (most recent call last):
    OSError: it is no ordinary file
    """
    file = open(path, "rb", opener=_at_once)  # noqa: SIM115 - as below; whoever asked for it closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError("it is no ordinary file")
    return file


def _at_once(path: str, flags: int) -> int:
    # A pipe that nobody writes into would be waited for, for ever; a device may have an end or not.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _problem(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, PermissionError):
        return "this user may not read it"
    return (error.strerror or str(error) or type(error).__name__).lower()
