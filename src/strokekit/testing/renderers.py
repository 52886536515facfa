"""Renderers on trial: a declaration is read, and routines with everything in them are written down, in several ways."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from strokekit.engine import Engine
from strokekit.errors import PluginError, UsageError
from strokekit.model.plan import Plan
from strokekit.model.timeline import Timeline
from strokekit.model.timeline_json import read_timeline, timeline_text
from strokekit.plugins.attempting import said
from strokekit.plugins.declarations import Rendered, Renderer
from strokekit.rendering.calling import renderer_of
from strokekit.testing.techniques import Fault
from strokekit.testing.watching import Watch, codes_of

_HEAD = "strokekit: 1\ncontraindications: none_reviewed\n"
ROUTINES: Mapping[str, str] = {
    "plain": f"{_HEAD}title: Calf\nsections: [{{id: a, steps: [{{technique: kneading, where: calf, duration: 1 min}}]}}]\n",
    "rich": f"""{_HEAD}title: {{en: Everything, de: Alles}}
sections:
  - id: start
    phase: preparation
    steps: [{{say: Welcome}}, {{action: rub_hands}}]
  - id: work
    position: prone
    lubricant: oil
    steps:
      - technique: kneading
        where: [calf, thigh]
        pressure: gentle..moderate
        tempo: slow
        duration: 1 min
        rest: 5 s
        ask: {{text: "All right?", at: 50%}}
        caution: {{text: Slowly, at: start}}
      - id: loop
        repeat: 3
        steps: [{{technique: circles, where: lower_back}}]
        between: [{{technique: stroking, where: back}}]
      - {{id: pair, sides: each, steps: [{{technique: gliding, path: ankle -> buttock, duration: 30 s}}]}}
      - {{technique: circles, where: calf, side: both, duration: 20 s}}
      - {{checkpoint: 1..90 min}}
