"""Fuzz the doors of the library, led by coverage: `python -m tests.fuzz reading --seconds 600`.

The fuzzer is atheris, which is libFuzzer for Python. Each target runs in a process of its own. An input that breaks a law is
written into the folder of `--found`, one for each way in which laws break, and the run goes on; in the end the exit code is 1.
Moved to `tests/hostile/found/TARGET`, such an input is a test for ever.

Last campaign, before 0.1.0: `--seconds 75` for each of the eight targets, ten minutes in all, on a machine that was busy. 196,169
inputs (literal 173,037; session 11,239; checking 5,175; reading 4,276; grafting 992; plugin 766; timeline 450; rewriting 234):
nothing broke a law. Those before it found what is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

LONGEST = 4_096
"""Bytes of an input: enough for every construct, and few enough for many runs in a second."""
PATIENCE = 60
"""Seconds that one input may take, on a machine that is busy with other things too."""


def main() -> int:
    """Fuzz the targets that are named, or all of them, one after another; give 1 if a law was broken."""
    arguments = _arguments()
    if arguments.here:
        _fuzz(arguments, arguments.targets[0])
    from tests.fuzz.targets import TARGETS

    before = set(arguments.found.glob("*"))
    options = [text for text in sys.argv[1:] if text not in TARGETS]
    command = [sys.executable, "-m", "tests.fuzz", "--here", *options]
    codes = [subprocess.run([*command, name], check=False).returncode for name in arguments.targets or TARGETS]
    new = sorted(set(arguments.found.glob("*")) - before)
    for path in new:
        print(f"broken: {path}")
    return int(bool(new) or any(codes))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", help="reading, checking, …; by default all of them")
    parser.add_argument("--seconds", type=int, default=0, help="for how long each; 0: until --runs is reached")
    parser.add_argument("--runs", type=int, default=-1, help="how many inputs each; -1: until --seconds have passed")
    parser.add_argument("--seed", type=int, default=0, help="the same number tries the same inputs; 0: others each time")
    parser.add_argument("--found", type=Path, default=Path("found"), help="the folder for inputs that break a law")
    parser.add_argument("--corpus", type=Path, help="the folder to keep inputs in that reach something new, by target")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _fuzz(arguments: argparse.Namespace, name: str) -> None:
    """Fuzz one target; libFuzzer ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["strokekit"]):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.seeds import seeds, words

    arguments.found.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        given, dictionary = Path(folder, "seeds"), Path(folder, "words")
        corpus = Path(arguments.corpus or folder, name)
        given.mkdir()
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds(name)):
            Path(given, str(number)).write_bytes(seed)
        dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in words()), encoding="ascii")
        options = {
            "max_total_time": arguments.seconds,
            "runs": arguments.runs,
            "seed": arguments.seed,
            "max_len": LONGEST,
            "timeout": PATIENCE,
            "report_slow_units": PATIENCE,
            "rss_limit_mb": 1_500,
            "dict": dictionary,
            "artifact_prefix": f"{arguments.found.absolute()}/{name}-",
            "print_final_stats": 1,
        }
        listed = [f"-{option}={value}" for option, value in options.items()]
        atheris.Setup([sys.argv[0], *listed, str(corpus), str(given)], _keeping(TARGETS[name], name, arguments.found))
        atheris.Fuzz()


def _keeping(target: Callable[[bytes], None], name: str, folder: Path) -> Callable[[bytes], None]:
    """Give a target that writes down what breaks its laws, once for each place that raises, and goes on."""
    known: set[str] = set()

    def run(data: bytes) -> None:
        try:
            target(data)
        except Exception as broken:  # noqa: BLE001 - whatever it is, it was not announced
            last = traceback.extract_tb(broken.__traceback__)[-1]
            way = f"{type(broken).__name__} {last.filename}:{last.lineno} {broken if isinstance(broken, AssertionError) else ''}"
            if way not in known:
                known.add(way)
                Path(folder, f"{name}-{hashlib.sha256(way.encode()).hexdigest()[:12]}").write_bytes(data)
                traceback.print_exception(broken)

    return run


def _escaped(word: str) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
