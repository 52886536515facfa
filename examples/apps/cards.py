"""Make a card for every routine of a folder, on all cores.

python examples/apps/cards.py ROUTINES CARDS --to markdown
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from strokekit import Engine


@cache
def engine() -> Engine:
    """Make the engine of this process, once: it is asked for when the first card is made."""
    return Engine()


def card(path: Path, to: str) -> tuple[str, str | bytes, str]:
    """Make one card: the name of the file without its endings, the card, and what is wrong where there is none."""
    name = path.name.partition(".")[0]
    outcome = engine().fit(engine().compose(engine().load(path)))
    if outcome.value is None or not outcome.report.ok:
        return name, b"", "\n".join(str(error) for error in outcome.report.errors)
    return name, engine().render(outcome.value, to=to), ""


def cards(paths: list[Path], to: str, jobs: int) -> Iterator[tuple[str, str | bytes, str]]:
    """Make the cards of many routines in so many processes, in the order of the routines."""
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        # In lumps, so that little is sent around, and small enough that all processes end at about the same time.
        yield from pool.map(card, paths, [to] * len(paths), chunksize=max(1, len(paths) // (jobs * 8)))


def main(arguments: list[str]) -> int:
    """Make the cards of a folder; 1 if one could not be made."""
    parser = argparse.ArgumentParser(description="make a card for every routine of a folder")
    parser.add_argument("routines", type=Path)
    parser.add_argument("cards", type=Path)
    parser.add_argument("--to", default="markdown", choices=sorted(engine().catalog.renderers))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args(arguments)
    given.cards.mkdir(parents=True, exist_ok=True)
    suffix, failed = engine().catalog.renderers[given.to].suffix, 0
    for name, content, wrong in cards(sorted(given.routines.glob("*.routine.*")), given.to, given.jobs):
        if wrong:
            failed += 1
            print(wrong, file=sys.stderr)
            continue
        target = given.cards / f"{name}{suffix}"
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        print(target)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
