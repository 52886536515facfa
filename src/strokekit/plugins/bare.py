"""Plugins that are data: a bare file without any packaging, or data files in a package.

Both give a `Bare`: an object with hooks, as any plugin. What is wrong in its files is in its `problems`, with file, line and
column; nothing in a file makes it raise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib import resources
from typing import Any, Literal

import attrs

from strokekit.diagnostics import Diagnostic, Outcome, Report, Severity, diagnose
from strokekit.formats import Document, read_text
from strokekit.formats.read import TOML, read_data_path, read_toml_text
from strokekit.plugins.declarations import NamedQuantity, Region, Renderer, Rule, Scale, Technique, Word
from strokekit.plugins.hookspecs import hookimpl
from strokekit.plugins.plugin_file import Contents, read_plugin
from strokekit.plugins.prepared import known, prepared_in

Read = Callable[[], Outcome[Document]]
"""Reads a document of a plugin when it is first needed."""
MESSAGES = ".ftl"
"""What a file of messages ends with; the name before it is the language."""


class Bare:
    """A plugin of data files; they are read when it is first asked for anything.

    `coded` gives callables to techniques of the files, `adding` adds values that only code can make; both give a new plugin.
    """

    def __init__(
        self,
        reads: Iterable[Read],
        *,
        messages: Iterable[_Packaged] = (),
        code: Mapping[str, Mapping[str, Any]] | None = None,
        added: tuple[Any, ...] = (),
    ) -> None:
        """Keep how the documents are read."""
        self._reads, self._messages = tuple(reads), tuple(messages)
        self._code, self._added = dict(code or {}), added

    def __getstate__(self) -> dict[str, Any]:
        """Pickle as the recipe: which files, and what was added."""
        return {name: value for name, value in vars(self).items() if name in {"_reads", "_messages", "_code", "_added"}}

    def coded(self, technique: str, **callables: Any) -> Bare:
        """Give callables, `refine` or `moves`, to a technique of the files; `technique` is its id as the file has it."""
        code = {**self._code, technique: {**self._code.get(technique, {}), **callables}}
        return Bare(self._reads, messages=self._messages, code=code, added=self._added)

    def adding(self, *values: Any) -> Bare:
        """Add declarations made in Python, such as a `Rule` with a function or a `Renderer`."""
        return Bare(self._reads, messages=self._messages, code=self._code, added=(*self._added, *values))

    @cached_property
    def _outcomes(self) -> tuple[Outcome[Document], ...]:
        return tuple(read() for read in self._reads)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents that could be read."""
        return tuple(outcome.value for outcome in self._outcomes if outcome.value is not None)

    @cached_property
    def _contents(self) -> tuple[Contents, ...]:
        return tuple(read_plugin(document) for document in self.documents)

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong in the files, by place."""
        read = [found for outcome in self._outcomes for found in outcome.report]
        read += [found for file in self._messages if isinstance(found := file.content(), Diagnostic)]
        declared = [found for contents in self._contents for found in contents.problems]
        return Report.of((*read, *declared, *self._strangers())).diagnostics

    def _strangers(self) -> Iterable[Diagnostic]:
        """Report callables for techniques that the files do not have."""
        known = {technique.id for technique in self._all("techniques")}
        name = self.documents[0].source.name if self.documents else ""
        for given in self._code:
            if given not in known and self.documents:
                yield diagnose("declaration", file=name, problem=f"there is no technique `{given}` to give callables to")

    @property
    def version(self) -> str:
        """The version that the files name; empty where they name none."""
        return next((contents.file.version for contents in self._contents if contents.file.version), "")

    @property
    def fragments(self) -> tuple[Document, ...]:
        """The parts that routines may include, a document for each file that has some."""
        return tuple(contents.fragment for contents in self._contents if contents.fragment is not None)

    def _all(self, key: str) -> tuple[Any, ...]:
        return tuple(value for contents in self._contents for value in getattr(contents.file, key))

    def _more(self, kind: type[Any]) -> tuple[Any, ...]:
        return tuple(value for value in self._added if isinstance(value, kind))

    @hookimpl
    def strokekit_techniques(self) -> Iterable[Technique]:
        """Contribute the techniques of the files."""
        listed: tuple[Technique, ...] = self._all("techniques")
        coded = (attrs.evolve(one, **self._code[one.id]) if one.id in self._code else one for one in listed)
        return (*coded, *self._more(Technique))

    @hookimpl
    def strokekit_regions(self) -> Iterable[Region]:
        """Contribute the regions of the files."""
        return (*self._all("regions"), *self._more(Region))

    @hookimpl
    def strokekit_words(self) -> Iterable[Word]:
        """Contribute the words of the files."""
        groups = [words for contents in self._contents for words in contents.file.words.values()]
        return (*(word for words in groups for word in words), *self._more(Word))

    @hookimpl
    def strokekit_quantities(self) -> Iterable[NamedQuantity]:
        """Contribute the quantities of the files."""
        return (*self._all("quantities"), *self._more(NamedQuantity))

    @hookimpl
    def strokekit_scales(self) -> Iterable[Scale]:
        """Contribute the scales of the files."""
        return (*self._all("scales"), *self._more(Scale))

    @hookimpl
    def strokekit_rules(self) -> Iterable[Rule]:
        """Contribute the rules of the files."""
        return (*(rule for contents in self._contents for rule in contents.rules), *self._more(Rule))

    @hookimpl
    def strokekit_renderers(self) -> Iterable[Renderer]:
        """Contribute what code added: a file holds no renderers."""
        return self._more(Renderer)

    @hookimpl
    def strokekit_messages(self) -> Mapping[str, str]:
        """Contribute the messages of the files; those of one language are put together."""
        texts = [(file.language, file.content()) for file in self._messages]
        made = {language: text for language, text in texts if isinstance(text, str)}
        for contents in self._contents:
            for language, text in contents.file.messages.items():
                made[language] = f"{made[language]}\n{text}" if language in made else text
        return made

    @hookimpl
    def strokekit_parts(self) -> Mapping[str, Document]:
        """Contribute the parts of the files."""
        return {fragment.source.name: fragment for fragment in self.fragments}


def plugin_from_file(path: str | os.PathLike[str]) -> Bare:
    """Make a plugin of one YAML, TOML or JSON file. The file is read when the plugin is first asked for anything.

    >>> print(*plugin_from_file("no/such/shiatsu.yaml").problems)
    no/such/shiatsu.yaml: error[SK901] there is no file `no/such/shiatsu.yaml`
    """
    return Bare([_File(os.fsdecode(path))])


def plugin_from_text(text: str, *, name: str = "<plugin>", syntax: Literal["yaml", "json", "toml"] | None = None) -> Bare:
    """Make a plugin of a text in memory; `name` stands for the file in what is reported.

    >>> plugin_from_text("words: {tool: [{id: bamboo, title: Bamboo stick}]}").strokekit_words()[0].id
    'bamboo'
    """
    return Bare([_Text(text, name, syntax)])


def from_data(package: str, *names: str, prepared: str = "") -> Bare:
    """Make a plugin of data files that lie in a package: all that a packaged plugin's module needs.

    The files are read when the plugin is first asked for anything. A file that ends with `.ftl` holds the messages of the
    language that it is named after.

    Args:
        package: the package, usually `__name__` or `__package__`.
        names: the files, with `/` between folders; by default `data.yaml`.
        prepared: a file of the package with what `prepare` gave for these, so that they need not be read at every start; what
            it does not hold as it is now is read.

    >>> from_data("strokekit.builtin", "data/scales.yaml").strokekit_scales()[0].id
    'walton'
    """
    return Bare(
        [_Packaged(package, name, prepared) for name in names or ("data.yaml",) if not name.endswith(MESSAGES)],
        messages=[_Packaged(package, name) for name in names if name.endswith(MESSAGES)],
    )


@attrs.frozen
class _File:
    """Reads a file."""

    path: str

    def __call__(self) -> Outcome[Document]:
        """Read it."""
        return read_data_path(self.path)


@attrs.frozen
class _Text:
    """Reads a text."""

    text: str
    name: str
    syntax: Literal["yaml", "json", "toml"] | None

    def __call__(self) -> Outcome[Document]:
        """Read it."""
        if self.syntax == "toml" or (self.syntax is None and self.name.lower().endswith(TOML)):
            return read_toml_text(self.text, name=self.name)
        return read_text(self.text, name=self.name, syntax=self.syntax)


@attrs.frozen
class _Packaged:
    """Reads a file of a package; in reports it is called by the package's folder, wherever that is installed."""

    package: str
    name: str
    prepared: str = ""

    @property
    def shown(self) -> str:
        """What reports call it."""
        return f"{self.package.replace('.', '/')}/{self.name}"

    @property
    def language(self) -> str:
        """The language of a file of messages."""
        return self.name.rpartition("/")[2].removesuffix(MESSAGES)

    def content(self) -> str | Diagnostic:
        """Give the text of the file, or say why there is none."""
        try:
            return resources.files(self.package).joinpath(*self.name.split("/")).read_text(encoding="utf-8")
        except UnicodeDecodeError as problem:
            return diagnose("not-utf8", file=self.shown, problem=problem.reason)
        except (OSError, ImportError):
            return diagnose("file-missing", file=self.shown, path=self.shown)

    def __call__(self) -> Outcome[Document]:
        """Read it."""
        content = self.content()
        if isinstance(content, Diagnostic):
            return Outcome(None, Report.of([content]))
        data = self._prepared(content)
        return _Text(content, self.shown, None)() if data is None else Outcome(known(content, self.shown, data))

    def _prepared(self, content: str) -> dict[str, Any] | None:
        """Give what the text says where that was found out before."""
        return prepared_in(self.package, self.prepared).get(self.name, content) if self.prepared else None


def as_problems(bare: Bare, plugin: str, namespace: str) -> tuple[Diagnostic, ...]:
    """Give what is wrong in a plugin's files as problems of the catalogue: warnings that name the plugin.

    A file of a plugin is not what the user checks, so nothing in it makes a routine invalid by itself.
    """
    return tuple(
        attrs.evolve(
            found,
            severity=Severity.WARNING,
            hints=(*found.hints, f"this stands in the plugin {plugin}"),
            facts={**found.facts, "plugin": plugin, "namespace": namespace},
        )
        for found in bare.problems
    )


__all__ = ["Bare", "as_problems", "from_data", "plugin_from_file", "plugin_from_text"]
