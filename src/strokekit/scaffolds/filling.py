"""Templates and a name → the texts of new files. Nothing is written here, and nothing depends on the day or the machine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from typing import Literal, TypeAlias

import attrs

from strokekit.version import VERSION

Kind: TypeAlias = Literal["plugin", "routine"]
KINDS: tuple[Kind, ...] = ("plugin", "routine")
"""What can be started."""

PREFIX = "strokekit-"
"""How distributions of plugins are called, before the name of the plugin."""
LONGEST = 40
_ID = re.compile(r"[a-z][a-z0-9_]*")
_SUFFIX = ".j2"
_FILES: Mapping[Kind, Mapping[str, str]] = {
    "plugin": {
        "pyproject.toml": "{distribution}/pyproject.toml",
        "README.md": "{distribution}/README.md",
        "module.py": "{distribution}/src/{module}/__init__.py",
        "data.yaml": "{distribution}/src/{module}/data.yaml",
        "first.routine.yaml": "{distribution}/routines/{id}.routine.yaml",
        "test_plugin.py": "{distribution}/tests/test_{id}.py",
    },
    "routine": {"first.routine.yaml": "{id}.routine.yaml"},
}
"""Kind → template → where its text goes."""


class NameUnfit(ValueError):
    """A name can't be used for a plugin or a routine; the text says why, and which one can."""


@attrs.frozen
class Name:
    """A name in the forms that files need: `hot_stone`, `strokekit-hot-stone`, `strokekit_hot_stone`, `Hot stone`."""

    id: str

    @classmethod
    def of(cls, text: str) -> Name:
        """Take what a user typed: an id, with `-` for `_`, and perhaps the distribution's `strokekit-` before it.

        Raises:
            NameUnfit: it is no id.

        >>> Name.of("strokekit-hot-stone")
        Name(id='hot_stone')
        """
        name = text.removeprefix(PREFIX).replace("-", "_")
        if _ID.fullmatch(name) and len(name) <= LONGEST:
            return cls(name)
        near = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_0123456789")[:LONGEST].strip("_")
        meant = f"; {near!r} would do" if near else ""
        raise NameUnfit(f"{text!r} is no name: small letters, digits and `_`, at most {LONGEST}, a letter first{meant}")

    @property
    def distribution(self) -> str:
        """The name under which a plugin is published."""
        return f"{PREFIX}{self.id.replace('_', '-')}"

    @property
    def module(self) -> str:
        """The name under which it is imported."""
        return f"strokekit_{self.id}"

    @property
    def title(self) -> str:
        """The name for people."""
        return self.id.replace("_", " ").capitalize()


def scaffold(kind: Kind, name: Name) -> Mapping[str, str]:
    """Make the files of a new plugin or routine: path with `/`, below the folder where it shall stand → text.

    Args:
        kind: one of `KINDS`.
        name: what it is called.

    >>> list(scaffold("routine", Name.of("evening")))
    ['evening.routine.yaml']
    """
    facts = {part: getattr(name, part) for part in ("id", "distribution", "module", "title")}
    return {target.format(**facts): _filled(kind, template, facts) for template, target in _FILES[kind].items()}


def _filled(kind: Kind, template: str, facts: Mapping[str, str]) -> str:
    import jinja2  # heavy, and of all commands only this one needs it

    text = (resources.files(__package__) / kind / f"{template}{_SUFFIX}").read_text(encoding="utf-8")
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=False)  # noqa: S701 - YAML, TOML and Python, no HTML; the name is an id
    return environment.from_string(text).render(**facts, version=VERSION)
