"""Every fenced block of README.md and docs/ does what the page says; the pages of codes have a test of their own."""

from __future__ import annotations

import importlib.util
import shutil
import textwrap
from pathlib import Path
from typing import TextIO

import pytest

from tests.house.pages import blocks, run_page
from tests.house.walking import WALKED

ROOT = Path(__file__).parents[2]
CODES = ROOT / "docs" / "codes"
PAGES = [
    ROOT / "README.md",
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if CODES not in path.parents or path.name == "index.md"),
]
PAGES = [path for path in PAGES if path not in WALKED]  # those are walked in a clean environment, by tests/packages/test_walks.py


def _promised() -> list[str]:
    """Give the commands of README.md that `.ci/run` runs."""
    spec = importlib.util.spec_from_file_location("ci_commands", ROOT / ".ci" / "commands.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: list[str] = module.commands((ROOT / "README.md").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_page_is_true(path: Path, tmp_path: Path) -> None:
    """All blocks of the page run, and show what they do show."""
    from strokekit.cli.main import main

    shutil.copytree(ROOT / "examples", tmp_path / "examples")

    assert run_page(path, folder=tmp_path, main=main, elsewhere=_promised()) == []


def fake_main(argv: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:  # noqa: ARG001
    """Stand in for the command line: a check fails if the file says `wrong`, everything else echoes."""
    if argv[0] != "check":
        stdout.write(f"{' '.join(argv)}\n")
        return 0
    wrong = "wrong" in Path(argv[-1]).read_text(encoding="utf-8")
    stderr.write(f"{argv[-1]}: wrong\n" if wrong else "")
    return int(wrong)


def _faults(page: str, folder: Path) -> list[str]:
    """Run a page with the stand-in, in a folder below `folder`."""
    path = folder / "page.md"
    path.write_text(textwrap.dedent(page), encoding="utf-8")
    (folder / "run").mkdir()
    return run_page(path, folder=folder / "run", main=fake_main, elsewhere=["make all"])


RIGHT = """\
    # A page
    ```python
    number = 2
    print(number)
    ```
    ```text output
    2
    ```
    - In a list:

      ```python
      >>> number + 1
      3
      >>> other = 5
      ```
    ```python file=kept.py
    word = "kept"
    ```
    ```python
    import kept
    assert (kept.word, other) == ("kept", 5)
    ```
    ```sh
    make all
    ```
    ```sh
    $ strokekit time x.yaml --set 'a=b c'
    time x.yaml --set a=b c
    $ strokekit techniques
    techniques
    ```
    ```yaml file=mine.routine.yaml
    # a comment
    strokekit: 1
    ```
    ```yaml invalid
    strokekit: 1
    title: wrong
    ```
    ```console
    $ strokekit check mine.routine.yaml
    $ echo $?
    0
    $ strokekit check routine.yaml
    routine.yaml: wrong
    $ echo $?
    1
    ```
    ```yaml fragment
    - {technique: gliding}
    ```
    ```json
    {"a": 1}
    ```
    ```toml
    a = 1
    ```
    ````text
    ```
    no fence
    ```
    ````
"""


def test_a_right_page_has_no_faults(tmp_path: Path) -> None:
    """A page that uses every kind of block, each of them right, passes."""
    assert _faults(RIGHT, tmp_path) == []


def test_a_page_leaves_no_modules(tmp_path: Path) -> None:
    """Two pages may keep a module under the same name: the second is not handed the first one's."""
    for value in (1, 2):
        folder = tmp_path / str(value)
        folder.mkdir()
        kept = f"```python file=same_name.py\nvalue = {value}\n```\n"
        used = f"```python\nimport same_name\nassert same_name.value == {value}\n```\n"
        assert _faults(kept + used, folder) == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("```rust\n```", "page.md:1: no block may be fenced 'rust'", id="a language"),
        pytest.param("\n```\nx\n```", "page.md:2: no block may be fenced 'without a language'", id="no language"),
        pytest.param("```python\nprint(1 / 0)\n```", "page.md:1: ZeroDivisionError: division by zero", id="python raises"),
        pytest.param(
            "```python\n>>> 1 + 1\n3\n```",
            'page.md:1: File "page", line 1, in page\nFailed example:\n    1 + 1\nExpected:\n    3\nGot:\n    2',
            id="python shows something else",
        ),
        pytest.param(
            "```python\nprint(2)\n```\n```text output\n3\n```",
            "page.md:4: expected:\n3\nfound:\n2",
            id="python prints something else",
        ),
        pytest.param("```sh\npip install x\n```", "page.md:1: the block has no `$ strokekit …` to run", id="not run by anyone"),
        pytest.param(
            "```sh\n$ strokekit a | head\n```",
            "page.md:1: only `$ strokekit …` is run, without pipes: strokekit a | head",
            id="a pipe",
        ),
        pytest.param(
            "```console\n$ strokekit a\nb\n```",
            "page.md:1: expected:\n$ strokekit a\nb\nfound:\n$ strokekit a\na",
            id="a command prints something else",
        ),
        pytest.param(
            "```yaml\nsteps: []\n```",
            "page.md:1: a yaml block is a whole routine, `strokekit: 1` first, or fenced `yaml fragment`",
            id="half a routine",
        ),
        pytest.param(
            "```yaml\nstrokekit: 1\ntitle: wrong\n```",
            "page.md:1: `strokekit check` ends with 1, not 0:\nroutine.yaml: wrong",
            id="a routine with errors",
        ),
        pytest.param(
            "```yaml invalid\nstrokekit: 1\n```",
            "page.md:1: `strokekit check` ends with 0, not 1:",
            id="a routine without the errors",
        ),
        pytest.param(
            "```json\n{a: 1}\n```",
            "page.md:1: json.decoder.JSONDecodeError: "
            "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
            id="json",
        ),
        pytest.param(
            "```yaml fragment\na: *b\n```",
            "page.md:1: yaml.composer.ComposerError: found undefined alias 'b'\n  in \"<unicode string>\", line 1, column 4:\n"
            "    a: *b\n       ^",
            id="yaml",
        ),
        pytest.param(
            "```toml\na\n```",
            "page.md:1: tomllib.TOMLDecodeError: Expected '=' after a key in a key/value pair (at line 1, column 2)",
            id="toml",
        ),
    ],
)
def test_a_wrong_page_is_found(page: str, expected: str, tmp_path: Path) -> None:
    """Each thing that a page can get wrong is found, with its line and what was found instead."""
    assert _faults(page, tmp_path) == [expected]


def test_a_fault_does_not_hide_the_next(tmp_path: Path) -> None:
    """A page is run to its end, whatever fails on the way."""
    faults = _faults("```rust\n```\n```go\n```\n", tmp_path)

    assert faults == ["page.md:1: no block may be fenced 'rust'", "page.md:3: no block may be fenced 'go'"]


def test_a_block_that_is_never_closed_ends_with_the_page() -> None:
    """A missing closing fence takes the rest of the page into the block, as Markdown does."""
    assert [block.text for block in blocks("```json\n{\n}")] == ["{\n}\n"]
