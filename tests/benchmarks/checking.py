"""What checking costs: `python -m tests.benchmarks.checking [NAME …]`, without names all that follows.

start-up      imports, help, version, one file, as whole processes
many          1,000 files against check-jsonschema with the published schema
again         the same 1,000 files, unchanged
cores         the same on one core and on two
worth         from how many files on a second process is worth it
stream        one valid file against the event stream of its YAML alone; 200 more techniques
growth        1,000 to 100,000 steps

Each gives a ratio, what is asked of it, and whether that holds. Processes of both sides find compiled Python files, as they do
where packages are installed; start-up is also measured in processor time, which other work on the machine disturbs less.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

import yaml

from strokekit import Engine, Report
from strokekit.batch import check_files, workers
from tests.benchmarks.__main__ import Bench
from tests.benchmarks.corpus import ARTICLE, routine
from tests.benchmarks.side_by_side import interleaved

ROOT = Path(__file__).parents[2]
SCHEMA = os.fspath(ROOT / "schemas" / "routine.schema.json")
REFERENCE = [os.fspath(Path(sys.executable).parent / "check-jsonschema"), "--schemafile", SCHEMA]
CHECK = [sys.executable, "-m", "strokekit", "check", "--format", "concise"]
FILES, STEPS = 1_000, 40


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Give the environment of the processes: compiled files are kept in a folder of their own, reports nowhere."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join(filter(None, (os.fspath(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    return {**given, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": f"{folder}/compiled", "STROKEKIT_CACHE_DIR": "", **more}


def spent(command: list[str], env: Mapping[str, str]) -> tuple[float, float]:
    """Run a process; give the seconds that it took by the clock and of the processors."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=env)
    end, after = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    return end - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def processes(commands: Mapping[str, list[str]], env: Mapping[str, str], rounds: int) -> dict[str, tuple[float, float]]:
    """Run processes in turns; give the medians by the clock and of the processors, the first round not counted."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            once = spent(command, env)
            if number:
                taken[name].append(once)
    return {name: (statistics.median(t[0] for t in all_), statistics.median(t[1] for t in all_)) for name, all_ in taken.items()}


def judged(what: str, found: float, asked: float, *, least: bool = False) -> None:
    """Print a ratio, what is asked, and whether it holds."""
    holds = found >= asked if least else found <= asked
    print(f"  {what:<72} {found:8.2f}   asked {'>=' if least else '<='} {asked:<5}  {'pass' if holds else 'MISS'}")


def start_up(folder: Path) -> None:
    """Measure whole processes."""
    python = sys.executable
    commands = {
        "bare": [python, "-c", "pass"],
        "strokekit": [python, "-c", "import strokekit"],
        "jsonschema": [python, "-c", "import jsonschema"],
        "help": [python, "-m", "strokekit", "--help"],
        "version": [python, "-m", "strokekit", "--version"],
        "check": [*CHECK, os.fspath(ARTICLE)],
        "reference": [*REFERENCE, os.fspath(ARTICLE)],
    }
    both = processes(commands, environment(folder), 9)
    for number, by in enumerate(("the clock", "processor time")):
        took = {name: times[number] for name, times in both.items()}
        print(
            f"\nstart-up by {by}: bare interpreter {took['bare'] * 1000:.0f} ms, one file checked {took['check'] * 1000:.0f} ms"
        )
        imported = max(took["strokekit"] - took["bare"], 0) / (took["jsonschema"] - took["bare"])
        judged("import strokekit : import jsonschema, both without the interpreter", imported, 0.1)
        judged("strokekit --help : bare interpreter", took["help"] / took["bare"], 3)
        judged("strokekit --version : bare interpreter", took["version"] / took["bare"], 3)
        judged("check of one file, plugins looked for : check-jsonschema", took["check"] / took["reference"], 0.5)


def files_in(folder: Path) -> Path:
    """Write the files: no two the same, all valid."""
    made = folder / "files"
    if not made.exists():
        made.mkdir()
        for number in range(FILES):
            text = routine(STEPS).replace("A routine", f"Number {number}, a routine")
            (made / f"{number:04}.routine.yaml").write_text(text, encoding="utf-8")
    return made


def many(folder: Path) -> None:
    """Measure a thousand files against the program that validates them with the published schema; that takes minutes."""
    made, env = files_in(folder), environment(folder)
    spent([*CHECK, os.fspath(ARTICLE)], env)
    ours = [spent([*CHECK, os.fspath(made)], env)]
    theirs = spent([*REFERENCE, *sorted(map(os.fspath, made.iterdir()))], env)
    # Before and after it: it takes minutes, and the machine may change meanwhile.
    ours += [spent([*CHECK, os.fspath(made)], env)]
    clock, processors = (statistics.mean(one[by] for one in ours) for by in (0, 1))
    print(f"\n{FILES:,} files of {STEPS} steps: strokekit {clock:.1f} s, check-jsonschema {theirs[0]:.1f} s")
    print(f"  processors {processors:.1f} s and {theirs[1]:.1f} s: {theirs[1] / processors:.2f} on one core each")
    judged("check-jsonschema : strokekit check, on all cores, nothing cached", theirs[0] / clock, 20, least=True)


def again(folder: Path) -> None:
    """Measure a second run on unchanged files against the first."""
    command = [*CHECK, os.fspath(files_in(folder))]
    spent([*CHECK, os.fspath(ARTICLE)], environment(folder))
    ratios = []
    for number in range(3):
        env = environment(folder, STROKEKIT_CACHE_DIR=os.fspath(folder / f"cache{number}"))
        first, second = spent(command, env), spent(command, env)
        ratios.append(first[0] / second[0])
        print(f"\n{FILES:,} files: {first[0]:.1f} s, then {second[0]:.1f} s; processors {first[1]:.1f} s, then {second[1]:.1f} s")
    judged("first run : second run", statistics.median(ratios), 5, least=True)


SPLIT = """
import io, os, sys
from strokekit.cli.main import main
assert main(["check", "--jobs", sys.argv[1], sys.argv[2]], stdout=io.StringIO(), stderr=io.StringIO()) == 0
spent = os.times()
print(spent.user + spent.system, spent.children_user + spent.children_system)
"""


def cores(folder: Path) -> None:
    """Measure one core against two: by the clock, and by what of the work the processes do side by side."""
    made, env = os.fspath(files_in(folder)), environment(folder)
    medians = processes({jobs: [*CHECK, made, "--jobs", jobs] for jobs in ("1", "2")}, env, 3)
    print(f"\n{FILES:,} files: one core {medians['1'][0]:.1f} s, two {medians['2'][0]:.1f} s")
    judged("one core : two cores, by the clock", medians["1"][0] / medians["2"][0], 1.7, least=True)
    split = {}
    for jobs in ("1", "2"):
        command = [sys.executable, "-c", SPLIT, jobs, made]
        ran = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
        split[jobs] = [float(text) for text in ran.stdout.split()]
    itself, others = split["2"]
    print(
        f"  processors: one process {split['1'][0]:.1f} s; of two, the first {itself:.1f} s and those that check {others:.1f} s"
    )
    judged("the same where both cores are free, reckoned from these", split["1"][0] / (itself + others / 2), 1.7, least=True)


def _drained(engine: Engine, files: list[str], jobs: int) -> None:
    for _ in check_files(engine, files, jobs=jobs):
        pass


def worth(folder: Path) -> None:
    """Measure from how many files on a second process is worth it."""
    engine, files = Engine(), sorted(map(os.fspath, files_in(folder).iterdir()))
    list(check_files(engine, files[:1]))
    print("\nfiles, bytes: one process, two")
    before, workers.WORTH = workers.WORTH, {"fork": 0, "spawn": 0}
    for count in (2, 5, 10, 20, 50, 100):
        some = files[:count]
        took = interleaved({jobs: partial(_drained, engine, some, jobs) for jobs in (1, 2)}, 3)
        size = sum(Path(path).stat().st_size for path in some)
        print(f"  {count:4} {size:9,}: {took[1] * 1000:7.0f} ms {took[2] * 1000:7.0f} ms   {took[1] / took[2]:.2f}")
    workers.WORTH = before


def _checked(engine: Engine, text: str) -> Report:
    return engine.check(engine.read_text(text))


def stream(_: Path) -> None:
    """Measure one valid file in this process."""
    text = routine(STEPS)
    engines = {"12": Engine(), "200": Engine(plugins={f"bench_{number}": Bench() for number in range(20)})}
    things: dict[str, Callable[[], object]] = {
        "events": lambda: sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader)),
        "read": lambda: engines["12"].read_text(text),
        "structured": lambda: engines["12"].loads(text),
        **{name: partial(_checked, engine, text) for name, engine in engines.items()},
    }
    took = interleaved(things, 60, clock=process_time)
    print(f"\none file of {STEPS} steps, {len(text)} characters: " + ", ".join(f"{n} {t * 1000:.2f} ms" for n, t in took.items()))
    judged("reading : the event stream of PyYAML in C", took["read"] / took["events"], 2.5)
    judged("reading and every check : the event stream of PyYAML in C", took["12"] / took["events"], 2.5)
    judged("200 techniques more : those that are shipped alone", took["200"] / took["12"], 1.1)


GROWN = """
import gc, resource, sys, time
from strokekit import Engine, Report
from strokekit.batch import check_files, workers
from tests.benchmarks.corpus import routine
steps = int(sys.argv[1])
engine = Engine(limits=Limits(size=10**9, nodes=10**8))
assert engine.check(engine.read_text(routine(40))).ok
text = routine(steps)
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
assert engine.check(engine.read_text(text)).ok
end, after = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((end - start) / steps, (after - before) * 1024 / steps)
"""


def growth(folder: Path) -> None:
    """Measure what a step costs in small and large routines, with limits raised, in processor time and memory at its highest."""
    env, found = environment(folder), {}
    print()
    for steps in (1_000, 10_000, 100_000):
        ran = subprocess.run(
            [sys.executable, "-c", GROWN, str(steps)], check=True, capture_output=True, text=True, env=env, cwd=ROOT
        )
        seconds, size = map(float, ran.stdout.split())
        found[steps] = seconds
        print(f"  {steps:7,} steps: {seconds * 1_000_000:6.0f} microseconds and {size / 1000:5.1f} kB a step")
    judged("a step among 100,000 : a step among 1,000", found[100_000] / found[1_000], 1.6)


ALL: Mapping[str, Callable[[Path], None]] = {
    "start-up": start_up,
    "many": many,
    "again": again,
    "cores": cores,
    "worth": worth,
    "stream": stream,
    "growth": growth,
}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for name in sys.argv[1:] or ALL:
            ALL[name](Path(made))
