"""What is remembered of files from one run to the next: a small file for each, in a folder of the user's.

A report is used again only where everything that it was made of is as it was: the bytes of the file and of all that it includes,
also of what was not there; its path; the engine with its plugins, limits and back-end; strokekit itself. What can't be read or
was damaged counts as unknown. Several runs may use one folder at once: each entry is written aside and put in its place whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from strokekit.batch.keeping import Unkept, read_report, write_report
from strokekit.formats.read import open_ordinary
from strokekit.formats.source import Source
from strokekit.reporting import Checked

FORMAT = "1"
"""The form of the entries; it changes whenever they do."""


def default_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Give the folder where the cache is kept unless another is named; None where nobody says where the user's folders are.

    `STROKEKIT_CACHE_DIR` names it, and empty says that there is none; else it lies where the system keeps caches.

    >>> default_folder({"XDG_CACHE_HOME": "/c"}, "linux").as_posix()
    '/c/strokekit'
    """
    own = environment.get("STROKEKIT_CACHE_DIR")
    if own is not None:
        return Path(own) if own else None
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local, "strokekit", "Cache") if local else None
    home = environment.get("HOME")
    if platform == "darwin":
        return Path(home, "Library", "Caches", "strokekit") if home else None
    kept = environment.get("XDG_CACHE_HOME")
    if kept and Path(kept).is_absolute():
        return Path(kept, "strokekit")
    return Path(home, ".cache", "strokekit") if home else None


@attrs.frozen
class Cache:
    """Remembers reports in a folder, which is made when the first is kept.

    Attributes:
        folder: where; nothing else should be in it.

    >>> Cache(Path("no/such/folder")).bound("engine").get("a.yaml", b"") is None
    True
    """

    folder: Path

    def bound(self, engine: str) -> Entries:
        """Give the entries of one engine, by its digest."""
        return Entries(self.folder, engine)


@attrs.frozen
class Entries:
    """The entries of a cache for one engine; they pickle."""

    folder: Path
    engine: str

    def get(self, path: str, content: bytes) -> Checked | None:
        """Give what was found in a file when it had just these bytes; None where that is not known."""
        entry = _read(self._place(path))
        if entry is None or entry.get("key") != self._key(content):
            return None
        try:
            if any(digest != state_of(name) for name, digest in entry["opened"]):
                return None
            report, named = read_report(entry["report"]), entry["source"]
        except (ValueError, TypeError, KeyError, AttributeError):
            return None
        return Checked(file=path, report=report, source=None if named is None else _source(named, path, content))

    def put(self, path: str, content: bytes, checked: Checked, opened: Iterable[str]) -> None:
        """Remember what was found in a file; what can't be written down is not remembered, and nobody is told."""
        with contextlib.suppress(Unkept, OSError, ValueError):
            entry = {
                "key": self._key(content),
                "opened": [[name, state_of(name)] for name in dict.fromkeys(opened)],
                "source": checked.source and checked.source.name,
                "report": write_report(checked.report),
            }
            _write(self._place(path), entry)

    def _key(self, content: bytes) -> str:
        return _digest(f"{FORMAT} {self.engine} ".encode(), content)

    def _place(self, path: str) -> Path:
        # The path as it was given stands in the report, and the same one leads elsewhere from another folder.
        name = _digest(os.fsencode(os.path.abspath(path)), b"\0", os.fsencode(path))  # noqa: PTH100 - no Path for a name with NUL
        return self.folder / name[:2] / f"{name[2:]}.json"


def state_of(path: str) -> str | None:
    """Tell a file from how it was: a digest of its bytes and of where links lead from it; None where nothing can be read."""
    try:
        with open_ordinary(path) as file:
            held = hashlib.file_digest(file, "sha256").digest()
            return _digest(os.fsencode(os.path.realpath(path)), b"\0", held)
    except (OSError, ValueError):
        return None


def _digest(*parts: bytes) -> str:
    made = hashlib.blake2b(digest_size=20)
    for part in parts:
        made.update(part)
    return made.hexdigest()


def _source(name: str, path: str, content: bytes) -> Source:
    return Source(name, content.decode("utf-8", errors="replace"), folder=os.path.dirname(path))  # noqa: PTH120 - as above


def _read(place: Path) -> dict[str, Any] | None:
    """Read an entry: a digest, and behind it the text that it is of, so that half a text is none."""
    try:
        digest, _, text = place.read_bytes().partition(b"\n")
        if digest != _digest(text).encode():
            return None
        entry = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def _write(place: Path, entry: Mapping[str, Any]) -> None:
    text = json.dumps(entry, separators=(",", ":")).encode()
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    import tempfile  # it brings more along than a run that finds everything needs

    handle, aside = tempfile.mkstemp(dir=place.parent, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(b"\n".join((_digest(text).encode(), text)))
        os.replace(aside, place)  # noqa: PTH105 - the name is a text
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(aside)  # noqa: PTH108 - as above
        raise
