"""The page of each code, as it is shipped with strokekit: what it means, why, and an example."""

from __future__ import annotations

from strokekit import resources
from strokekit.diagnostics import Code


def page(code: Code) -> str:
    """Give the page of a code, as Markdown.

    >>> from strokekit.diagnostics import CODES
    >>> page(CODES["unknown-key"]).splitlines()[0]
    '# SK201 unknown-key'
    """
    return resources.read_text("codes", f"{code.number}-{code.name}.md")


def first_paragraph(text: str) -> str:
    r"""Give the paragraph below the title of a page, on one line.

    >>> first_paragraph("# SK999 name\n\nWhat\nit is.\n\n## Why\n")
    'What it is.'
    """
    return " ".join(text.split("\n\n", 2)[1].split())
