"""Run the benchmarks: `python -m tests.benchmarks`. They print ratios to named alternatives and judge nothing.

Each table is the median of interleaved runs in one process (or of whole processes), so that the ratios hold on a noisy machine.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from strokekit import Engine, hookimpl
from strokekit.plugin import Takes, Technique
from tests.benchmarks.corpus import ARTICLE, routine
from tests.benchmarks.environment import (
    CATALOG,
    CHECK,
    DISCOVER,
    DISTRIBUTIONS,
    LIST,
    PLUGINS,
    START,
    TECHNIQUES,
    furnish,
    imported,
    program,
)
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


class Bench:
    """A plugin with as many techniques as those on disk."""

    @hookimpl
    def strokekit_techniques(self) -> Iterator[Technique]:
        """Contribute them."""
        for number in range(TECHNIQUES):
            takes = {"where": Takes(needs=True)}
            yield Technique(
                id=f"press_{number}", title=f"Press {number}", family="compression", summary="Leaning in.", takes=takes
            )


def plugins() -> None:
    """Time whole processes in an environment with many distributions and plugins, against the same without any plugin."""
    with tempfile.TemporaryDirectory() as made:
        many = furnish(Path(made) / "many")
        none = furnish(Path(made) / "none", plugins=0)
        for title, code, *more in (
            ("list without loading", LIST),
            ("discover", DISCOVER),
            ("discover, build the catalogue", CATALOG),
            ("discover, check the article", CHECK, str(ARTICLE)),
        ):
            things = {
                "the interpreter and the import of Engine alone": program(START, none),
                f"{DISTRIBUTIONS} distributions, no plugin": program(code, none, *more),
                f"{DISTRIBUTIONS} distributions, {PLUGINS} plugins of {TECHNIQUES} techniques": program(code, many, *more),
            }
            print(table(title, interleaved(things, 9), f"{DISTRIBUTIONS} distributions, no plugin"))
        print(f"\nplugins imported by listing without --load: {len(imported(LIST, many))}")


def steps() -> None:
    """Time composing in this process, with engines that know more and more plugins: a step must not cost more for them."""
    text, things = routine(1_000), {}
    for count in (0, PLUGINS, 5 * PLUGINS):
        engine = Engine(plugins={f"bench_{number}": Bench() for number in range(count)})
        things[f"{count} plugins"] = lambda engine=engine: engine.compose(engine.loads(text)).require()
    print(table("1,000 steps read, checked, composed", interleaved(things, 5), "0 plugins"))


if __name__ == "__main__":
    start_up()
    plugins()
    steps()
    files()
