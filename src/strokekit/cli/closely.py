"""`strokekit time --load` and `--explain`: what only a timeline knows."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import attrs

from strokekit.cli.common import wrong_call
from strokekit.cli.streams import OK, Streams
from strokekit.errors import UsageError
from strokekit.model.timeline import Timeline
from strokekit.rendering.explaining import explained
from strokekit.rendering.loads import explanation_json, load_json, load_text
from strokekit.rendering.phrases import Phrases
from strokekit.timing.explaining import Explanation, explain, named
from strokekit.timing.load import Load, load_of

if TYPE_CHECKING:
    from strokekit.cli.time import Table


def closely(arguments: argparse.Namespace, streams: Streams, timeline: Timeline, table: Table) -> int:
    """Show what only a timeline knows: the load on the therapist, and why steps are there."""
    try:
        close = Close.of(timeline, arguments)
    except UsageError as problem:
        return wrong_call(arguments, streams, str(problem))
    if arguments.format == "json":
        streams.json(table.json() | close.json())
    else:
        streams.out(close.text(table.phrases))
    return OK


@attrs.frozen
class Close:
    """What is asked of a timeline."""

    load: Load | None
    explanations: tuple[Explanation, ...] | None

    @classmethod
    def of(cls, timeline: Timeline, arguments: argparse.Namespace) -> Close:
        """Find it.

        Raises:
            UsageError: nothing has a name that is to be explained.
        """
        cues = [cue for name in arguments.explain for cue in named(timeline, name)]
        told = tuple(explain(timeline, cue) for cue in cues) if arguments.explain else None
        return cls(load_of(timeline) if arguments.load else None, told)

    def json(self) -> dict[str, Any]:
        """Give it as JSON, to stand beside the times."""
        load = {} if self.load is None else {"load": load_json(self.load)}
        told = {} if self.explanations is None else {"explanations": [explanation_json(one) for one in self.explanations]}
        return {**load, **told}

    def text(self, phrases: Phrases) -> str:
        """Write it down."""
        load = [] if self.load is None else [load_text(phrases, self.load)]
        return "\n".join([*load, *(explained(phrases, one) for one in self.explanations or ())])
