"""Which findings are shown, and how much each weighs: by code, name, stage, plugin and severity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from strokekit.diagnostics import CODES, Diagnostic, Report, Severity
from strokekit.errors import UsageError

_PREFIX = re.compile(r"SK[1-9]?[0-9]{0,2}")
_PLUGIN = re.compile(r"[a-z][a-z0-9_-]*/([a-z][a-z0-9_-]*)?")
_NUMBERS = frozenset(code.number for code in CODES.values())
_EXACT, _OF_PLUGIN, _ALL, _NOT = 100, 50, 0, -1


@attrs.frozen(kw_only=True)
class Selection:
    """What is shown of a report. Where selectors disagree about a finding, the more exact one holds; of two alike, `ignore`.

    A selector is a code (`SK203`, `thai/no-oil`), the name of one (`wrong-type`), the beginning of codes (`SK2`), all codes of a
    plugin (`thai/`), or `all`. What says that a file could not be checked is shown always.

    Args:
        select: what is shown; without any, everything.
        ignore: what is left out.
        weights: selector → how much what it finds weighs, in the place of its own severity.
        least: what weighs less is left out.

    Raises:
        UsageError: a text is no selector.

    >>> from strokekit.diagnostics import diagnose
    >>> report = Report.of([diagnose("contraindications-unknown"), diagnose("unknown-id", id="x")])
    >>> [found.code for found in Selection(ignore=("SK7",)).of(report)]
    ['SK406']
    >>> Selection(weights={"SK703": Severity.ERROR}).of(report).ok
    False
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    weights: Mapping[str, Severity] = attrs.field(factory=dict)
    least: Severity = Severity.HINT

    def __attrs_post_init__(self) -> None:
        """Refuse what is no selector."""
        for text in (*self.select, *self.ignore, *self.weights):
            problem = no_selector(text)
            if problem:
                raise UsageError(problem)

    def of(self, report: Report) -> Report:
        """Give what is left of a report, with its weights."""
        if self == Selection():
            return report
        return Report.of(weighed for found in report for weighed in self._weighed(found))

    def _weighed(self, found: Diagnostic) -> Iterable[Diagnostic]:
        if found.unchecked:
            return (found,)
        if not self._wanted(found):
            return ()
        weights = [(_exactness(text, found), weight) for text, weight in self.weights.items()]
        best = max((exact for exact, _ in weights), default=_NOT)
        severity = next((weight for exact, weight in weights if exact == best and exact > _NOT), found.severity)
        if severity.rank > self.least.rank:
            return ()
        return (found if severity is found.severity else attrs.evolve(found, severity=severity),)

    def _wanted(self, found: Diagnostic) -> bool:
        selected = max((_exactness(text, found) for text in self.select or ("all",)), default=_NOT)
        ignored = max((_exactness(text, found) for text in self.ignore), default=_NOT)
        return selected > ignored


def _exactness(text: str, found: Diagnostic) -> int:
    """Say how exactly a selector names a finding: the higher the more, -1 for not at all."""
    code = text.replace("_", "-")
    if text == found.name or code in (found.code, found.name):
        return _EXACT
    if text == "all":
        return _ALL
    if text.endswith("/"):
        return _OF_PLUGIN if found.code.startswith(code) else _NOT
    return len(text) if text.startswith("SK") and found.code.startswith(text) else _NOT


def no_selector(text: str) -> str:
    """Say why a text selects no findings; nothing where it does.

    >>> no_selector("SK2"), no_selector("thai/no-oil")
    ('', '')
    >>> no_selector("wrong-typ")
    'there is no code `wrong-typ`: did you mean `wrong-type`?'
    >>> no_selector("studio-rules")
    'there is no code `studio-rules`; `strokekit explain` lists all'
    """
    if text == "all" or text in CODES or _PLUGIN.fullmatch(text):
        return ""
    if _PREFIX.fullmatch(text) and any(number.startswith(text) for number in _NUMBERS):
        return ""
    from strokekit.plugins.spelling import closest  # only a misspelt code needs the room of plugins

    near = closest(text.replace("_", "-"), tuple(CODES)) or (text.upper() if text.upper() in _NUMBERS else None)
    return f"there is no code `{text}`{f': did you mean `{near}`?' if near else '; `strokekit explain` lists all'}"


def weights_of(texts: Iterable[str]) -> tuple[Mapping[str, Severity], Severity]:
    """Read what says how much findings weigh: `CODE=SEVERITY` for one, `SEVERITY` for the least that is shown.

    Raises:
        UsageError: a text is neither.

    >>> weights_of(["warning", "SK703=error"])
    ({'SK703': <Severity.ERROR: 'error'>}, <Severity.WARNING: 'warning'>)
    """
    weights, least = dict[str, Severity](), Severity.HINT
    for text in texts:
        selector, equals, said = text.rpartition("=")
        if said not in set(Severity):
            raise UsageError(f"a severity is {', '.join(Severity)}, or CODE= and one of these, not {text!r}")
        if equals:
            weights[selector] = Severity(said)
        else:
            least = Severity(said)
    return weights, least
