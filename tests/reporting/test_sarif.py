"""SARIF: against the official schema, and field by field."""

from __future__ import annotations

import json
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator

from strokekit.diagnostics import CODES, Report, diagnose
from strokekit.reporting import Checked, write_report
from tests.reporting.findings import CLEAN, EVERYTHING, FOUND, HOSTILE, SOURCE, TEXT

SCHEMA = Draft4Validator(json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")))


FACTS = {name: name for code in CODES.values() for _, name, _, _ in Formatter().parse(f"{code.message}{code.hint}") if name}
"""Facts for the words of any code."""


def sarif(*checked: Checked) -> Any:
    """The run of a report, once the whole keeps to the schema."""
    made = json.loads(write_report(checked, "sarif"))
    assert [fault.message for fault in SCHEMA.iter_errors(made)] == []
    (run,) = made["runs"]
    return run


@pytest.mark.parametrize(
    "checked",
    [
        pytest.param(EVERYTHING, id="findings of every kind"),
        pytest.param((), id="no files"),
        pytest.param((CLEAN,), id="nothing found"),
        pytest.param((HOSTILE,), id="hostile texts"),
    ],
)
def test_the_official_schema_accepts_it(checked: tuple[Checked, ...]) -> None:
    """As far as a schema can tell, every reader of SARIF can read it."""
    assert len(sarif(*checked)["results"]) == sum(len(one.report) for one in checked)


def test_the_schema_would_refuse_what_is_wrong() -> None:
    """The copy is the real one: it knows what a region and a level are."""
    made = json.loads(write_report(EVERYTHING, "sarif"))
    made["runs"][0]["results"][1]["level"] = "fatal"
    made["runs"][0]["results"][2]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0

    assert sorted(list(fault.path)[-1] for fault in SCHEMA.iter_errors(made)) == ["level", "startLine"]


def test_a_result_has_everything() -> None:
    """Rule, level, text, place, pointer, repair and fingerprint."""
    result = sarif(FOUND)["results"][1]
    region = {"startLine": 6, "startColumn": 49, "endLine": 6, "endColumn": 53, "charOffset": 109, "charLength": 4}
    artifact = {"uri": "routines/a%20b.routine.yaml", "uriBaseId": "%SRCROOT%"}

    assert TEXT[109:113] == "claf"
    assert len(result.pop("partialFingerprints")["strokekit/v1"]) == 64
    assert result == {
        "ruleId": "SK403",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "there is no region `claf`\ndid you mean `calf`?"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": artifact, "region": region},
                "logicalLocations": [{"fullyQualifiedName": "/sections/0/steps/0/where"}],
            }
        ],
        "fixes": [
            {
                "description": {"text": "write `calf`"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": {"charOffset": 109, "charLength": 4}, "insertedContent": {"text": "calf"}}
                        ],
                    }
                ],
                "properties": {"safe": False},
            }
        ],
    }


def test_related_places_have_labels() -> None:
    """A secondary place stands in the same file, an include in another."""
    (related,) = sarif(FOUND)["results"][2]["relatedLocations"]

    assert related["message"] == {"text": "the first is here"}
    assert related["physicalLocation"]["region"]["startLine"] == 6


def test_rules_are_those_that_are_found() -> None:
    """Each once, with its page; a plugin's has its name."""
    run = sarif(*EVERYTHING)
    rules = run["tool"]["driver"]["rules"]
    by_id = {rule["id"]: rule for rule in rules}

    assert list(by_id) == ["SK801", "SK703", "SK403", "SK407", "thai/no-oil", "SK707", "SK503"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert "helpUri" not in by_id["SK403"]
    assert by_id["SK403"]["help"]["markdown"].startswith("# SK403 unknown-region\n")
    assert by_id["SK707"]["defaultConfiguration"] == {"level": "note"}
    assert by_id["thai/no-oil"] == {
        "id": "thai/no-oil",
        "name": "thai.no_oil",
        "shortDescription": {"text": "thai.no_oil"},
    }


def test_every_code_has_a_rule() -> None:
    """Its page is found, its first paragraph is a sentence."""
    report = Report.of(diagnose(name, file="a.yaml", facts=FACTS) for name in CODES)
    rules = sarif(Checked(file="a.yaml", report=report))["tool"]["driver"]["rules"]

    assert {rule["name"] for rule in rules} == set(CODES)
    assert [rule["id"] for rule in rules if not rule["shortDescription"]["text"].endswith(".")] == []


def test_addresses_are_given_once_there_are_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """One constant says where pages are published; a name that is no address would be refused by who reads SARIF."""
    before = sarif(FOUND)["tool"]["driver"]
    for module in ("strokekit.resources", "strokekit.diagnostics.values"):
        monkeypatch.setattr(f"{module}.DOCUMENTATION", "https://massage.test/docs")
    driver = sarif(FOUND)["tool"]["driver"]

    assert "informationUri" not in before
    assert driver["informationUri"] == "https://massage.test/docs"
    assert driver["rules"][1]["helpUri"] == "https://massage.test/docs/codes/SK403-unknown-region.md"


@pytest.mark.parametrize("name", ["a b#c?.yaml", "100%.yaml", "ümläut/按摩.yaml", "a:b.yaml", "[x].yaml", 'q"<>.yaml'])
def test_addresses_are_addresses(name: str) -> None:
    """Whatever a file is called: the address is plain ASCII, and leads back to the name."""
    (result,) = sarif(Checked(file=name, report=Report.of([diagnose("unknown-id", file=name, id="x")])))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert uri.isascii()
    assert (urlsplit(uri).scheme, urlsplit(uri).query, urlsplit(uri).fragment) == ("", "", "")
    assert unquote(uri) == name


def test_a_file_elsewhere_has_a_whole_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One below the present folder a relative one, however it was named."""
    monkeypatch.chdir(tmp_path)
    report = [Report.of([diagnose("unknown-id", file=file, id="x")]) for file in (f"{tmp_path}/in/a.yaml", "/elsewhere/a.yaml")]
    results = sarif(*(Checked(file="", report=one) for one in report))["results"]

    assert [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in results] == [
        {"uri": "in/a.yaml", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///elsewhere/a.yaml"},
    ]


def test_the_source_is_as_it_was_counted() -> None:
    """Columns count code points, which SARIF is told."""
    assert sarif(FOUND)["columnKind"] == "unicodeCodePoints"
    assert SOURCE.name.endswith(".yaml")
