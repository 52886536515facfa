"""Timeline → a cue sheet for spreadsheets: a row for every cue, with its times to the millisecond."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from strokekit.exporting.moments import stamp
from strokekit.exporting.wording import PROMPTS, Wording
from strokekit.model.timeline import Cue
from strokekit.plugins.declarations import Rendered
from strokekit.rendering.context import RenderContext

COLUMNS = (
    "start", "end", "length_ms", "kind", "name", "section", "technique", "title", "where", "side", "tool", "pressure",
    "repeats", "text", "basis",
)  # fmt: skip
"""The first row. It is the same in every language, since programs read it."""
SEPARATORS: Mapping[str, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell that a spreadsheet would compute begins with."""


def cue_sheet(context: RenderContext) -> Rendered:
    """Write the cue sheet as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets a `'` before it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=SEPARATORS[context.options["separator"]], lineterminator="\r\n")
    writer.writerow(COLUMNS)
    wording, guarded = Wording.of(context), []
    for cue in context.timeline.cues:
        cells = _row(wording, cue)
        kept = [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]
        guarded += [cue.name] if kept != cells else []
        writer.writerow(kept)
    losses = (context.loss("guarded", cues=guarded),) if guarded else ()
    return Rendered(content=written.getvalue(), losses=losses)


def _row(wording: Wording, cue: Cue) -> list[str]:
    work, move = cue.work, cue.move
    text = wording.prompt(cue) if cue.kind in PROMPTS else wording.text(cue.text)
    return [
        stamp(cue.start),
        stamp(cue.end),
        str(cue.length),
        cue.kind,
        cue.name,
        cue.section,
        cue.technique or "",
        wording.title(cue) if work is not None or cue.kind == "rest" else "",
        wording.places(cue) if move is None else move.where or move.path,
        wording.side(cue) if move is None else move.side,
        " ".join(work.tools or ()) if work is not None else "",
        work.level if work is not None else "",
        str(cue.repeats) if cue.repeats is not None else "",
        text,
        cue.basis,
    ]
