"""Leaving out of a report what a file says not to report, and reporting what of that is of no use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from strokekit.diagnostics import CODES, Diagnostic, Report, Severity, diagnose
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.suppressing.marks import Mark, marks_of

_NUMBERS = frozenset(code.number for code in CODES.values())


def suppress(
    report: Report, document: Document, included: Iterable[Document] = (), *, loaded: Callable[[str], bool] = lambda _: True
) -> Report:
    """Leave out what a document, and the documents that it includes, say not to report of themselves.

    A mark that nothing answers to is itself reported, as long as nothing else is wrong: a file with errors was not checked to
    its end. So is one that can't be read. What is wrong with the marks of included files is said where those are checked.

    Args:
        report: everything that was found.
        document: the document that was checked.
        included: those that it includes.
        loaded: tells of a namespace whether its plugin is there; codes of one that is not are left alone.

    >>> from strokekit.formats import read_text
    >>> text = "strokekit: 1 # strokekit: ignore[SK703] the studio asks at the door"
    >>> document = read_text(text, name="a.yaml").require()
    >>> span = document.span("")
    >>> len(suppress(Report.of([diagnose("contraindications-unknown", file="a.yaml", span=span)]), document))
    0
    """
    own = list(marks_of(document))
    others = [(one.source.name, mark) for one in included for mark in marks_of(one) if isinstance(mark, Mark)]
    if not own and not others:
        return report
    marks = [*((document.source.name, mark) for mark in own if isinstance(mark, Mark)), *others]
    used = _Used(marks)
    kept = [found for found in report if not used.take(found)]
    told = [_unreadable(document, mark) for mark in own if isinstance(mark, Wrong)]
    told += [_unknown(document, mark) for mark in own if isinstance(mark, Mark) and not _known(mark.code)]
    if Report.of(kept).ok:
        told += _unused(document, own, used, loaded)
    return Report.of((*kept, *told))


def quiet(report: Report, document: Document) -> Report:
    """Leave out the warnings and hints that a document says not to report of itself; its errors stay, for nothing comes of it.

    For whoever does something with a routine, where `suppress` is for who checks it: the marks themselves are no matter here.
    """
    used = _Used([(document.source.name, mark) for mark in marks_of(document) if isinstance(mark, Mark)])
    if not used.marks:
        return report
    return Report.of(found for found in report if found.severity is Severity.ERROR or not used.take(found))


@attrs.define
class _Used:
    """The marks, and which of them something answered to."""

    marks: list[tuple[str, Mark]]
    seen: set[int] = attrs.field(factory=set)

    def take(self, found: Diagnostic) -> bool:
        """Tell whether a finding is left out; every mark that speaks of it was of use."""
        if found.unchecked:
            return False
        speaking = [mark for file, mark in self.marks if file == found.file and _speaks(mark, found)]
        self.seen.update(map(id, speaking))
        return bool(speaking)


def _speaks(mark: Mark, found: Diagnostic) -> bool:
    code = mark.code.replace("_", "-") if "/" in mark.code else mark.code  # the rest of a plugin's code is an id of its own
    if code not in (found.code, found.name):
        return False
    if mark.scope == "line":
        return found.span is not None and found.span.line == mark.line
    return mark.scope == "file" or found.pointer == mark.pointer or found.pointer.startswith(f"{mark.pointer}/")


def _known(code: str) -> bool:
    return code in CODES or code in _NUMBERS or "/" in code or "." in code


def _unused(document: Document, own: list[Mark | Wrong], used: _Used, loaded: Callable[[str], bool]) -> Iterator[Diagnostic]:
    marks = [mark for mark in own if isinstance(mark, Mark)]
    idle = [mark for mark in marks if id(mark) not in used.seen]
    for mark in idle:
        namespace = mark.code.replace(".", "/").partition("/")[0] if "/" in mark.code or "." in mark.code else ""
        if not _known(mark.code) or (namespace and not loaded(namespace.replace("-", "_"))):
            continue
        alone = all(other in idle for other in marks if other.fix == mark.fix)
        span = document.source.span(mark.start, mark.end)
        fix = mark.fix if alone else None
        yield diagnose("suppression-unused", file=document.source.name, span=span, found=mark.code, fix=fix, code=mark.code)


def _unknown(document: Document, mark: Mark) -> Diagnostic:
    from strokekit.plugins.spelling import closest  # only a misspelt code needs the room of plugins

    near = closest(mark.code.replace("_", "-"), tuple(CODES)) or (mark.code.upper() if mark.code.upper() in _NUMBERS else None)
    hint = f"did you mean `{near}`?" if near else "`strokekit explain` lists all codes"
    return _told(document, (mark.start, mark.end), f"there is no code `{mark.code}`", hint)


def _unreadable(document: Document, wrong: Wrong) -> Diagnostic:
    return _told(document, wrong.inner or (0, 0), "it has not the form of one", *wrong.hints)


def _told(document: Document, place: tuple[int, int], problem: str, *hints: str) -> Diagnostic:
    span = document.source.span(*place)
    found = document.source.slice(*place)
    return diagnose(
        "suppression-unreadable", file=document.source.name, span=span, found=found, hints=hints, facts={"problem": problem}
    )
