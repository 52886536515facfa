"""A process that plays a routine until it is killed; imported once by the server that all of them are forked from."""

from __future__ import annotations

import io
import os
from typing import Any

from strokekit.cli import play as _play
from strokekit.cli import play_screen as _play_screen
from strokekit.cli.main import main
from strokekit.engine import Engine

ROUTINE = """\
strokekit: 1
title: Many strokes
contraindications: none_reviewed
sections:
  - id: legs
    title: Legs
    repeat: 40
    steps:
      - {technique: kneading, id: knead, where: calf, duration: 1500 ms, say: {text: Breathe, at: 500 ms}}
      - {technique: holding, id: hold, where: calf, duration: 700 ms}
"""
ENGINE = Engine.discover()
"""Made once, before anything is forked, as are the modules of the player."""
LOADED = (_play, _play_screen)
_ = ENGINE.render(ENGINE.fit(ENGINE.compose(ENGINE.loads(ROUTINE))).require())


def play(argv: list[str], ends: Any, *, terminal: bool) -> None:
    """Play with one end for both directions, which is a terminal, or with none to read from."""
    number = ends.detach() if terminal else ends.fileno()
    Engine.discover = lambda **_: ENGINE  # type: ignore[method-assign]  # in this process alone
    os.environ |= {"TERM": "xterm-256color", "COLUMNS": "90", "LINES": "20"}
    out = open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the process ends with it
    given = open(number, encoding="utf-8", closefd=False) if terminal else io.StringIO()  # noqa: SIM115 - the process ends with it
    raise SystemExit(main(argv, stdin=given, stdout=out, stderr=out))
