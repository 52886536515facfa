"""The facade: one method for each stage, all wired to one catalogue."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

import attrs

from strokekit.builtin import PLUGIN
from strokekit.checking import run_rules, still_to_say
from strokekit.composing import Wishes, compose_partial, to_try
from strokekit.diagnostics import Outcome, Report, Severity
from strokekit.environment import switched_on
from strokekit.errors import PluginError, UsageError
from strokekit.formats import Document, Limits, Syntax, read_path, read_text
from strokekit.formats.included import included_path
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.schema import Backend
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Plan
from strokekit.model.routine import Routine
from strokekit.model.timeline import Timeline
from strokekit.plugins.assembling import assemble
from strokekit.plugins.candidates import Candidate, choose, find, named, settle
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Rendered
from strokekit.plugins.discovery import BUILTIN, Owner
from strokekit.plugins.examining import examine
from strokekit.plugins.packing import Packed
from strokekit.plugins.spelling import within_budget
from strokekit.plugins.standing import Standing, standings
from strokekit.reading import Dispatch, editor_schema, link, published_schema, read_partial, read_routine
from strokekit.reading.missing import missing_plugin, of_missing_plugins
from strokekit.reading.packs import Packs
from strokekit.suppressing import suppress
from strokekit.timing import Measure, make_timeline
from strokekit.version import VERSION

if TYPE_CHECKING:
    from strokekit.repairing import Repaired
    from strokekit.reporting.selection import Selection

Opened: TypeAlias = Callable[[str], object]
"""Takes the path of a file that is about to be opened."""
_SHIPPED = Owner(BUILTIN, "strokekit", VERSION)


def _named_by_texts(_: Any, __: Any, plugins: Mapping[Any, Any]) -> None:
    strange = [name for name in plugins if not isinstance(name, str)]
    if strange:
        raise UsageError(f"plugins are given by their namespaces, which are texts, not {type(strange[0]).__name__}")


def _one_of_its_words(_: Any, __: Any, missing: str) -> None:
    if missing not in ("error", "warn"):
        raise UsageError(f"missing is 'error' or 'warn', not {missing!r}")


@attrs.frozen(kw_only=True)
class Engine:
    """Loads, checks, composes, times and renders routines with one set of plugins.

    Immutable, shared freely between threads, pickled as its recipe. The built-ins are always there; `plugins` adds others under a
    namespace each. Nothing is loaded before the catalogue is first needed.

    Every stage takes the outcome of the one before, or its value, and gives an outcome whose report has grown.

    Args:
        plugins: namespace → plugin: a module, any object with hook implementations, the path of a plugin file, or a text that is
            such a path or names what to import, `module` or `module:attribute`.
        strict: raise `PluginError` where a plugin can't be used, instead of noting it in `catalog.problems`.
        missing: whether what a file uses of plugins that are not there, or broken, is an error or a warning.
        limits: how large a text may be, to how many steps it may unroll (its `nodes`), how many findings each stage keeps.
        root: the folder that no include may lead out of; by default that of the routine.
        backend: which JSON Schema library validates.

    Raises:
        UsageError: a namespace is no text, or an option is none of its words.

    >>> engine = Engine()
    >>> engine.loads("strokekit: 1").report.errors[0].name
    'missing-key'
    """

    plugins: Mapping[str, Any] = attrs.field(factory=dict, validator=_named_by_texts)
    strict: bool = False
    missing: Literal["error", "warn"] = attrs.field(default="error", validator=_one_of_its_words)
    limits: Limits = attrs.field(factory=Limits)
    root: str | os.PathLike[str] | None = None
    backend: Backend = attrs.field(default="auto", validator=attrs.validators.in_(get_args(Backend)))
    _found: tuple[Candidate, ...] = ()
    _made: dict[str, Any] = attrs.field(factory=dict, eq=False, repr=False, init=False)

    @classmethod
    def discover(
        cls,
        *,
        allow: Collection[str] | None = None,
        deny: Collection[str] = (),
        plugins: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        missing: Literal["error", "warn"] = "error",
        limits: Limits | None = None,
        root: str | os.PathLike[str] | None = None,
        backend: Backend = "auto",
    ) -> Engine:
        """Make an engine with the plugins that are installed; `plugins` go before those of their namespaces.

        Args:
            allow: the names of the plugins to be used, as namespaces or as distributions; by default all.
            deny: the names of those not to be used, whatever is allowed.
            plugins: as for `Engine`.
            strict: as for `Engine`; by default what the environment variable `STROKEKIT_STRICT` says, `1` or `0`.
            missing: as for `Engine`.
            limits: as for `Engine`.
            root: as for `Engine`.
            backend: as for `Engine`.

        Raises:
            UsageError: `STROKEKIT_STRICT` is neither yes nor no, or `allow` or `deny` is a text instead of several.
        """
        for name, given in (("allow", allow), ("deny", deny)):
            if isinstance(given, str):
                raise UsageError(f"{name} takes several names: write [{given!r}]")
        return cls(
            plugins=plugins or {},
            strict=switched_on("STROKEKIT_STRICT", os.environ) if strict is None else strict,
            missing=missing,
            limits=limits or Limits(),
            root=root,
            backend=backend,
            found=choose(find(), allow=allow, deny=deny),
        )

    def __getstate__(self) -> dict[str, Any]:
        """Pickle as the recipe."""
        state = {field.name: getattr(self, field.name) for field in attrs.fields(type(self)) if field.name != "_made"}
        return state | {"plugins": {name: Packed.of(plugin) for name, plugin in self.plugins.items()}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Come back with nothing loaded."""
        plugins = {name: p.load() if isinstance(p, Packed) else p for name, p in state["plugins"].items()}
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
        catalog = assemble((_SHIPPED, PLUGIN), self._candidates())
        problems = self._examined(catalog).diagnostics if self.strict else ()
        if problems:
            raise PluginError(problems)
        return catalog

    def _examined(self, catalog: Catalog) -> Report:
        return examine(catalog, Packs(catalog, Dispatch(catalog, self.backend)).problems())

    def _candidates(self) -> tuple[Candidate, ...]:
        return (*named(self.plugins), *settle(self._found, self.plugins))

    def standings(self, *, load: bool = False) -> tuple[Standing, ...]:
        """Say where each plugin stands: what strokekit ships first, then those given, then those found.

        Without `load` nothing of any plugin is imported or read, so that little is known of them. With it, what each contributes
        and what is wrong with it is known, all that `check_plugins` finds; a plugin that can't be used raises nothing here, in
        strict mode neither.

        >>> [standing.status for standing in Engine().standings(load=True)]
        ['active']
        """
        made = self._made.get("catalog") if load else None
        catalog = (made or assemble((_SHIPPED, PLUGIN), self._candidates())) if load else None
        found = self._examined(catalog) if catalog is not None else Report()
        return standings(_SHIPPED, self._candidates(), catalog, found)

    @property
    def dispatch(self) -> Dispatch:
        """The validators of this engine's catalogue."""
        if "dispatch" not in self._made:
            self._made["dispatch"] = Dispatch(self.catalog, self.backend)
        made: Dispatch = self._made["dispatch"]
        return made

    @property
    def _packs(self) -> Packs:
        """The parts that plugins contribute."""
        made: Packs = self._made.get("packs") or self._made.setdefault("packs", Packs(self.catalog, self.dispatch))
        return made

    def check_plugins(self) -> Report:
        """Look at what the catalogue reads only when it is needed: the literals of declarations, and the parts of plugins.

        The report also holds the problems of the catalogue. Everything that is wrong in a data file has its place in it.
        """
        return examine(self.catalog, self._packs.problems())

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

    @within_budget()
    def structure(self, document: Outcome[Document] | Document) -> Outcome[Routine]:
        """Find out what the author meant, and report everything that is wrong with how it is written.

        Files that the routine includes are read too, from the folder of the document and nowhere above `root`; a document
        without a folder includes no files.
        """
        given = Outcome.of(document)
        value, earlier = given.value, given.report
        if value is None:
            return Outcome(None, earlier)
        outcome = read_routine(value, self.catalog, self.dispatch, earlier, most=self.limits.diagnostics).after(earlier)
        linked = self._linked(outcome, value)
        excused = of_missing_plugins(linked.report, self.catalog)
        usable = earlier.ok and all(error in excused for error in linked.report.errors)
        return Outcome(linked.value if usable else None, self._weighed(linked.report))

    def _weighed(self, report: Report) -> Report:
        """Make warnings of what rests on missing plugins, where that is wanted."""
        if self.missing == "error":
            return report
        lighter = missing_plugin(report, self.catalog)
        return Report.of(attrs.evolve(one, severity=Severity.WARNING) if one in lighter else one for one in report)

    def _linked(
        self,
        routine: Outcome[Routine],
        document: Document,
        opened: Opened | None = None,
        included: list[Document] | None = None,
    ) -> Outcome[Routine]:
        """Put the files that a routine includes beside it; tell `opened` of each, and put what was read among `included`."""
        if routine.value is None:
            return routine

        def load(path: str) -> Outcome[Routine] | Wrong:
            if opened is not None:
                opened(os.path.join(document.source.folder or "", path))  # noqa: PTH118 - a Path is made of fewer names
            return self._included(document, path, [] if included is None else included)

        return link(routine.value, load, self._packs.part).after(routine.report)

    def _included(self, including: Document, path: str, kept: list[Document]) -> Outcome[Routine] | Wrong:
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
        kept.append(document.value)
        most = self.limits.diagnostics
        return read_routine(document.value, self.catalog, self.dispatch, document.report, most=most).after(document.report)

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

    @within_budget()
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

        A plan beside errors is there only where steps are all that is unknown: a technique or action that is misspelt, or whose
        plugin is missing. Its steps are kept as they are written, with an unknown time. So ask for `ok`, or `require()`, before
        anybody works by a plan.

        Args:
            routine: what `structure` gave.
            values: name → value, for the values that the routine declares; a text is read as it would be in a file.
            variant: the name of one of its variants; by default the one that it marks as default, else its first.
            answers: id of a question → what the client answered. Answers stand in no message, `repr` or log.
            add: id of a step that may be added → ids of the steps that it goes after.
        """
        given = Outcome.of(routine)
        value, earlier = given.value, given.report
        if value is None:
            return Outcome(None, earlier)
        wishes = Wishes(values=values or {}, variant=variant, answers=answers or {}, add=add or {})
        plan, found = self._composed(value, wishes)
        return Outcome(plan if found.ok else None, earlier + found)

    def _composed(self, routine: Routine, wishes: Wishes) -> tuple[Plan | None, Report]:
        """Compose what can be composed, and run the rules over it."""
        outcome = compose_partial(routine, self.catalog, wishes, limit=self.limits.nodes, most=self.limits.diagnostics)
        if outcome.value is None:
            return None, outcome.report
        ruled = self._strictly(run_rules(outcome.value, self.catalog))
        return outcome.value, outcome.report + still_to_say(ruled, outcome.report)

    def _strictly(self, report: Report) -> Report:
        """Give a report as it is; in strict mode, raise what a plugin did wrong when it was called."""
        failed = tuple(found for found in report if found.name in {"plugin-call", "plugin-broken"}) if self.strict else ()
        if failed:
            raise PluginError(failed)
        return report

    def measure(self, plan: Plan) -> Elastic:
        """Say how long a plan takes: at least, ideally, at most, and what that rests on."""
        return Measure(self.catalog).plan(plan)

    def fit(
        self,
        plan: Outcome[Plan] | Plan,
        *,
        target: int | str | None = None,
        slot: int | str | None = None,
        table: int | str | None = None,
        wishes: Mapping[str, int] | None = None,
        assume: Mapping[str, int] | None = None,
        work: int | None = None,
    ) -> Outcome[Timeline]:
        """Give every step its time: the ideal one, or what makes the whole take just as long as is asked, to the millisecond.

        A fit keeps to every bound of the plan and deviates least from the ideals; `docs/explanation/fit.md` says by what measure.
        It always starts from the plan, and the same call gives the same timeline.

        Args:
            plan: what `compose` gave.
            target: how long the routine shall take: milliseconds, a time as a routine would write it, or `stated` for the total
                that the routine states.
            slot: the same with what lies before and after the routine in its booking.
            table: the same for the time on the table alone; only one of the three.
            wishes: id of a step or a section, technique or place → hundredths of its ideal time that are wanted: 150 for half
                as much again.
            assume: name of a step → milliseconds, for steps of which nothing says how long they take.
            work: how many steps of work the search for the best fit may take.

        Raises:
            UsageError: a time is no whole number of milliseconds >= 0 and no text of one, a wish is no whole number > 0, or more
                than one of target, slot and table is given.
        """
        given = Outcome.of(plan)
        value, earlier = given.value, given.report
        if value is None:
            return Outcome(None, earlier)
        wrong = {name: ms for name, ms in (assume or {}).items() if type(ms) is not int or ms < 0}
        if wrong:
            raise UsageError(f"assume takes whole milliseconds >= 0, not {wrong}")
        if target is None and slot is None and table is None and not wishes:
            made = make_timeline(value, self.catalog, assume=assume, version=VERSION)
        else:
            from strokekit.booking.fit import book  # nobody who only checks files needs the solver

            asked = {"target": target, "slot": slot, "table": table}
            made = book(value, self.catalog, **asked, wishes=wishes, assume=assume, work=work, version=VERSION)
        self._strictly(made.report)
        return made.after(earlier)

    @within_budget()
    def check(self, source: Outcome[Document] | str | os.PathLike[str], *, opened: Opened | None = None) -> Report:
        """Report everything about a file, or a document already read: text, shape, names, doses, places, times.

        One run shows what can be shown: a mistake in one step keeps nobody from hearing of those in the others. What the file
        itself says not to report is left out; the stages, such as `load` and `compose`, go by everything.

        Args:
            source: a path, or what `read` or `read_text` gave.
            opened: is told the path of every other file that the report may depend on, there or not: those that it includes.
        """
        document = source if isinstance(source, Outcome) else self.read(source)
        if document.value is None:
            return document.report
        most = self.limits.diagnostics
        outcome = read_partial(document.value, self.catalog, self.dispatch, document.report, most=most).after(document.report)
        included: list[Document] = []
        outcome = self._linked(outcome, document.value, opened, included)
        if outcome.value is None:
            return self._kept(suppress(self._weighed(outcome.report), document.value, loaded=self._has_plugin))
        trial = to_try(outcome.value, self.catalog, limit=self.limits.nodes)
        found = Report.of(locate(document.value, wrong) for wrong in trial.problems)
        found = sum((self._composed(one, wishes)[1] for one, wishes in trial.runs), found)
        report = self._weighed(outcome.report) + still_to_say(found, outcome.report)
        return self._kept(suppress(report, document.value, included, loaded=self._has_plugin))

    def _kept(self, report: Report) -> Report:
        """Leave out what is beyond the limit, the lightest first; the errors that end a reading may be one more."""
        most = self.limits.diagnostics + 1
        if len(report) <= most:
            return report
        return Report.of(sorted(report, key=lambda found: found.severity.rank)[:most])

    def _has_plugin(self, namespace: str) -> bool:
        return any(owner.namespace == namespace for owner in self.catalog.plugins)

    def repair(
        self, source: Outcome[Document] | str | os.PathLike[str], *, unsafe: bool = False, selection: Selection | None = None
    ) -> Repaired:
        r"""Apply the fixes of everything that `check` finds in a file, or in a document already read, until none is left.

        Nothing is written: the text is that of the document that is given back. What is found in included files is fixed when
        those are repaired.

        Args:
            source: a path, or what `read` gave.
            unsafe: also apply fixes that may change what the author meant.
            selection: what of the findings is fixed, and stands in the report; by default everything.

        >>> repaired = Engine().repair(Engine().read_text("strokekit: 1\ntitle: no", name="a.yaml"), unsafe=True)
        >>> repaired.document.value.source.text.splitlines()
        ['strokekit: 1', 'title: "no"']
        """
        from strokekit.repairing import repair

        def check(document: Outcome[Document]) -> Report:
            report = self.check(document)
            return report if selection is None else selection.of(report)

        def read(document: Document, text: str) -> Outcome[Document]:
            given = document.source
            return self.read_text(text, name=given.name, syntax=document.syntax, folder=given.folder)

        return repair(source if isinstance(source, Outcome) else self.read(source), read=read, check=check, unsafe=unsafe)

    def render(
        self,
        timeline: Timeline | Plan,
        *,
        to: str = "markdown",
        language: str = "",
        options: Mapping[str, Any] | None = None,
        templates: str | os.PathLike[str] | None = None,
    ) -> str | bytes:
        """Write a timeline down; the same timeline and options give the same output. `rendered` also says what got lost.

        Args:
            timeline: what `fit` gave; for renderers that are not `timed`, such as cards, also what `compose` gave.
            to: the id of a renderer of the catalogue, in which `-` may stand for `_`.
            language: a language tag; by default the routine's own language.
            options: name → value, for the options that the renderer declares; a text is read as on the command line.
            templates: a folder with templates of one's own, for renderers that use some.

        Raises:
            UsageError: there is no such renderer, it needs a timeline and was given a plan, an option or a template is wrong, or
                what it needs is not installed.
            PluginError: the renderer is a plugin's and failed.
        """
        return self.rendered(timeline, to=to, language=language, options=options, templates=templates).content

    def rendered(
        self,
        timeline: Timeline | Plan,
        *,
        to: str = "markdown",
        language: str = "",
        options: Mapping[str, Any] | None = None,
        templates: str | os.PathLike[str] | None = None,
    ) -> Rendered:
        """Do what `render` does, and give the output with its losses: what the format could not say as the timeline has it."""
        from strokekit.rendering.calling import rendered, renderer_of  # nobody who only checks files needs the words of cards
        from strokekit.rendering.context import RenderContext
        from strokekit.rendering.options import settled
        from strokekit.rendering.style import Style

        renderer = renderer_of(self.catalog, to)
        plan, exact = (timeline, None) if isinstance(timeline, Plan) else (timeline.plan, timeline)
        if renderer.timed and exact is None:
            raise UsageError(f"the renderer {to!r} needs a timeline: fit the plan first")
        context = RenderContext(
            plan=plan,
            catalog=self.catalog,
            language=language or (plan.routine.language if plan is not None else exact.about.language if exact else ""),
            exact=exact,
            options=settled(renderer, self.catalog, options or {}),
            style=Style.of(templates),
            renderer=renderer.id,
        )
        return rendered(renderer, context)

    def explain(self, timeline: Timeline, name: str, *, language: str = "") -> str:
        """Say why each step or rest of that name is there, and why it lasts as long as it does: a few lines of text for each.

        `strokekit.timing.explain` gives the same as a value.

        Args:
            timeline: what `fit` gave, or one that was read back.
            name: that of a step; with `#2` that pass alone, without it all passes.
            language: a language tag; by default the routine's own language.

        Raises:
            UsageError: nothing in the timeline has that name.
        """
        from strokekit.rendering.context import RenderContext
        from strokekit.rendering.explaining import explained
        from strokekit.timing.explaining import explain, named

        found, wanted = named(timeline, name), language or timeline.about.language
        phrases = RenderContext(plan=timeline.plan, catalog=self.catalog, language=wanted, exact=timeline).phrases
        return "".join(explained(phrases, explain(timeline, cue)) for cue in found)

    def fmt(self, document: Outcome[Document] | Document) -> Outcome[str]:
        """Give a document its canonical layout: the text of the file, with every comment and the same meaning.

        None where it could not be read without an error, or is written in another version of the format. What else is wrong
        with it is no matter.
        """
        from strokekit.writing import canonical

        return canonical(Outcome.of(document), self.catalog)

    def migrate(self, document: Outcome[Document] | Document) -> Outcome[Document]:
        """Bring a document of an older version of the format to the present one; comments and layout stay."""
        from strokekit.migrating import migrate

        return migrate(Outcome.of(document))

    def schema(self, *, messages: bool = False) -> dict[str, Any]:
        """Give the JSON Schema of routine files with this engine's techniques, for editors and other tools.

        Args:
            messages: say under `patternErrorMessage` what to write where a text has the wrong form. Editors show it;
                validators that refuse unknown keywords take the schema without.
        """
        return editor_schema(self.catalog) if messages else published_schema(self.catalog)


__all__ = ["Engine"]
