"""Cases of rules as data: routines that must pass, and routines that must fail, with code and place.

    rule: thai.no_oil
    pass:
      - {name: dry work, steps: [{technique: thai.palming, where: calf}]}
    fail:
      - name: oil on a floor mat
        steps: [{technique: thai.palming, where: calf, lubricant: oil}]
        at: /steps/0

A case gives `steps` of one section, a whole `routine` as a mapping, or its `text`. `at` is a JSON Pointer, or a list of them
(`/steps/0` stands for `/sections/0/steps/0`), or with a `text` `line` and `column`. `code` and `message` are compared where they
are given; the code is else that of the rule. A routine must hold no error of any other kind: what can't be read passes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Report
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.formats import read_path
from strokekit.testing.documents import document, report_of

KEYS = {"name", "steps", "routine", "text", "at", "line", "column", "code", "message"}
"""What a case may hold."""


@attrs.frozen(kw_only=True)
class RuleCase:
    """One routine and what a rule says of it: nothing, where `fails` is false."""

    name: str
    rule: str
    fails: bool
    given: Mapping[str, Any]
    codes: frozenset[str]
    engine: Engine = attrs.field(repr=False, eq=False)

    def __str__(self) -> str:
        """Name it as test reports do."""
        return f"{'fail' if self.fails else 'pass'}: {self.name}"

    def problem(self) -> str:
        """Say what is not as the case has it; nothing where all is."""
        report = self._report()
        other = [found for found in report.errors if not self._own(found)]
        if other:
            return f"the routine has another error: {other[0].code} at {other[0].pointer}: {other[0].message}"
        found = [_said(one, with_place=self._by_line) for one in report if self._own(one)]
        wanted = list(self._wanted()) if self.fails else []
        if sorted(found) != sorted(wanted):
            return f"it should say {_listed(wanted)}, and says {_listed(found)}"
        messages = [one.message for one in report if self._own(one)]
        if "message" in self.given and self.given["message"] not in messages:
            return f"it should say {self.given['message']!r}, and says {_listed(messages)}"
        return ""

    def run(self) -> None:
        """Check the routine.

        Raises:
            AssertionError: the rule says something else than the case.
        """
        problem = self.problem()
        if problem:
            raise AssertionError(f"{self.rule}, {self}: {problem}")

    @property
    def _by_line(self) -> bool:
        return "line" in self.given

    def _own(self, found: Diagnostic) -> bool:
        return found.code in self.codes or found.name in self.codes

    def _report(self) -> Report:
        if "text" in self.given:
            return self.engine.check(self.engine.read_text(self.given["text"], name="case"))
        return report_of(self.engine, self.given.get("routine") or document(*self.given["steps"]))

    def _wanted(self) -> Iterator[str]:
        if self._by_line:
            yield f"{self.given['line']}:{self.given.get('column', 1)}"
            return
        at = self.given["at"]
        for pointer in at if isinstance(at, list) else [at]:
            yield f"/sections/0{pointer}" if pointer.startswith("/steps") else pointer


def _said(found: Diagnostic, *, with_place: bool) -> str:
    return f"{found.span.line}:{found.span.column}" if with_place and found.span else found.pointer


def _listed(parts: list[str]) -> str:
    return ", ".join(parts) or "nothing"


def rule_cases(path: str | Path, engine: Engine | None = None) -> list[RuleCase]:
    """Read a file of cases; each is run by `case.run()`.

    Args:
        path: the file; YAML or JSON.
        engine: one that has the rule; by default one with the `plugins` that the file names (namespace: path from the file), or
            with all that are installed.

    Raises:
        UsageError: the file can't be read, or a case lacks what it needs.
    """
    outcome = read_path(path)
    if outcome.value is None or outcome.report.errors:
        raise UsageError(f"{path} is no file of rule cases: {outcome.report.errors[0] if outcome.report.errors else 'no value'}")
    data = outcome.value.data
    rule = data.get("rule", "")
    strange = [key for key in data if key not in {"rule", "plugins", "pass", "fail"}]
    if not rule or strange:
        raise UsageError(f"{path}: {f'`{strange[0]}` is not a key of a file of rule cases' if strange else '`rule` is missing'}")
    with_rule = engine or _engine(Path(path), data.get("plugins"))
    if rule not in with_rule.catalog.rules:
        raise UsageError(f"{path}: there is no rule {rule!r} in this engine")
    cases = [_case(path, rule, given, with_rule, fails=fails) for fails, given in _all(data)]
    every = frozenset(code for case in cases for code in case.codes)
    return [attrs.evolve(case, codes=every if not case.fails else case.codes) for case in cases]


def _all(data: Mapping[str, Any]) -> Iterator[tuple[bool, Any]]:
    yield from ((False, given) for given in data.get("pass", ()))
    yield from ((True, given) for given in data.get("fail", ()))


def _engine(path: Path, plugins: Mapping[str, str] | None) -> Engine:
    if plugins is None:
        return Engine.discover()
    return Engine(plugins={name: str(path.parent / where) for name, where in plugins.items()}, strict=True)


def _case(path: str | Path, rule: str, given: Any, engine: Engine, *, fails: bool) -> RuleCase:
    problem = _wrong(given, fails=fails)
    if problem:
        raise UsageError(f"{path}: the case `{given.get('name', '') if isinstance(given, Mapping) else given}` {problem}")
    named = rule.replace(".", "/", 1)
    codes = frozenset({given["code"]} if "code" in given else {rule, named, named.replace("_", "-")})
    return RuleCase(name=given["name"], rule=rule, fails=fails, given=given, codes=codes, engine=engine)


def _wrong(given: Any, *, fails: bool) -> str:
    """Say what a case lacks or has too much; nothing where it is whole."""
    if not isinstance(given, Mapping):
        return "is no mapping"
    strange = [key for key in given if key not in KEYS]
    if strange:
        return f"has the key `{strange[0]}`, which no case has"
    if "name" not in given:
        return "has no `name`"
    if sum(key in given for key in ("steps", "routine", "text")) != 1:
        return "needs one of `steps`, `routine` and `text`"
    if fails and "at" not in given and "line" not in given:
        return "fails nowhere: say `at`, or `line` and `column`"
    return ""
