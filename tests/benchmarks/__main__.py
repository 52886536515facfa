"""Run the benchmarks: `python -m tests.benchmarks`. They print ratios to named alternatives and judge nothing.

Each table is the median of interleaved runs in one process (or of whole processes), so that the ratios hold on a noisy machine.
"""

from __future__ import annotations

import yaml
from jsonschema import Draft202012Validator

from strokekit import Engine
from tests.benchmarks.corpus import ARTICLE, routine
from tests.benchmarks.side_by_side import interleaved, process, table

ENGINE = Engine()
REFERENCE = Draft202012Validator(ENGINE.schema())


def events(text: str) -> int:
    """Go through PyYAML's C event stream and do nothing with it."""
    return sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader))


def naive(text: str) -> list[object]:
    """Do what a program without strokekit would do: load with PyYAML, validate with jsonschema and the published schema."""
    return list(REFERENCE.iter_errors(yaml.load(text, Loader=yaml.CSafeLoader)))


def checked(text: str) -> object:
    """Read, check and compose, rules included."""
    return ENGINE.compose(ENGINE.loads(text)).require()


def whole(text: str) -> object:
    """Do all of it: read, check, compose, fit."""
    return ENGINE.fit(ENGINE.compose(ENGINE.loads(text))).require()


def files() -> None:
    """Time reading, checking and composing of three sizes of file."""
    sizes = {"the article": ARTICLE.read_text(encoding="utf-8"), "40 steps": routine(40), "10,000 steps": routine(10_000)}
    for name, text in sizes.items():
        things = {
            "PyYAML, C event stream alone": lambda text=text: events(text),
            "strokekit: read": lambda text=text: ENGINE.read_text(text),
            "strokekit: read and structure": lambda text=text: ENGINE.loads(text),
            "strokekit: read, check, compose": lambda text=text: checked(text),
            "strokekit: read, check, compose, fit": lambda text=text: whole(text),
        }
        if len(text) < 100_000:
            things["PyYAML CSafeLoader + jsonschema, published schema"] = lambda text=text: naive(text)
        rounds = 15 if len(text) < 100_000 else 3
        print(table(f"{name}, {len(text)} characters", interleaved(things, rounds), "PyYAML, C event stream alone"))


def start_up() -> None:
    """Time whole processes: imports, help, one check."""
    things = {
        "python -c pass": process("-c", "pass"),
        "import strokekit": process("-c", "import strokekit"),
        "import jsonschema": process("-c", "import jsonschema"),
        "strokekit --help": process("-m", "strokekit", "--help"),
        "strokekit check, the article": process("-m", "strokekit", "check", str(ARTICLE)),
        "strokekit time, the article": process("-m", "strokekit", "time", str(ARTICLE)),
    }
    print(table("whole processes", interleaved(things, 9), "python -c pass"))


if __name__ == "__main__":
    start_up()
    files()
