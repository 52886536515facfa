"""The table of codes: numbers and names are unique, each code is used, and each has a page that proves it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TextIO

import pytest

from strokekit.diagnostics.codes import _ROWS, CODES, Code
from tests.house.code_index import INDEX, index
from tests.house.code_pages import walk

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "strokekit"
PAGES = ROOT / "docs" / "codes"


def test_numbers_and_names_are_given_once() -> None:
    """No number and no name stands for two things."""
    counted = Counter([row.number for row in _ROWS] + [row.name for row in _ROWS])

    assert [word for word, times in counted.items() if times > 1] == []
    assert {row.name: row for row in _ROWS} == CODES


def test_numbers_and_names_have_their_form() -> None:
    """A number is SK and three digits, growing down the table; a name is words with hyphens."""
    numbers = [row.number for row in _ROWS]

    assert [number for number in numbers if not re.fullmatch(r"SK[1-9]\d\d", number)] == []
    assert [row.name for row in _ROWS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.name)] == []
    assert numbers == sorted(numbers)


def test_every_code_is_used() -> None:
    """Each code is reported somewhere: its quoted name stands in a source file other than the table."""
    table = SOURCES / "diagnostics" / "codes.py"
    sources = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py") if path != table)
    quoted = set(re.findall(r"""["']([a-z0-9-]+)["']""", sources))

    assert [f"{row.number} {row.name}" for row in _ROWS if row.name not in quoted] == []


def test_every_page_is_about_a_code() -> None:
    """No page is left over from a code that is gone; an index may stand among them."""
    expected = {f"{row.number}-{row.name}.md" for row in _ROWS}

    assert {path.name for path in PAGES.iterdir()} - expected <= {"index.md"}


def test_the_index_is_current() -> None:
    """The index lists every code by its stage, in the words of its page: `python -m tests.house.code_index` renews it."""
    assert INDEX.read_text(encoding="utf-8") == index()


@pytest.mark.parametrize("code", _ROWS, ids=lambda code: code.name)
def test_the_page_proves_its_code(code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bad example says what the page says it says; the good one does not raise the code."""
    from strokekit.cli.main import main

    monkeypatch.chdir(tmp_path)
    path = PAGES / f"{code.number}-{code.name}.md"

    assert walk(path, number=code.number, name=code.name, folder=tmp_path, main=main) == []


RIGHT = """\
# SK201 unknown-key

A key that the format does not know.

## Why

A misspelt key would be ignored.

## Bad

```yaml
# options: --set a=b
strokekit: 1
titel: wrong
```

## Says

```text
routine.yaml --set a=b: SK201
```

## Good

```json
{"strokekit": 1}
```
"""


def fake_main(argv: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:  # noqa: ARG001
    """Stand in for `strokekit check`: whatever says `wrong` gets SK201, with the options of the command."""
    *options, name = argv[3:]
    text = Path(name).read_text(encoding="utf-8")
    if "wrong" in text:
        stdout.write(f"{' '.join([name, *options])}: SK201\n")
    return int("wrong" in text)


def _walk(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Walk a page as that of SK201, with the stand-in."""
    monkeypatch.chdir(folder)
    path = folder / "SK201-unknown-key.md"
    path.write_text(page, encoding="utf-8")
    return walk(path, number="SK201", name="unknown-key", folder=folder, main=fake_main)


def test_a_right_page_has_no_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of the form that is asked for passes, with options and with both syntaxes."""
    assert _walk(RIGHT, tmp_path, monkeypatch) == []


def test_a_page_may_prove_its_code_in_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A code that no file's text raises is proved by a program that names it."""
    page = "# SK201 unknown-key\n\nWhat.\n\n## Why\n\nSo.\n\n```python\nassert 'unknown-key'\n```\n"

    assert _walk(page, tmp_path, monkeypatch) == []


def test_a_missing_page_is_found(tmp_path: Path) -> None:
    """A code without a page is named by the page that it lacks."""
    path = tmp_path / "SK201-unknown-key.md"

    assert walk(path, number="SK201", name="unknown-key", folder=tmp_path, main=fake_main) == [
        "SK201-unknown-key.md: there is no such page"
    ]


HEAD = "# SK201 unknown-key\n\nWhat.\n\n"


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        pytest.param("", "the page starts with `# SK201 unknown-key`, found ''", id="an empty page"),
        pytest.param(
            RIGHT.replace("SK201 unk", "SK202 unk"),
            "the page starts with `# SK201 unknown-key`, found 'SK202 unknown-key'",
            id="another code's title",
        ),
        pytest.param(
            RIGHT.replace("A key that the format does not know.", ""),
            "a paragraph below the title says what is wrong",
            id="no paragraph",
        ),
        pytest.param(HEAD, "the sections are Why, Bad, Says, Good, found none", id="no sections"),
        pytest.param(
            RIGHT.replace("## Says", "## Tells"),
            "the sections are Why, Bad, Says, Good, found Why, Bad, Tells, Good",
            id="another section",
        ),
        pytest.param(RIGHT.replace("A misspelt key would be ignored.", ""), "`## Why` is empty", id="no reason"),
        pytest.param(
            RIGHT.replace("```yaml", "```toml"),
            "`## Bad` holds one block fenced yaml or json, found toml",
            id="a block of another kind",
        ),
        pytest.param(RIGHT.replace(": SK201", ": SK202"), "`## Says` does not hold SK201", id="another code"),
        pytest.param(
            RIGHT.replace("routine.yaml --set", "routine.yml --set"),
            "`## Says` expected:\nroutine.yml --set a=b: SK201\nfound:\nroutine.yaml --set a=b: SK201",
            id="other words",
        ),
        pytest.param(
            RIGHT.replace('{"strokekit": 1}', '{"strokekit": "wrong"}'),
            "`## Good` is not good, the check ends with 1:\nroutine.json: SK201",
            id="a good example that is bad",
        ),
        pytest.param(
            HEAD + "## Why\n\nSo.\n\n```python\n1\n```\n",
            "no python block names SK201 or unknown-key",
            id="a program about nothing",
        ),
        pytest.param(
            HEAD + "## Proof\n\n```python\n1\n```\n",
            "the first section is `## Why`, found 'Proof'",
            id="a program without a reason",
        ),
    ],
)
def test_a_wrong_page_is_found(page: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each thing that a page can get wrong is found and said."""
    assert _walk(page, tmp_path, monkeypatch) == [f"SK201-unknown-key.md: {fault}"]


def test_a_program_that_fails_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The programs of a page are run as on any other page."""
    page = HEAD + "## Why\n\nSo.\n\n```python\nassert 'SK201' == 2, 'no'\n```\n"

    assert _walk(page, tmp_path, monkeypatch) == ["SK201-unknown-key.md:9: AssertionError: no"]
