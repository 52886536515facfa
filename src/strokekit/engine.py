"""The facade: one method for each stage, all wired to one catalogue."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar, get_args

import attrs

from strokekit import builtin
from strokekit.checking import run_rules, still_to_say
from strokekit.composing import Wishes, compose_partial, to_try
from strokekit.diagnostics import Outcome, Report
from strokekit.errors import PluginError, UsageError
from strokekit.formats import Document, Limits, Syntax, read_path, read_text
from strokekit.formats.included import included_path
from strokekit.formats.locating import Wrong
from strokekit.formats.schema import Backend
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan
from strokekit.model.routine import Routine
from strokekit.model.timeline import Timeline
from strokekit.plugins.catalog import Catalog, build_catalog
from strokekit.plugins.discovery import BUILTIN, Owner, collect, installed, load, settle
from strokekit.reading import MISSING_PLUGIN, Dispatch, link, published_schema, read_partial, read_routine
from strokekit.timing import Measure, make_timeline
from strokekit.version import VERSION

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Engine:
    """Loads, checks, composes, times and renders routines with one set of plugins.

    Immutable, shared freely between threads, pickled as its recipe. The built-ins are always there; `plugins` adds objects or
    modules under a namespace each. Nothing is loaded before the catalogue is first needed.

    Every stage takes the outcome of the one before, or its value, and gives an outcome whose report has grown.

    Args:
        plugins: namespace → plugin (a module or any object with hook implementations).
        strict: raise `PluginError` where a plugin can't be used, instead of noting it in `catalog.problems`.
        limits: how large a text may be.
        root: the folder that no include may lead out of; by default that of the routine.
        backend: which JSON Schema library validates.

    >>> engine = Engine()
    >>> engine.loads("strokekit: 1").report.errors[0].name
    'missing-key'
    """

    plugins: Mapping[str, Any] = attrs.field(factory=dict)
    strict: bool = False
    limits: Limits = attrs.field(factory=Limits)
    root: str | os.PathLike[str] | None = None
    backend: Backend = attrs.field(default="auto", validator=attrs.validators.in_(get_args(Backend)))
    _found: tuple[tuple[Owner, Any], ...] = ()
    _made: dict[str, Any] = attrs.field(factory=dict, eq=False, repr=False, init=False)

    @classmethod
    def discover(
        cls,
        *,
        plugins: Mapping[str, Any] | None = None,
        strict: bool = False,
        limits: Limits | None = None,
        root: str | os.PathLike[str] | None = None,
        backend: Backend = "auto",
    ) -> Engine:
        """Make an engine with every plugin that is installed; `plugins` go before those of their namespaces."""
        limits = limits or Limits()
        return cls(plugins=plugins or {}, strict=strict, limits=limits, root=root, backend=backend, found=tuple(installed()))

    def __getstate__(self) -> dict[str, Any]:
        """Pickle as the recipe."""
        state = {field.name: getattr(self, field.name) for field in attrs.fields(type(self)) if field.name != "_made"}
        return state | {"plugins": {name: _Module.of(plugin) for name, plugin in self.plugins.items()}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Come back with nothing loaded."""
        plugins = {name: p.load() if isinstance(p, _Module) else p for name, p in state["plugins"].items()}
        for name, value in (state | {"plugins": plugins, "_made": {}}).items():
            object.__setattr__(self, name, value)

    @property
    def catalog(self) -> Catalog:
        """Everything the plugins contributed.

        Raises:
            PluginError: in strict mode, if a plugin can't be used.
        """
        if "catalog" not in self._made:
            self._made["catalog"] = self._catalog()
        made: Catalog = self._made["catalog"]
        return made

    def _catalog(self) -> Catalog:
        plugins: list[tuple[Owner, Any]] = [(Owner(BUILTIN, "strokekit", VERSION), builtin)]
        plugins += [(Owner(namespace), plugin) for namespace, plugin in self.plugins.items()]
        usable, contested = settle(self._found, self.plugins)
        problems = [*contested]
        for owner, entry in usable:
            plugin, problem = load(owner, entry)
            plugins += [(owner, plugin)] if problem is None else []
            problems += [problem] if problem is not None else []
        found = collect(plugins)
        catalog = build_catalog(found.contributions, (*problems, *found.problems))
        if self.strict and catalog.problems:
            raise PluginError("; ".join(problem.message for problem in catalog.problems))
        return catalog

    @property
    def dispatch(self) -> Dispatch:
        """The validators of this engine's catalogue."""
        if "dispatch" not in self._made:
            self._made["dispatch"] = Dispatch(self.catalog, self.backend)
        made: Dispatch = self._made["dispatch"]
        return made

    def read(self, path: str | os.PathLike[str]) -> Outcome[Document]:
        """Read a file; one that can't be read is a diagnostic, not an exception."""
        return read_path(path, limits=self.limits)

    def read_text(
        self,
        text: str | bytes,
        *,
        name: str = "<text>",
        syntax: Syntax | None = None,
        folder: str | os.PathLike[str] | None = None,
    ) -> Outcome[Document]:
        """Read a text in memory; `name` stands for the file in diagnostics, `folder` is where its includes are looked for."""
        return read_text(text, name=name, syntax=syntax, limits=self.limits, folder=folder)

    def structure(self, document: Outcome[Document] | Document) -> Outcome[Routine]:
        """Find out what the author meant, and report everything that is wrong with how it is written.

        Files that the routine includes are read too, from the folder of the document and nowhere above `root`; a document
        without a folder includes no files.
        """
        value, earlier = _value(document), _report(document)
        if value is None:
            return Outcome(None, earlier)
        outcome = read_routine(value, self.catalog, self.dispatch, earlier).after(earlier)
        linked = self._linked(outcome, value)
        usable = earlier.ok and all(error.name in MISSING_PLUGIN for error in linked.report.errors)
        return linked if usable else Outcome(None, linked.report)

    def _linked(self, routine: Outcome[Routine], document: Document) -> Outcome[Routine]:
        """Put the files that a routine includes beside it."""
        if routine.value is None:
            return routine
        return link(routine.value, lambda path: self._included(document, path)).after(routine.report)

    def _included(self, including: Document, path: str) -> Outcome[Routine] | Wrong:
        """Read a file that a document includes, without what it includes itself."""
        where = included_path(including.source, path, self.root)
        if isinstance(where, Wrong):
            return where
        document = self.read(where)
        if document.value is None:
            unplaced = next((found for found in document.report.errors if found.span is None), None)
            if unplaced is not None:
                return Wrong("include-unusable", "", facts={"path": path, "problem": unplaced.message})
            return Outcome(None, document.report)
        return read_routine(document.value, self.catalog, self.dispatch, document.report).after(document.report)

    def load(self, path: str | os.PathLike[str]) -> Outcome[Routine]:
        """Read a file and find out what its author meant."""
        return self.structure(self.read(path))

    def loads(
        self,
        text: str | bytes,
        *,
        name: str = "<text>",
        syntax: Syntax | None = None,
        folder: str | os.PathLike[str] | None = None,
    ) -> Outcome[Routine]:
        """Do the same with a text in memory; `folder` is where its includes are looked for."""
        return self.structure(self.read_text(text, name=name, syntax=syntax, folder=folder))

    def compose(
        self,
        routine: Outcome[Routine] | Routine,
        *,
        values: Mapping[str, Any] | None = None,
        variant: str | None = None,
        answers: Mapping[str, Any] | None = None,
        add: Mapping[str, Iterable[str]] | None = None,
    ) -> Outcome[Plan]:
        """Resolve a routine as somebody wishes it, and run every rule over the plan.

        Args:
            routine: what `structure` gave.
            values: name → value, for the values that the routine declares; a text is read as it would be in a file.
            variant: the name of one of its variants; by default the one that it marks as default, else its first.
            answers: id of a question → what the client answered. Answers stand in no message, `repr` or log.
            add: id of a step that may be added → ids of the steps that it goes after.
        """
        value, earlier = _value(routine), _report(routine)
        if value is None:
            return Outcome(None, earlier)
        wishes = Wishes(values=values or {}, variant=variant, answers=answers or {}, add=add or {})
        plan, found = self._composed(value, wishes)
        return Outcome(plan if found.ok else None, earlier + found)

    def _composed(self, routine: Routine, wishes: Wishes) -> tuple[Plan | None, Report]:
        """Compose what can be composed, and run the rules over it."""
        outcome = compose_partial(routine, self.catalog, wishes)
        if outcome.value is None:
            return None, outcome.report
        ruled = run_rules(outcome.value, self.catalog)
        return outcome.value, outcome.report + still_to_say(ruled, outcome.report)

    def measure(self, plan: Plan) -> Elastic:
        """Say how long a plan takes: at least, ideally, at most, and what that rests on."""
        return Measure(self.catalog).plan(plan)

    def fit(self, plan: Outcome[Plan] | Plan, *, assume: Mapping[str, int] | None = None) -> Outcome[Timeline]:
        """Give every step its ideal time.

        Args:
            plan: what `compose` gave.
            assume: name of a step → milliseconds, for steps of which nothing says how long they take.

        Raises:
            UsageError: an assumed time is no whole number of milliseconds >= 0.
        """
        value, earlier = _value(plan), _report(plan)
        if value is None:
            return Outcome(None, earlier)
        wrong = {name: ms for name, ms in (assume or {}).items() if type(ms) is not int or ms < 0}
        if wrong:
            raise UsageError(f"assume takes whole milliseconds >= 0, not {wrong}")
        return make_timeline(value, self.catalog, assume=assume, version=VERSION).after(earlier)

    def check(self, source: Outcome[Document] | str | os.PathLike[str]) -> Report:
        """Report everything about a file, or a document already read: text, shape, names, doses, places, times.

        One run shows what can be shown: a mistake in one step keeps nobody from hearing of those in the others.
        """
        document = source if isinstance(source, Outcome) else self.read(source)
        if document.value is None:
            return document.report
        outcome = read_partial(document.value, self.catalog, self.dispatch, document.report).after(document.report)
        outcome = self._linked(outcome, document.value)
        if outcome.value is None:
            return outcome.report
        found = sum((self._composed(one, wishes)[1] for one, wishes in to_try(outcome.value)), Report())
        return outcome.report + still_to_say(found, outcome.report)

    def render(self, timeline: Timeline | Plan, *, to: str = "markdown", language: str = "") -> str | bytes:
        """Write a timeline down; the same timeline gives the same output.

        Args:
            timeline: what `fit` gave; for renderers that are not `timed`, such as cards, also what `compose` gave.
            to: the id of a renderer of the catalogue.
            language: a language tag; by default the routine's own language.

        Raises:
            UsageError: there is no such renderer, or it needs a timeline and was given a plan.
        """
        from strokekit.rendering import RenderContext  # nobody who only checks files needs the words of cards

        renderer = self.catalog.renderers.get(to)
        if renderer is None:
            raise UsageError(f"there is no renderer {to!r}; there are {', '.join(sorted(self.catalog.renderers))}")
        plan, exact = (timeline, None) if isinstance(timeline, Plan) else (timeline.plan, timeline)
        if renderer.timed and exact is None:
            raise UsageError(f"the renderer {to!r} needs a timeline: fit the plan first")
        wanted = language or plan.routine.language
        return renderer.render(RenderContext(plan=plan, catalog=self.catalog, language=wanted, exact=exact))

    def fmt(self, document: Outcome[Document] | Document) -> Outcome[str]:
        """Give a document its canonical layout: the text of the file, with every comment and the same meaning.

        None where it could not be read without an error, or is written in another version of the format. What else is wrong
        with it is no matter.
        """
        from strokekit.writing import canonical

        return canonical(_outcome(document), self.catalog)

    def migrate(self, document: Outcome[Document] | Document) -> Outcome[Document]:
        """Bring a document of an older version of the format to the present one; comments and layout stay."""
        from strokekit.migrating import migrate

        return migrate(_outcome(document))

    def schema(self) -> dict[str, Any]:
        """Give the JSON Schema of routine files with this engine's techniques, for editors and other tools."""
        return published_schema(self.catalog)


@attrs.frozen
class _Module:
    """A plugin that is a module, on its way to another process: modules travel by name."""

    name: str

    @classmethod
    def of(cls, plugin: Any) -> Any:
        """Take the name of a module; any other plugin travels as it is."""
        return cls(plugin.__name__) if isinstance(plugin, ModuleType) else plugin

    def load(self) -> ModuleType:
        """Import the module where it has arrived."""
        return import_module(self.name)


def _value(given: Outcome[T] | T) -> T | None:
    """Take the value out of an outcome; a bare value is its own."""
    return given.value if isinstance(given, Outcome) else given


def _outcome(given: Outcome[T] | T) -> Outcome[T]:
    """Take an outcome as it is; a bare value has nothing reported of it."""
    return given if isinstance(given, Outcome) else Outcome(given)


def _report(given: object) -> Report:
    """Take the report out of an outcome; of a bare value nothing was reported."""
    return given.report if isinstance(given, Outcome) else Report()


__all__ = ["Engine"]
