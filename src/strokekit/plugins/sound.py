"""What is wrong with a declaration that has its types right, as far as that can be told without a catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from string import Formatter
from typing import Any

from strokekit.formats.pointer import join
from strokekit.literals.fields import DOSE
from strokekit.literals.grammar import reserved_words
from strokekit.plugins.declarations import (
    API,
    GROUPS,
    DeclaredRule,
    Demand,
    LoadLimits,
    Parameter,
    Region,
    Renderer,
    Rule,
    Scale,
    Technique,
    Text,
    Word,
)
from strokekit.plugins.declared import Unfit
from strokekit.plugins.spelling import closest

ID = re.compile(r"[a-z][a-z0-9_]*")
"""An id without its namespace."""
GRAMMAR_GROUPS = ("shape", "orientation")
"""Vocabularies some of whose words the grammar itself uses."""
PLACEHOLDERS = ("technique", "found", "limit")
"""What a rule's message may have filled in."""


def flaws(value: Any, pointer: str = "") -> Iterator[Unfit]:
    """Find what is wrong with a declaration: its id, what it names, what contradicts itself.

    >>> from strokekit.plugins.declarations import Word
    >>> next(flaws(Word(id="Palm", group="tool", title="Palm"))).hints
    ('write `palm`',)
    """
    literal = isinstance(value, Region) or (isinstance(value, Word) and value.group not in GRAMMAR_GROUPS)
    yield from _id(value.id, join(pointer, "id"), literal)
    if getattr(value, "api", API) > API:
        problem = f"it is made for version {value.api} of the plugin interface; this strokekit speaks {API}"
        yield Unfit(join(pointer, "api"), problem, ("upgrade strokekit",))
    finders: Mapping[type[Any], Callable[[Any, str], Iterator[Unfit]]] = {
        Technique: _technique,
        Region: _region,
        Word: _word,
        Scale: _scale,
        Renderer: _renderer,
        DeclaredRule: _rule,
        Rule: _coded,
    }
    if type(value) in finders:
        yield from finders[type(value)](value, pointer)


def _id(name: str, pointer: str, in_literals: bool) -> Iterator[Unfit]:  # noqa: FBT001 - two lines below its only caller
    if not ID.fullmatch(name):
        better = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
        hints = (f"write `{better}`",) if ID.fullmatch(better) else ()
        yield Unfit(pointer, f"`{name}` is no id: small letters, digits and `_`, without the namespace", hints)
    elif in_literals and name in reserved_words():
        yield Unfit(pointer, f"`{name}` is a word of the grammar", ("use another word",))


def _technique(technique: Technique, pointer: str) -> Iterator[Unfit]:
    for name in technique.takes:
        if name not in DOSE:
            near = closest(name, tuple(DOSE))
            hints = (f"did you mean `{near}`?",) if near else ("what only this technique knows stands under `parameters`",)
            yield Unfit(join(pointer, "takes", name), f"`{name}` is no dose field", hints, "key")
    for index, group in enumerate(technique.one_of):
        for place, name in enumerate(group):
            if name not in technique.takes:
                at = join(pointer, "one_of", index, place)
                yield Unfit(at, f"`{name}` is not taken", (f"add `{name}` to `takes`",))
    for name, parameter in technique.parameters.items():
        yield from _parameter(name, parameter, join(pointer, "parameters", name))
    listed = technique.cautions.status == "listed"
    if listed is not bool(technique.cautions.items):
        problem = "`listed` needs `items`" if listed else f"`{technique.cautions.status}` has no items"
        yield Unfit(join(pointer, "cautions"), problem, ("list them with `status: listed`",))


def _parameter(name: str, parameter: Parameter, pointer: str) -> Iterator[Unfit]:
    if not ID.fullmatch(name):
        yield Unfit(pointer, f"`{name}` is no id: small letters, digits and `_`", (), "key")
    if parameter.type == "choice" and not parameter.choices:
        yield Unfit(pointer, "a choice needs `choices`", ("list the words under `choices`",))
    if len(set(parameter.choices)) < len(parameter.choices):
        yield Unfit(join(pointer, "choices"), "a choice stands here twice", ("remove one of the two",))
    if parameter.type != "choice" and parameter.choices:
        yield Unfit(join(pointer, "choices"), f"a {parameter.type} has no choices", ("write `type: choice`",), "key")


def _renderer(renderer: Renderer, pointer: str) -> Iterator[Unfit]:
    for name, option in renderer.options.items():
        yield from _parameter(name, option, join(pointer, "options", name))


