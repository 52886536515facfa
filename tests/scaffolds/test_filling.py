"""Names, and what the templates of a new plugin or routine are filled to."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable
from importlib import resources

import pytest
import yaml

from strokekit.scaffolds import KINDS, Name, NameUnfit, scaffold
from strokekit.scaffolds.filling import Kind

READERS: dict[str, Callable[[str], object]] = {"toml": tomllib.loads, "yaml": yaml.safe_load, "py": ast.parse, "md": str}
NAMES = [Name("a"), Name("hot_stone"), Name("n2"), Name("x" * 40)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("shiatsu", Name("shiatsu"), id="an id"),
        pytest.param("hot_stone", Name("hot_stone"), id="of two words"),
        pytest.param("hot-stone", Name("hot_stone"), id="as a distribution writes it"),
        pytest.param("strokekit-hot-stone", Name("hot_stone"), id="the distribution"),
        pytest.param("a" * 40, Name("a" * 40), id="as long as can be"),
    ],
)
def test_a_name_is_understood(text: str, expected: Name) -> None:
    """An id, or the name that the distribution will have."""
    assert Name.of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hot Stone", "'Hot Stone' is no name: {rule}; 'hot_stone' would do", id="capitals and a space"),
        pytest.param("2nd", "'2nd' is no name: {rule}; 'nd' would do", id="a digit first"),
        pytest.param("", "'' is no name: {rule}", id="nothing"),
        pytest.param("123", "'123' is no name: {rule}", id="nothing to keep"),
        pytest.param("../up", "'../up' is no name: {rule}; 'up' would do", id="a path"),
        pytest.param("นวดไทย", "'นวดไทย' is no name: {rule}", id="another script"),
        pytest.param("a" * 41, f"'{'a' * 41}' is no name: {{rule}}; '{'a' * 40}' would do", id="too long"),
        pytest.param("strokekit-", "'strokekit-' is no name: {rule}; 'strokekit' would do", id="the prefix alone"),
    ],
)
def test_another_name_is_refused(text: str, expected: str) -> None:
    """It says what a name is, and which one would do where there is one."""
    with pytest.raises(NameUnfit) as raised:
        Name.of(text)

    assert str(raised.value) == expected.format(rule="small letters, digits and `_`, at most 40, a letter first")


def test_a_name_that_would_do_does() -> None:
    """What is proposed in place of a refused name is not refused itself."""
    for text in ("Hot Stone", "2nd", "../up", "a" * 41, "A" * 39 + "-B", "strokekit-", "Æther flow"):
        with pytest.raises(NameUnfit) as raised:
            Name.of(text)
        near = re.search(r"'(\w+)' would do$", str(raised.value))
        assert near is not None
        assert Name.of(near[1]).id == near[1]


def test_the_forms_of_a_name() -> None:
    """Distribution, module and title are made of the id."""
    name = Name("hot_stone")

    assert (name.distribution, name.module, name.title) == ("strokekit-hot-stone", "strokekit_hot_stone", "Hot stone")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(
            "plugin",
            [
                "strokekit-hot-stone/pyproject.toml",
                "strokekit-hot-stone/README.md",
                "strokekit-hot-stone/src/strokekit_hot_stone/__init__.py",
                "strokekit-hot-stone/src/strokekit_hot_stone/data.yaml",
                "strokekit-hot-stone/routines/hot_stone.routine.yaml",
                "strokekit-hot-stone/tests/test_hot_stone.py",
            ],
            id="plugin",
        ),
        pytest.param("routine", ["hot_stone.routine.yaml"], id="routine"),
    ],
)
def test_the_files(kind: Kind, expected: list[str]) -> None:
    """A plugin is a folder with a package, a routine is a file."""
    assert list(scaffold(kind, Name("hot_stone"))) == expected


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.id[:9])
@pytest.mark.parametrize("kind", KINDS)
def test_every_file_can_be_read(kind: Kind, name: Name) -> None:
    """TOML, YAML and Python are well-formed whatever the name; nothing of a template is left over."""
    for path, text in scaffold(kind, name).items():
        assert READERS[path.rpartition(".")[2]](text)
        assert not re.search(r"\{\{|\}\}$|\{%|%\}", re.sub(r"\{.*\}", "", text))
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_every_template_is_used() -> None:
    """None lies there that no kind has."""
    for kind in KINDS:
        folder = resources.files("strokekit.scaffolds") / kind
        assert len(list(folder.iterdir())) == len(scaffold(kind, Name("a")))


def test_the_module_has_three_lines() -> None:
    """What a plugin of data needs of Python is a docstring, an import and a name."""
    made = scaffold("plugin", Name("tuina"))["strokekit-tuina/src/strokekit_tuina/__init__.py"]

    assert made.splitlines() == [
        '"""Tuina for strokekit: all that it adds stands in `data.yaml`."""',
        "from strokekit.plugin import from_data",
        'plugin = from_data(__name__, "data.yaml")',
    ]


def test_the_entry_point_names_the_plugin() -> None:
    """Its name is the namespace, its value the object of the module; the distribution asks for this strokekit."""
    from strokekit import __version__

    made = tomllib.loads(scaffold("plugin", Name("hot_stone"))["strokekit-hot-stone/pyproject.toml"])["project"]

    assert made["entry-points"] == {"strokekit": {"hot_stone": "strokekit_hot_stone:plugin"}}
    assert (made["name"], made["dependencies"]) == ("strokekit-hot-stone", [f"strokekit>={__version__}"])
