"""Compare routines: a table of their times, and a plot of what their time is spent on.

python examples/apps/compare.py ONE.routine.yaml TWO.routine.yaml THREE.routine.yaml --plot compared.png
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from strokekit import Engine, InvalidRoutine, Timeline

OTHER = "other"
"""What is done beside the work with the hands: preparing, turning over, resting."""
HEAD = ("routine", "total", "hands on", "on the table", "steps", "techniques", "stated")


def load(engine: Engine, path: Path) -> Timeline:
    """Read a routine and give every step its ideal time.

    Raises:
        InvalidRoutine: it has errors, or a time that nobody knows.
    """
    return engine.fit(engine.compose(engine.load(path))).require()


def families(timeline: Timeline) -> Counter[str]:
    """Add up the milliseconds of each family of techniques."""
    spent: Counter[str] = Counter()
    for cue in timeline.cues:
        if cue.kind in {"step", "rest"}:
            spent[cue.work.family if cue.hands_on and cue.work else OTHER] += cue.length
    return spent


def row(name: str, timeline: Timeline) -> tuple[str, ...]:
    """Give the line of the table for a routine."""
    steps = [cue for cue in timeline.cues if cue.kind == "step" and cue.hands_on]
    stated = sum(cue.length for cue in timeline.cues if cue.kind == "step" and cue.basis == "stated")
    times = (timeline.total, timeline.totals["hands_on"], timeline.totals["table"])
    share = f"{stated * 100 // timeline.total if timeline.total else 0} %"
    return (name, *map(clock, times), str(len(steps)), str(len({cue.technique for cue in steps})), share)


def clock(ms: int) -> str:
    """Write a time as minutes and seconds."""
    seconds = (ms + 500) // 1000
    return f"{seconds // 60}:{seconds % 60:02}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Lay lines out in columns, the first to the left, all others to the right."""
    widths = [max(len(line[column]) for line in rows) for column in range(len(rows[0]))]
    lines = ([cell.rjust(width) for cell, width in zip(line, widths, strict=True)] for line in rows)
    return "\n".join("  ".join((given[0].ljust(widths[0]), *cells[1:])) for given, cells in zip(rows, lines, strict=True))


def plot(timelines: dict[str, Timeline], path: Path) -> None:
    """Draw a bar for each routine, divided by families, and save it in the format that the file's name says."""
    from matplotlib.figure import Figure

    spent = {name: families(timeline) for name, timeline in timelines.items()}
    kinds = [kind for kind, _ in sum(spent.values(), Counter[str]()).most_common()]
    figure = Figure(figsize=(9, 1.6 + 0.6 * len(spent)), layout="constrained")
    axes = figure.subplots()
    left = dict.fromkeys(spent, 0.0)
    hatches = ("", "//", "..", "\\\\", "xx", "++", "oo")
    for number, kind in enumerate(kinds):
        minutes = [spent[name][kind] / 60_000 for name in spent]
        label, hatch = kind.replace("_", " "), hatches[number % len(hatches)]
        axes.barh(list(spent), minutes, left=list(left.values()), label=label, hatch=hatch, edgecolor="white")
        left = {name: left[name] + spent[name][kind] / 60_000 for name in spent}
    axes.invert_yaxis()
    axes.set_xlabel("minutes")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    figure.savefig(path)


def main(arguments: list[str]) -> int:
    """Compare the files that are named; 1 if one of them can't be used."""
    parser = argparse.ArgumentParser(description="compare routines")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--plot", type=Path, help="where to save a plot: a file ending in .png, .svg or .pdf")
    given = parser.parse_args(arguments)
    engine, timelines = Engine(), {}
    for path in given.files:
        try:
            timelines[path.name.removesuffix(".routine.yaml")] = load(engine, path)
        except InvalidRoutine as wrong:
            print(wrong, file=sys.stderr)
            return 1
    print(table([HEAD, *(row(name, timeline) for name, timeline in timelines.items())]))
    if given.plot:
        plot(timelines, given.plot)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
