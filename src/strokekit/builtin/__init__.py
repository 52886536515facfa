"""What strokekit ships, contributed through the same hooks as anyone's: techniques, regions, words, rules, renderers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import TypeVar

from strokekit.builtin.renderers import RENDERERS
from strokekit.builtin.rules import RULES
from strokekit.formats import read_text
from strokekit.plugins.declarations import NamedQuantity, Region, Renderer, Rule, Scale, Technique, Word
from strokekit.plugins.declared import read_declarations, structure
from strokekit.plugins.hookspecs import hookimpl

T = TypeVar("T")


@cache
def _declared(name: str, kind: type[T]) -> tuple[T, ...]:
    """Read a data file once for all engines of a process: declarations never change."""
    text = (resources.files(__package__) / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return read_declarations(read_text(text, name=f"{name}.yaml").require(), name, kind).require()


@hookimpl
def strokekit_techniques() -> Iterable[Technique]:
    """Contribute the techniques and actions of `data/techniques.yaml`."""
    return _declared("techniques", Technique)


@hookimpl
def strokekit_regions() -> Iterable[Region]:
    """Contribute the anatomy of `data/regions.yaml`."""
    return _declared("regions", Region)


@hookimpl
def strokekit_words() -> Iterable[Word]:
    """Contribute the closed vocabularies of `data/words.yaml`."""
    return _words()


@cache
def _words() -> tuple[Word, ...]:
    text = (resources.files(__package__) / "data" / "words.yaml").read_text(encoding="utf-8")
    groups = read_text(text, name="words.yaml").require().data["words"]
    return tuple(structure(Word, {**word, "group": group}) for group, listed in groups.items() for word in listed)


@hookimpl
def strokekit_quantities() -> Iterable[NamedQuantity]:
    """Contribute the vague quantities of `data/quantities.yaml`."""
    return _declared("quantities", NamedQuantity)


@hookimpl
def strokekit_scales() -> Iterable[Scale]:
    """Contribute the pressure scales of `data/scales.yaml`."""
    return _declared("scales", Scale)


@hookimpl
def strokekit_rules() -> Iterable[Rule]:
    """Contribute the checks of `strokekit.checking`."""
    return RULES


@hookimpl
def strokekit_renderers() -> Iterable[Renderer]:
    """Contribute the renderers of `strokekit.rendering`."""
    return RENDERERS


@hookimpl
def strokekit_messages() -> Mapping[str, str]:
    """Contribute the message catalogues of `data/messages`, by language."""
    folder = resources.files(__package__) / "data" / "messages"
    files = [entry for entry in folder.iterdir() if entry.name.endswith(".ftl")]
    return {entry.name.removesuffix(".ftl"): entry.read_text(encoding="utf-8") for entry in files}
