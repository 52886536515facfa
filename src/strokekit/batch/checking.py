"""Many files, each checked once: those that are known from the cache, the others on as many cores as are worth it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from strokekit.batch.cache import Cache, Entries
from strokekit.batch.one import content_of
from strokekit.batch.standing import digest_of
from strokekit.batch.workers import Workers, cores
from strokekit.diagnostics import Diagnostic
from strokekit.engine import Engine
from strokekit.reporting import Checked

WINDOW = 2_000
"""So many files are looked up before those that are not known are checked: all of a usual folder, and no more at once."""


def check_files(engine: Engine, files: Iterable[str], *, jobs: int = 1, cache: Cache | None = None) -> Iterator[Checked]:
    """Check files; the reports come in the order of the files, each as soon as it is its turn.

    Args:
        engine: what checks them. Where other processes start anew, as they do on some systems, it is pickled, with its plugins.
        files: paths; a file that can't be read has a report that says so.
        jobs: how many processes may work: 1 is this one alone, 0 as many as there are cores. Others are started only where
            there is enough to do for them.
        cache: where reports are remembered from earlier runs; without it nothing is read or written but the files.

    Raises:
        PluginError: in strict mode, if a plugin can't be used.

    >>> [one.report.errors[0].name for one in check_files(Engine(), ["no/such.yaml"])]
    ['file-missing']
    """
    entries = None if cache is None else cache.bound(digest_of(engine))
    waiting = iter(files)
    with Workers(engine, entries, jobs or cores()) as workers:
        while window := list(islice(waiting, WINDOW)):
            yield from _window(engine, entries, workers, window)


def _window(engine: Engine, entries: Entries | None, workers: Workers, files: list[str]) -> Iterator[Checked]:
    known: list[Checked | None] = []
    size = 0
    for path in files:
        content = content_of(engine, path)
        found = _known(entries, path, content)
        known.append(found)
        size += 0 if found is not None or isinstance(content, Diagnostic) else len(content)
    unknown = workers.checked([path for path, found in zip(files, known, strict=True) if found is None], size)
    for found in known:
        yield next(unknown) if found is None else found


def _known(entries: Entries | None, path: str, content: bytes | Diagnostic) -> Checked | None:
    return None if entries is None or isinstance(content, Diagnostic) else entries.get(path, content)
