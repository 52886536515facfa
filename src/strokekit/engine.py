"""The facade: one method for each stage, all wired to one catalogue."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar, get_args

import attrs

from strokekit import builtin
from strokekit.checking import run_rules, still_to_say
from strokekit.composing import compose_partial
from strokekit.diagnostics import Outcome, Report
from strokekit.errors import PluginError, UsageError
from strokekit.formats import Document, Limits, Syntax, read_path, read_text
from strokekit.formats.schema import Backend
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan
from strokekit.model.routine import Routine
from strokekit.model.timeline import Timeline
from strokekit.plugins.catalog import Catalog, build_catalog
from strokekit.plugins.discovery import BUILTIN, Owner, collect, installed, load, settle
from strokekit.reading import Dispatch, published_schema, read_partial, read_routine
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
        backend: which JSON Schema library validates.

    >>> engine = Engine()
    >>> engine.loads("strokekit: 1").report.errors[0].name
    'missing-key'
    """

    plugins: Mapping[str, Any] = attrs.field(factory=dict)
    strict: bool = False
    limits: Limits = attrs.field(factory=Limits)
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
        backend: Backend = "auto",
    ) -> Engine:
        """Make an engine with every plugin that is installed; `plugins` go before those of their namespaces."""
        return cls(plugins=plugins or {}, strict=strict, limits=limits or Limits(), backend=backend, found=tuple(installed()))

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

    def read_text(self, text: str | bytes, *, name: str = "<text>", syntax: Syntax | None = None) -> Outcome[Document]:
        """Read a text in memory; `name` stands for the file in diagnostics."""
        return read_text(text, name=name, syntax=syntax, limits=self.limits)

    def structure(self, document: Outcome[Document] | Document) -> Outcome[Routine]:
        """Find out what the author meant, and report everything that is wrong with how it is written."""
        value, earlier = _value(document), _report(document)
        if value is None:
            return Outcome(None, earlier)
        outcome = read_routine(value, self.catalog, self.dispatch, earlier).after(earlier)
        return outcome if earlier.ok else Outcome(None, outcome.report)

    def load(self, path: str | os.PathLike[str]) -> Outcome[Routine]:
        """Read a file and find out what its author meant."""
        return self.structure(self.read(path))

    def loads(self, text: str | bytes, *, name: str = "<text>", syntax: Syntax | None = None) -> Outcome[Routine]:
        """Do the same with a text in memory."""
        return self.structure(self.read_text(text, name=name, syntax=syntax))

    def compose(self, routine: Outcome[Routine] | Routine, *, values: Mapping[str, Any] | None = None) -> Outcome[Plan]:
        """Resolve a routine, with some of its values set, and run every rule over the plan."""
        value, earlier = _value(routine), _report(routine)
        if value is None:
            return Outcome(None, earlier)
        plan, found = self._composed(value, values or {})
        return Outcome(plan if found.ok else None, earlier + found)

    def _composed(self, routine: Routine, values: Mapping[str, Any]) -> tuple[Plan | None, Report]:
        """Compose what can be composed, and run the rules over it."""
        outcome = compose_partial(routine, self.catalog, values=values)
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
        if outcome.value is None:
            return outcome.report
        _, found = self._composed(outcome.value, {})
        return outcome.report + still_to_say(found, outcome.report)

    def render(self, timeline: Timeline, *, to: str = "markdown", language: str = "") -> str | bytes:
        """Write a timeline down; the same timeline gives the same output.

        Args:
            timeline: what `fit` gave.
            to: the id of a renderer of the catalogue.
            language: a language tag; by default the routine's own language.

        Raises:
            UsageError: there is no such renderer.
        """
        from strokekit.rendering import RenderContext  # nobody who only checks files needs the words of cards

        renderer = self.catalog.renderers.get(to)
        if renderer is None:
            raise UsageError(f"there is no renderer {to!r}; there are {', '.join(sorted(self.catalog.renderers))}")
        wanted = language or timeline.plan.routine.language
        return renderer.render(RenderContext(timeline=timeline, catalog=self.catalog, language=wanted))

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


def _report(given: object) -> Report:
    """Take the report out of an outcome; of a bare value nothing was reported."""
    return given.report if isinstance(given, Outcome) else Report()


__all__ = ["Engine"]
