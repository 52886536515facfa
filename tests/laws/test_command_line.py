"""The law of the command line: whatever it is given, it ends by itself, and with 0 only for what is valid."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strokekit import Engine
from strokekit.cli.main import main
from tests.cli.running import GOOD, WARNED

COMMANDS = ["check", "time", "render", "techniques", "regions", "schema", "stubs"]
OPTIONS = ["--format", "--to", "--set", "--help", "--version", "--stdin-filename", "--language"]
VALUES = ["-", "json", "concise", "text", "markdown", "passes=3", "passes=x", "x", "a.json", "de", "kneading", "gone.yaml"]
WORDS = st.sampled_from([*COMMANDS, *OPTIONS, *VALUES])
ARGUMENTS = st.lists(WORDS | st.text(max_size=5).filter(lambda word: not word.startswith("-o")), max_size=5)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A routine with a stretch cut out or written over: often still nearly one."""
    text = draw(st.sampled_from([GOOD, WARNED]))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(start + 12, len(text))))
    return text[:start] + draw(st.text(max_size=4) | st.sampled_from(["", " ", ":", "3", "calf", "\n"])) + text[end:]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(argv=ARGUMENTS, stdin=texts() | st.text(max_size=20))
def test_no_call_raises(argv: list[str], stdin: str) -> None:
    """Any arguments and any standard input give 0, 1 or 2, and no traceback."""
    out, err = io.StringIO(), io.StringIO()

    assert main(argv, io.StringIO(stdin), out, err) in (0, 1, 2)
    assert "Traceback" not in err.getvalue()
    assert "SK905" not in err.getvalue()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts(), command=st.sampled_from(["check", "time", "render"]))
def test_0_only_for_valid_documents(text: str, command: str) -> None:
    """A command that reads a routine gives 0 exactly if the engine finds no error in it and, to render it, can time it."""
    engine = Engine()
    plan = engine.compose(engine.loads(text, name="<stdin>"))
    valid = plan.ok and (command != "render" or engine.fit(plan).ok)

    code = main([command, "-"], io.StringIO(text), io.StringIO(), io.StringIO())

    assert code == (0 if valid else 1)


@settings(max_examples=30)
@given(name=st.text(max_size=12))
def test_no_path_raises(name: str) -> None:
    """A path may be anything that can be typed."""
    path = str(Path("no-such-folder") / name) if "/" not in name else f"no-such-folder/{name}"

    assert main(["check", path], io.StringIO(), io.StringIO(), io.StringIO()) == 1
