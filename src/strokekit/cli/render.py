"""`strokekit render`: routines as cards, timelines and what else renderers make, at their ideal times or at those of a total."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

import attrs

from strokekit.cli.common import Composed, composed, settings, show_report, write, wrong_call
from strokekit.cli.engines import engine_of
from strokekit.cli.fits import asked_for, fitted
from strokekit.cli.paths import named
from strokekit.cli.render_many import render_many
from strokekit.cli.streams import USAGE, Streams
from strokekit.diagnostics import Report, Severity
from strokekit.engine import Engine
from strokekit.errors import PluginError, UsageError
from strokekit.model.plan import Plan
from strokekit.model.timeline import Timeline
from strokekit.plugins.declarations import Loss, Rendered, Renderer
from strokekit.rendering.calling import renderer_of
from strokekit.rendering.options import settled


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Render a routine, or several; nothing is written of one that can't be rendered."""
    engine = engine_of(arguments, streams, arguments.files)
    if isinstance(engine, int):
        return engine
    asked = _asked(arguments, engine)
    if isinstance(asked, str):
        return wrong_call(arguments, streams, asked)
    found = list(named(arguments.files))
    if len(arguments.files) > 1 or found != arguments.files:
        return render_many(arguments, streams, found, asked.renderer.suffix, one_of_many)
    (arguments.file,) = arguments.files
    return render(arguments, streams, engine, asked)[0]


_kept: dict[str, tuple[Engine, Asked]] = {}
"""The engine of this process, by what it was asked for: one serves all files that a process renders."""


def one_of_many(arguments: argparse.Namespace, streams: Streams) -> tuple[int, bool]:
    """Render one of several files, in whatever process; the engine is made once in each."""
    key = repr(sorted((name, value) for name, value in vars(arguments).items() if name not in ("file", "output")))
    if key not in _kept:
        engine = engine_of(arguments, streams, arguments.files)
        if isinstance(engine, int):
            return engine, False
        asked = _asked(arguments, engine)
        if isinstance(asked, str):
            return wrong_call(arguments, streams, asked), False
        _kept.clear()
        _kept[key] = engine, asked
    return render(arguments, streams, *_kept[key])


@attrs.frozen
class Asked:
    """The renderer of a call, and its options by name as they are written."""

    renderer: Renderer
    options: Mapping[str, str]


def _asked(arguments: argparse.Namespace, engine: Engine) -> Asked | str:
    """Find out what is asked for before anything is read; what is wrong with it is said in words."""
    given = settings(arguments.option)
    if isinstance(given, str):
        return f"--option takes NAME=VALUE, not {given!r}"
    options = {name: values[-1] for name, values in given.items()}
    try:
        renderer = renderer_of(engine.catalog, arguments.to)
        settled(renderer, engine.catalog, options)
    except UsageError as problem:
        return str(problem)
    return Asked(renderer, options)


def render(arguments: argparse.Namespace, streams: Streams, engine: Engine, asked: Asked) -> tuple[int, bool]:
    """Render the file of a call with an engine and write it; give the exit code, and whether something was written."""
    made = composed(arguments, streams, engine)
    if isinstance(made, int):
        return made, False
    ready, code = _ready(made, asked.renderer, arguments, streams)
    if ready is None:
        return code, False
    rendered = _rendered(engine, ready, asked, arguments, streams)
    if rendered is None:
        return USAGE, False
    written = write(arguments, rendered.content, streams)
    for loss in rendered.losses if not written else ():
        streams.err(f"{arguments.command}: {said(loss)}\n")
    return max(code, written), not written


def _ready(
    made: Composed, renderer: Renderer, arguments: argparse.Namespace, streams: Streams
) -> tuple[Timeline | Plan | None, int]:
    """Give what the renderer needs, and the exit code so far: a card shows what is unknown, all else needs every time."""
    if not (renderer.timed or asked_for(arguments)):
        return made.plan, made.code
    return fitted(made, arguments, streams)


def _rendered(
    engine: Engine, timeline: Timeline | Plan, asked: Asked, arguments: argparse.Namespace, streams: Streams
) -> Rendered | None:
    """Render; None if that fails, which is then shown as the caller's fault, or as that of the plugin."""
    try:
        return engine.rendered(
            timeline,
            to=asked.renderer.id,
            language=arguments.language,
            options=asked.options,
            templates=arguments.templates,
        )
    except UsageError as problem:
        wrong_call(arguments, streams, str(problem))
    except PluginError as error:
        show_report(Report.of(attrs.evolve(problem, severity=Severity.ERROR) for problem in error.problems), None, streams)
    return None


_NAMED = 3
"""So many of the cues that a loss concerns are named."""


def said(loss: Loss) -> str:
    """Say a loss on one line, with the first of the cues that it concerns.

    >>> said(Loss(name="overlap", message="2 cues were shortened", cues=["a", "b#2"]))
    'lost: 2 cues were shortened (a, b#2)'
    """
    names = list(dict.fromkeys(loss.cues))
    shown = [*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])]
    where = f" ({', '.join(shown)})" if shown else ""
    return f"lost: {loss.message}{where}"
