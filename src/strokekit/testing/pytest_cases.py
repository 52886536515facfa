"""Files of rule cases as tests: `pytest_plugins = ["strokekit.testing.pytest_cases"]` in a `conftest.py` is all it takes.

Every file `*.cases.yaml` (also `.yml`, `.json`) below the folders that pytest looks into is collected, each case as a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from strokekit.testing.ruling import RuleCase, rule_cases

ENDINGS = (".cases.yaml", ".cases.yml", ".cases.json")
"""How the name of a file of rule cases ends."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file of rule cases."""
    if file_path.name.endswith(ENDINGS):
        collector: pytest.Collector = CasesFile.from_parent(parent, path=file_path)
        return collector
    return None


class CasesFile(pytest.File):
    """A file of rule cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give each case as a test."""
        for case in rule_cases(self.path):
            yield CaseItem.from_parent(self, name=str(case), case=case)


class CaseItem(pytest.Item):
    """One rule case."""

    def __init__(self, *, case: RuleCase, **named: object) -> None:
        """Keep the case."""
        super().__init__(**named)  # type: ignore[arg-type]  # pytest's own arguments, handed through
        self.case = case

    def runtest(self) -> None:
        """Run the case."""
        self.case.run()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002 - pytest's signature
        """Say what is not as the case has it, without a stack."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Say where the case stands."""
        return self.path, None, self.name
