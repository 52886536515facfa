"""The page of a code, walked: `docs/codes/SK201-unknown-key.md` explains and proves SK201.

    # SK201 unknown-key
    A paragraph: what it says.
    ## Why
    ## Bad      one `yaml` or `json` block, a whole routine that raises the code
    ## Says     one `text` block: all that `strokekit check --format concise routine.yaml` prints about it
    ## Good     one block like it that checks without errors and without the code

`# options: --set passes=9` as the first line of a YAML block adds to the command. A code that no text of a file can raise
(a missing file, a plugin) has `python` blocks instead of Bad, Says and Good; they are run as on every other page, and one of
them names the code.
"""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import attrs

from tests.house.pages import Block, Fault, Main, blocks, run_page

SECTIONS = ("Why", "Bad", "Says", "Good")
_OPTIONS = re.compile(r"# options: (.*)")


@attrs.frozen
class Section:
    """A heading of the page and what stands below it."""

    title: str
    text: str

    @property
    def blocks(self) -> list[Block]:
        """The fenced blocks of the section."""
        return blocks(self.text)


def walk(path: Path, *, number: str, name: str, folder: Path, main: Main) -> list[str]:
    """Check and run the page of a code; give a line for each fault, none for a page that is true.

    Args:
        path: the page.
        number: the code's number, `SK201`.
        name: the code's name, `unknown-key`.
        folder: an empty folder, in which the page's files are put and its commands run.
        main: strokekit's command line.
    """
    if not path.is_file():
        return [f"{path.name}: there is no such page"]
    head, *sections = _sections(path.read_text(encoding="utf-8"))
    try:
        _check_head(head, f"{number} {name}")
        if any(block.language == "python" for section in sections for block in section.blocks):
            return _run_python(path, sections, code=(number, name), folder=folder, main=main)
        _check_proof(sections, number=number, folder=folder, main=main)
    except Fault as fault:
        return [f"{path.name}: {fault}"]
    return []


def _sections(page: str) -> list[Section]:
    """Split a page at its headings; a `#` inside a block is no heading."""
    found = [Section("", "")]
    inside = False
    for line in page.splitlines(keepends=True):
        inside ^= line.startswith("```")
        heading = None if inside else re.match(r"##? (.*?)\s*$", line)
        if heading:
            found.append(Section(heading[1], ""))
        else:
            found[-1] = Section(found[-1].title, found[-1].text + line)
    return found[1:] if len(found) > 1 and not found[0].text.strip() else found


def _check_head(head: Section, title: str) -> None:
    if head.title != title:
        raise Fault(f"the page starts with `# {title}`, found {head.title!r}")
    if not head.text.strip():
        raise Fault("a paragraph below the title says what is wrong")


def _run_python(path: Path, sections: list[Section], *, code: tuple[str, str], folder: Path, main: Main) -> list[str]:
    if sections[0].title != "Why":
        raise Fault(f"the first section is `## Why`, found {sections[0].title!r}")
    programs = "".join(block.text for section in sections for block in section.blocks if block.language == "python")
    if not any(word in programs for word in code):
        raise Fault(f"no python block names {' or '.join(code)}")
    return run_page(path, folder=folder, main=main)


def _check_proof(sections: list[Section], *, number: str, folder: Path, main: Main) -> None:
    titles = tuple(section.title for section in sections)
    if titles != SECTIONS:
        raise Fault(f"the sections are {', '.join(SECTIONS)}, found {', '.join(titles) or 'none'}")
    why, bad, says, good = sections
    if not why.text.strip():
        raise Fault("`## Why` is empty")
    expected = _only_block(says, "text").text
    if number not in expected:
        raise Fault(f"`## Says` does not hold {number}")
    said, _ = _check(_only_block(bad, "yaml", "json"), folder=folder, main=main)
    if said.rstrip("\n") != expected.rstrip("\n"):
        raise Fault(f"`## Says` expected:\n{expected.rstrip()}\nfound:\n{said.rstrip()}")
    said, status = _check(_only_block(good, "yaml", "json"), folder=folder, main=main)
    if number in said or status != 0:
        raise Fault(f"`## Good` is not good, the check ends with {status}:\n{said.rstrip()}")


def _only_block(section: Section, *languages: str) -> Block:
    found = section.blocks
    if [block.language in languages for block in found] != [True]:
        fences = ", ".join(block.language or "none" for block in found) or "nothing"
        raise Fault(f"`## {section.title}` holds one block fenced {' or '.join(languages)}, found {fences}")
    return found[0]


def _check(block: Block, *, folder: Path, main: Main) -> tuple[str, int]:
    """Check a block as `routine.yaml` or `routine.json`; give what is printed, and the exit status."""
    name = f"routine.{block.language}"
    (folder / name).write_text(block.text, encoding="utf-8")
    options = _OPTIONS.match(block.text)
    terminal = io.StringIO()
    arguments = ["check", "--format", "concise", *shlex.split(options[1] if options else ""), name]
    status = main(arguments, io.StringIO(), terminal, terminal)
    return terminal.getvalue(), status
