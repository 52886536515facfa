"""`strokekit techniques` and `strokekit regions`: lists, single entries, and names that are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.cli.running import install, strokekit


@pytest.mark.parametrize(
    ("command", "line"),
    [
        pytest.param("techniques", "kneading  (petrissage)  Muscle is lifted, pressed and let go in rhythm.", id="a technique"),
        pytest.param("techniques", "play_music  (action, preparation)  ", id="an action"),
        pytest.param("regions", "scapula  (bone, paired, part of upper_back)  Shoulder blade", id="a region"),
    ],
)
def test_a_list_has_a_line_for_each(command: str, line: str) -> None:
    """Its id, what kind of thing it is, and what it is."""
    ran = strokekit(command)

    assert (ran.code, ran.err) == (0, "")
    assert [shown for shown in ran.out.splitlines() if shown.startswith(line)] != []


@pytest.mark.parametrize(
    ("command", "name", "first"),
    [
        pytest.param("techniques", "kneading", "kneading  (", id="an id"),
        pytest.param("techniques", "petrissage", "kneading  (", id="another name"),
        pytest.param("regions", "shoulder_blade", "scapula  (", id="another name of a region"),
        pytest.param("regions", "scapulae", "scapula  (", id="a plural"),
    ],
)
def test_one_entry_is_found_by_any_of_its_names(command: str, name: str, first: str) -> None:
    """It is shown with everything that is known of it."""
    lines = strokekit(command, name).out.splitlines()

    assert lines[0].startswith(first)
    assert [line for line in lines[1:] if not line.startswith("  ")] == []
    assert len(lines) > 2


def test_what_nobody_has_reviewed_is_said_to_be_unknown() -> None:
    """Silence about cautions is never shown as none."""
    assert "  cautions: unknown" in strokekit("techniques", "kneading").out.splitlines()
    assert strokekit("techniques", "kneading", "--format", "json").json["techniques"][0]["cautions"] == {
        "status": "unknown",
        "items": [],
        "reviewed": "",
    }


@pytest.mark.parametrize(
    ("command", "name", "err"),
    [
        pytest.param(
            "techniques",
            "kneding",
            "error[SK401] there is no technique `kneding`\n   = did you mean `kneading`?\n\n",
            id="misspelt",
        ),
        pytest.param(
            "techniques",
            "xxxxxx",
            "error[SK401] there is no technique `xxxxxx`\n   = `strokekit techniques` lists all\n\n",
            id="unknown",
        ),
        pytest.param(
            "regions",
            "scapla",
            "error[SK403] there is no region `scapla`\n   = did you mean `scapula`?\n\n",
            id="a misspelt region",
        ),
        pytest.param(
            "regions", "", "error[SK403] there is no region ``\n   = `strokekit regions` lists all\n\n", id="no name at all"
        ),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_is_none_is_an_error(command: str, name: str, err: str, form: str) -> None:
    """With the name that may be meant."""
    ran = strokekit(command, name, "--format", form)

    assert (ran.code, ran.out, ran.err) == (1, "", err)


def test_the_schema_of_a_technique_checks_its_steps() -> None:
    """What `techniques --format json` gives is enough, with the published schema, to draw and check a form."""
    published: Any = strokekit("schema").json
    [technique] = strokekit("techniques", "kneading", "--format", "json").json["techniques"]
    registry: Registry[Any] = Registry().with_resource(published["$id"], Resource.from_contents(published))
    validator = Draft202012Validator(technique["schema"], registry=registry)

    assert [
        validator.is_valid(step) for step in ({"technique": "kneading", "where": "calf"}, {"technique": "kneading", "where": 7})
    ] == [
        True,
        False,
    ]


def test_entries_name_the_plugin_that_they_come_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Namespace, distribution and version; strokekit's own have no namespace."""
    source = (
        "from strokekit import hookimpl, plugin\n"
        "@hookimpl\n"
        "def strokekit_techniques():\n"
        "    return [plugin.Technique(id='palming', title='Palming', family='compression', summary='Palms press.')]\n"
    )
    install(tmp_path, monkeypatch, source)

    assert strokekit("techniques", "thai.palming", "--format", "json").json["techniques"][0]["plugin"] == {
        "namespace": "thai",
        "distribution": "strokekit-thai",
        "version": "1.2",
    }


@pytest.mark.parametrize("command", ["techniques", "regions", "schema", "stubs"])
def test_a_broken_plugin_is_shown(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is given all the same, with a warning of what it lacks."""
    install(tmp_path, monkeypatch, "raise ValueError('broken')")
    ran = strokekit(command)

    assert (ran.code, ran.out != "") == (0, True)
    assert ran.err == "warning[SK801] the plugin strokekit-thai 1.2 can't be used: it failed to load: ValueError: broken\n\n"
