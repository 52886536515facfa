"""Where a session is kept while it is played, so that a kill costs next to nothing."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import attrs

from strokekit.cli.common import why
from strokekit.cli.play_alone import Lock
from strokekit.diagnostics import Outcome
from strokekit.playing.course import Course
from strokekit.playing.forms import fingerprint
from strokekit.playing.keeping import resume, saved_at, snapshot, write_whole
from strokekit.playing.session import Session


def usual_path(course: Course, environment: Mapping[str, str]) -> str:
    """Give the file that a course's session is kept in: in the folder where programs of this user keep their state.

    >>> usual_path(Course(segments=()), {"XDG_STATE_HOME": "/state"}).startswith("/state/strokekit/sessions/")
    True
    """
    home = environment.get("HOME") or environment.get("USERPROFILE") or "."
    folder = environment.get("XDG_STATE_HOME") or environment.get("LOCALAPPDATA") or f"{home}/.local/state"
    return f"{folder}/strokekit/sessions/{fingerprint(course)[:32]}.json"


@attrs.define
class Keeper:
    """Keeps one session in a file. What can't be written is told once, and the work goes on."""

    path: str
    wall: Callable[[], int]
    complain: Callable[[str], None]
    lock: Lock = attrs.field(init=False)
    _kept: Session | None = None
    _failed: bool = False

    def __attrs_post_init__(self) -> None:
        """Name the lock, without taking it."""
        self.lock = Lock(f"{self.path}.lock")

    def read(self, course: Course) -> tuple[Outcome[Session] | None, int]:
        """Give the session that was kept, and when; None if there is none.

        Raises:
            OSError: the file is there, and can't be read.
        """
        try:
            text = Path(self.path).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None, 0
        except UnicodeDecodeError:
            text = ""
        found = resume(text, course, now=self.wall())
        return found, saved_at(text) if found.value is not None else 0

    def keep(self, session: Session) -> None:
        """Write the session down, if it has changed."""
        if session is self._kept or self._failed:
            return
        try:
            self._folder()
            write_whole(self.path, snapshot(session, saved=self.wall()))
        except (OSError, ValueError) as problem:
            self._failed = True
            self.complain(why(problem))
        self._kept = session

    def take(self) -> None:
        """Keep others from the file, as long as this process lasts.

        Raises:
            InUse: another process has it.
        """
        with contextlib.suppress(OSError, ValueError):  # told when something is to be kept
            self._folder()
        self.lock.take()

    def _folder(self) -> None:
        Path(self.path).parent.mkdir(parents=True, exist_ok=True, mode=0o700)

    def forget(self) -> None:
        """Take the file away: the session is over."""
        for path in (self.path, f"{self.path}.new"):
            with contextlib.suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - a Path is made of fewer names than a user may type