""",
    "hostile": json.dumps(
        {
            "strokekit": 1,
            "contraindications": "none_reviewed",
            "title": "<script>alert(1)</script> & \"quotes\" 'all' \\ {{ 1 }} --> =1+1 🙂 مرحبا",
            "sections": [
                {
                    "id": "a",
                    "title": "]]> <!-- | ~~~ `x` #35; \u2028",
                    "steps": [
                        {
                            "technique": "kneading",
                            "where": "calf",
                            "title": "x" * 10_000,
                            "note": "line\n\nbreaks\r\n# and [marks](x)",
                            "say": "<b>&amp;</b>",
                            "duration": "1 min",
                        }
                    ],
                }
            ],
        }
    ),
    "nothing to do": f"{_HEAD}title: Empty\nsections: [{{id: a, steps: [{{checkpoint: 1..9 min}}]}}]\n",
}
"""What a renderer is tried on: a plain routine, one with every kind of cue, one whose texts are hostile, an empty one."""


def check_renderer(engine: Engine, name: str, *, options: Mapping[str, Any] | None = None, accept: Collection[str] = ()) -> None:
    """Try a renderer of a plugin, and tell everything that is wrong with it at once.

    Its declaration must say what it is and what each of its options means (`summary`), a media type (`media-type`) and a suffix
    with a dot (`suffix`). It must write down every routine of `ROUTINES` (`failed`), in another language too, the same each time
    (`unsteady`), from a timeline that was read back from JSON or say that it needs a plan (`failed`), and a plan of which a time
    is unknown unless it is `timed` (`plan`). It looks at no clock, chance, files, network or environment (`impure`), and its text
    can be written as UTF-8 (`text`).

    Args:
        engine: one that has the plugin.
        name: the id of the renderer, with its namespace.
        options: those that it is tried with.
        accept: names of faults that are known and let pass.

    Raises:
        AssertionError: something is wrong; the message has a line for each fault.
        UsageError: there is no such renderer, or it takes no such options.

    >>> from strokekit import Engine
    >>> check_renderer(Engine(), "csv", options={"separator": "tab"})
    """
    found = [fault for fault in renderer_faults(engine, name, options=options) if fault.name not in accept]
    if found:
        lines = "\n".join(f"  {fault}" for fault in found)
        raise AssertionError(f"{name} has {len(found)} fault{'s' if len(found) > 1 else ''}:\n{lines}")


def renderer_faults(engine: Engine, name: str, *, options: Mapping[str, Any] | None = None) -> tuple[Fault, ...]:
    """Give the faults of a renderer, those of its declaration first; see `check_renderer`.

    Raises:
        UsageError: there is no such renderer, or it takes no such options.
    """
    from strokekit.rendering.options import settled

    renderer = renderer_of(engine.catalog, name)
    settled(renderer, engine.catalog, options or {})
    return tuple(dict.fromkeys((*_declared(renderer), *_tried(engine, renderer, options or {}))))


def _declared(renderer: Renderer) -> Iterator[Fault]:
    if not (renderer.title and renderer.summary):
        yield Fault("summary", "nothing says what it is: give it a `title` and a `summary`")
    silent = [name for name, option in renderer.options.items() if not (option.title and option.summary)]
    if silent:
        yield Fault("summary", f"nothing says what the option {silent[0]!r} means: give it a `title` and a `summary`")
    if [bool(part) for part in renderer.media_type.split("/")] != [True, True]:
        yield Fault("media-type", f"{renderer.media_type!r} is no media type: write one such as `text/plain`")
    if not renderer.suffix.startswith("."):
        yield Fault("suffix", f"{renderer.suffix!r} is no suffix: it begins with a dot")


def _tried(engine: Engine, renderer: Renderer, options: Mapping[str, Any]) -> Iterator[Fault]:
    for what, text in ROUTINES.items():
        plan = engine.compose(engine.loads(text, syntax="json" if text.startswith("{") else "yaml")).require()
        timeline = engine.fit(plan).require()
        yield from _outputs(engine, renderer, options, what, timeline)
    if not renderer.timed:
        unknown = _HEAD + "title: Open\nsections: [{id: a, steps: [{unlisted: 2}]}]\n"
        yield from _plan(engine, renderer, options, engine.compose(engine.loads(unknown)).require())


def _outputs(engine: Engine, renderer: Renderer, options: Mapping[str, Any], what: str, timeline: Timeline) -> Iterator[Fault]:
    """Write one timeline down in every way, and hold what comes out against each other."""

    def render(given: Timeline, language: str = "") -> Rendered:
        return engine.rendered(given, to=renderer.id, options=options, language=language)

    try:
        first = render(timeline)
        watch = Watch(codes_of([renderer.render] if what == "plain" else []))  # looking on takes ten times as long
        with watch:
            second = render(timeline)
        render(timeline, "de")
    except (PluginError, UsageError) as problem:
        yield Fault("failed", f"on the {what} routine: {said(problem)}")
        return
    yield from (Fault("impure", f"it uses {used}") for used in sorted(watch.seen))
    if first != second:
        yield Fault("unsteady", f"it gives another output for the same {what} routine")
    if isinstance(first.content, str) and not _writable(first.content):
        yield Fault("text", f"its text on the {what} routine can't be written as UTF-8")
    try:
        render(read_timeline(timeline_text(timeline)))
    except UsageError:
        return  # it says that it needs a plan
    except PluginError as problem:
        yield Fault("failed", f"on the {what} routine, read back from JSON: {said(problem)}")


def _writable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _plan(engine: Engine, renderer: Renderer, options: Mapping[str, Any], plan: Plan) -> Iterator[Fault]:
    try:
        engine.rendered(plan, to=renderer.id, options=options)
    except (PluginError, UsageError) as problem:
        yield Fault("plan", f"it is declared as not `timed`, and fails where a time is unknown: {said(problem)}")