def _region(region: Region, pointer: str) -> Iterator[Unfit]:
    if region.count < 0:
        yield Unfit(join(pointer, "count"), f"`{region.count}` is no number of members")
    elif region.joints and len(region.joints) != max(region.count, 1):
        problem = f"`joints` has {len(region.joints)} of {max(region.count, 1)} numbers"
        yield Unfit(join(pointer, "joints"), problem, ("give one for each member, the first member first",))
    for index, joints in enumerate(region.joints):
        if joints < 1:
            yield Unfit(join(pointer, "joints", index), f"`{joints}` is no number of joints")


def _word(word: Word, pointer: str) -> Iterator[Unfit]:
    if word.group not in GROUPS:
        near = closest(word.group, GROUPS)
        hints = (f"did you mean `{near}`?",) if near else (f"they are {', '.join(f'`{name}`' for name in GROUPS)}",)
        yield Unfit(join(pointer, "group"), f"`{word.group}` is no vocabulary", hints)


def _scale(scale: Scale, pointer: str) -> Iterator[Unfit]:
    for name in ("low", "high"):
        if not _number(getattr(scale, name)):
            yield Unfit(
                join(pointer, name), f"`{getattr(scale, name)}` is no level", ('write a number in quotes, such as `"3"`',)
            )
    for word, level in scale.words.items():
        yield from _pressure_word(word, join(pointer, "words", word))
        yield from _level(scale, level, join(pointer, "words", word))
    if _number(scale.low) and _number(scale.high) and Decimal(scale.low) > Decimal(scale.high):
        problem = f"the scale runs from `{scale.low}` to `{scale.high}`, which is lower"
        yield Unfit(join(pointer, "high"), problem, ("swap `low` and `high`",))


def _pressure_word(word: str, pointer: str) -> Iterator[Unfit]:
    """Find a word that no literal can hold."""
    if not ID.fullmatch(word):
        yield Unfit(pointer, f"`{word}` is no pressure word: small letters, digits and `_`", (), "key")
    elif word in reserved_words():
        yield Unfit(pointer, f"`{word}` is a word of the grammar", ("use another word",), "key")


def _level(scale: Scale, level: str, pointer: str) -> Iterator[Unfit]:
    """Find a level that is none, or none of this scale."""
    ends = [part.strip() for part in level.split("..")]
    if not 1 <= len(ends) <= len("ab") or not all(map(_number, ends)):
        yield Unfit(pointer, f"`{level}` is no level", ("write one such as `3` or `2..3`",))
    elif all(map(_number, (scale.low, scale.high))) and Decimal(scale.low) <= Decimal(scale.high):
        low, high = Decimal(ends[0]), Decimal(ends[-1])
        if low > high:
            yield Unfit(pointer, f"`{level}` runs from the larger to the smaller", (f"write `{ends[1]}..{ends[0]}`",))
        elif low < Decimal(scale.low) or high > Decimal(scale.high):
            yield Unfit(pointer, f"`{level}` is off the scale, which runs from {scale.low} to {scale.high}")


def _number(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]+(\.[0-9]+)?", text))


def _rule(rule: DeclaredRule, pointer: str) -> Iterator[Unfit]:
    if not (rule.requires or rule.forbids or rule.limits or rule.load != LoadLimits()):
        yield Unfit(pointer, "a rule needs `requires`, `forbids`, `limits` or `load`")
    yield from _texts(rule, rule.title, pointer)


def _coded(rule: Rule, pointer: str) -> Iterator[Unfit]:
    """Find what is wrong with a rule made in Python; one with code says for itself what it finds."""
    if isinstance(rule.check, Demand):
        yield from _texts(rule.check, rule.title, pointer)


def _texts(rule: Demand, title: Text, pointer: str) -> Iterator[Unfit]:
    """Find placeholders that nobody fills; without a message, the title says what was found."""
    said = ("message", rule.message) if rule.message else ("title", title)
    for key, texts in (said, ("hint", rule.hint)):
        for language, text in texts.items() if isinstance(texts, Mapping) else (("", texts),):
            at = join(pointer, key, language) if language else join(pointer, key)
            strange = _strange(text)
            if strange is not None:
                listed = ", ".join(f"`{{{name}}}`" for name in PLACEHOLDERS)
                yield Unfit(at, f"`{strange}` is no placeholder", (f"there are {listed}; write a brace as `{{{{`",))


def _strange(text: str) -> str | None:
    """Give the first placeholder of a text that nobody fills; the text itself if it can't be filled in."""
    try:
        fields = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        strange = next((f"{{{name}}}" for name in fields if name not in PLACEHOLDERS), None)
        if strange is None:
            text.format_map(dict.fromkeys(PLACEHOLDERS, ""))
    except (ValueError, KeyError, IndexError, AttributeError):  # braces that don't match, `{found:d}`, `{found:{width}}`
        return text
    return strange
