"""The words of the message catalogues, in one language with its fallbacks, and the texts of declarations and routines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from strokekit.plugins.catalog import Catalog
from strokekit.rendering.locale import FALLBACK, Locale

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

_HEAD = re.compile(r".+?(?= of |, |$)", re.DOTALL)
"""What of an English title takes the plural: all before `of` or a comma."""
_CAPITALS = frozenset({"de", "lb"})
"""Languages in which nouns have a capital within a sentence as well."""
_LONG = 200
"""Texts of so many characters are put into a message once it is made: Fluent refuses parts of more than a few thousand."""


def fallbacks(language: str, *more: str) -> tuple[str, ...]:
    """Give the language tags to try: the one asked for, its base language, then `more`, then English.

    >>> fallbacks("ne-NP", "en")
    ('ne-NP', 'ne', 'en')
    """
    return tuple(dict.fromkeys((language, language.split("-", 1)[0], *more, FALLBACK)))


def choose(text: Any, languages: Iterable[str]) -> str:
    """Give the text in the first of the languages that it has; else the first that was written."""
    if not isinstance(text, Mapping):
        return str(text or "")
    return next((str(text[tag]) for tag in languages if tag in text), str(next(iter(text.values()), "")))


@lru_cache(maxsize=32)
def _parsed(text: str) -> Any:
    """Parse a catalogue; each text once, since that takes longer than all else that a small command does."""
    from fluent.runtime import FluentResource

    return FluentResource(text)


@attrs.define
class Messages:
    """Says things in one language."""

    catalog: Catalog
    language: str = FALLBACK

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The language tags in the order of trying."""
        return fallbacks(self.language)

    @cached_property
    def _bundles(self) -> list[FluentBundle]:
        from fluent.runtime import FluentBundle

        bundles = []
        for tag in self.languages:
            texts = [catalogue[tag] for catalogue in self.catalog.messages if tag in catalogue]
            if texts:
                bundle = FluentBundle([tag], use_isolating=False)
                for text in texts:
                    bundle.add_resource(_parsed(text))
                bundles.append(bundle)
        return bundles

    def say(self, name: str, /, **facts: Any) -> str:
        """Give the message `name`, filled with facts.

        Raises:
            KeyError: no catalogue has it, or a fact is missing from all that have.
        """
        short, long = _apart(facts)
        wrong = name
        for bundle in self._bundles:
            pattern = bundle.get_message(name).value if bundle.has_message(name) else None
            if pattern is not None:
                text, problems = bundle.format_pattern(pattern, short)
                if not problems:
                    return _together(str(text), long)
                wrong = f"{name}: {problems[0]}"  # a plugin's translation may be wrong; the next language says it all the same
        raise KeyError(wrong)

    def text(self, text: Any) -> str:
        """Give a text of a declaration or a routine in this language, or the next best."""
        return choose(text, self.languages)

    def name(self, group: str, id_: str) -> str:
        """Give the title of an entry of the catalogue as it stands within a sentence; its id, if it has none."""
        entry = self._entry(group, id_)
        title = entry.title if entry is not None else id_.replace("_", " ")
        return self.text(title) if group == "scale" else self.within(title)

    def within(self, text: Any) -> str:
        """Write a title as it stands within a sentence: with a small letter, but for an abbreviation and for German nouns."""
        title, language = self.text(text), self.languages[0]
        german = language.partition("-")[0] in _CAPITALS and isinstance(text, Mapping) and bool({*text} & {*self.languages[:-1]})
        if german or not title[1:2].islower():
            return title
        return title[:1].lower() + title[1:]

    def plural(self, group: str, id_: str) -> str:
        """Give the title of several: the declared plural, or what English makes of the title; other languages keep the title."""
        name, entry = self.name(group, id_), self._entry(group, id_)
        declared = getattr(entry, "plural", "")
        if not self.languages[0].startswith(FALLBACK):
            return name
        if declared and name == id_.replace("_", " "):
            return str(declared).replace("_", " ")
        head = _HEAD.match(name)
        return f"{head[0]}s{name[head.end() :]}" if head else name

    def _entry(self, group: str, id_: str) -> Any:
        match group:
            case "region":
                return self.catalog.regions.get(id_)
            case "technique":
                return self.catalog.techniques.get(id_)
            case "quantity":
                return self.catalog.quantities.get(id_)
            case "scale":
                return self.catalog.scales.get(id_)
        return self.catalog.words.get(group, {}).get(id_)

    @cached_property
    def locale(self) -> Locale:
        """How numbers and lists are written in the language that the words are in."""
        return Locale(next((tag for tag in self.languages if any(tag in known for known in self.catalog.messages)), FALLBACK))

    def own(self, name: str) -> bool:
        """Tell whether the language that the words are in has a message of its own, not one of a language that stands in."""
        return any(bundle.has_message(name) for bundle in self._bundles[:1])

    def join(self, how: str, parts: Iterable[str]) -> str:
        """Join texts: by `and` or `or` as the language writes a list, by any other message two by two."""
        if how in ("and", "or"):
            return self.locale.listed(parts, "or" if how == "or" else "and")
        joined = ""
        for part in parts:
            joined = self.say(how, first=joined, second=part) if joined else part
        return joined


def _apart(facts: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Put marks in the place of long texts: Fluent refuses them. Give the facts with the marks, and the texts by their marks."""
    long = {f"\ue000{name}\ue001": text for name, text in facts.items() if isinstance(text, str) and len(text) > _LONG}
    return {**facts, **{mark[1:-1]: mark for mark in long}}, long


def _together(text: str, long: Mapping[str, str]) -> str:
    for mark, whole in long.items():
        text = text.replace(mark, whole)
    return text
