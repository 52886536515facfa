"""Files of older versions, brought to the present one; what can't be is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from strokekit.engine import Engine
from strokekit.formats import read_text
from strokekit.formats.changes import changed
from strokekit.migrating import MIGRATIONS, migrate
from strokekit.migrating.version_0 import from_0
from strokekit.reading.versions import OLDEST
from strokekit.version import FORMAT

ENGINE = Engine()
FIXTURES = Path(__file__).parent / "fixtures"
OLD, NEW = (FIXTURES.joinpath(name).read_text(encoding="utf-8") for name in ("from-0.routine.yaml", "to-1.routine.yaml"))


def test_the_draft_becomes_version_1() -> None:
    """Every change of the draft is made in the text, and nothing else is: comments, quotes and empty lines stay."""
    made = migrate(read_text(OLD, name="r.yaml"))

    assert (made.require().source.text, made.report.diagnostics) == (NEW, ())


def test_json_is_migrated_alike() -> None:
    """The same draft as JSON becomes the same data."""
    old = json.dumps(read_text(OLD, name="r.yaml").require().data)

    assert migrate(read_text(old, name="r.json")).require().data == read_text(NEW, name="r.yaml").require().data


def test_a_migration_says_what_it_changes_and_changes_nothing() -> None:
    """A migration is a pure function: the data it is given stays as it is, and it gives the same changes again."""
    data = read_text(OLD, name="r.yaml").require().data
    before = json.dumps(data)

    assert list(from_0(data)) == list(from_0(data))
    assert json.dumps(data) == before


def test_there_is_a_way_from_every_old_version() -> None:
    """Each version from the oldest to the one before this has a migration, and no other has one."""
    assert sorted(MIGRATIONS) == list(range(OLDEST, FORMAT))


def test_the_present_version_stays_as_it_is() -> None:
    """A file of the present version comes back as the very document it was."""
    read = read_text(NEW, name="r.yaml")

    assert migrate(read).value is read.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "strokekit: 2\n",
            "r.yaml:1:12: error[SK208] this file is written in version 2 of the format; this reader knows 1",
            id="later",
        ),
        pytest.param(
            "strokekit: -1\n",
            "r.yaml:1:12: error[SK208] this file is written in version -1 of the format; this reader knows 1",
            id="never was",
        ),
        pytest.param(
            "strokekit: 0\na: [\n", "r.yaml:3:1: error[SK102] this is not readable YAML: a value is missing here", id="no YAML"
        ),
        pytest.param(
            "strokekit: 0\nsections: [{moves: &m [{mins: 3}]}, {moves: *m}]\n",
            "r.yaml:1:1: error[SK907] this file could not be brought to a later version: "
            "'/sections/0/moves/0/mins': the alias `*m` takes over what `&m` names: write it out there first",
            id="shared",
        ),
        pytest.param(
            "strokekit: 0\nsections: [{moves: [{mins: 3}], steps: []}]\nkind: [\n",
            "r.yaml:4:1: error[SK102] this is not readable YAML: a value is missing here",
            id="cut off",
        ),
    ],
)
def test_what_can_not_be_migrated_is_left_alone(text: str, expected: str) -> None:
    """There is no document then, and the report says why."""
    made = migrate(read_text(text, name="r.yaml"))

    assert (made.value, [str(error) for error in made.report.errors]) == (None, [expected])


def test_a_file_without_a_version_stays_as_it_is() -> None:
    """That no version is written is for reading to say."""
    assert migrate(read_text("title: Legs\n", name="r.yaml")).require().source.text == "title: Legs\n"


@pytest.mark.parametrize(
    ("found", "name"), [(0, "version-old"), (2, "version-unknown"), (-1, "version-unknown")], ids=["old", "later", "never was"]
)
def test_a_check_tells_an_older_version_from_a_later_one(found: int, name: str) -> None:
    """A check reports the version, and nothing that would rest on guessing what the file means."""
    read = ENGINE.read_text(f"strokekit: {found}\ntitle: Legs\nfoo: bar\n", name="r.yaml")

    assert [problem.name for problem in ENGINE.check(read)] == [name]
    assert read.require().value("/title") == "Legs"


def test_a_check_says_how_to_migrate() -> None:
    """The hint for an old file is the command to run."""
    found = ENGINE.check(ENGINE.read_text("strokekit: 0\n", name="legs.routine.yaml")).errors[0]

    assert (str(found), found.hints) == (
        "legs.routine.yaml:1:12: error[SK215] this file is written in version 0 of the format; this reader knows 1",
        ("run `strokekit migrate legs.routine.yaml`",),
    )


def test_each_change_is_one_of_data_too() -> None:
    """The changes of a migration, made to the data alone, give what reading the migrated text gives."""
    old = read_text("strokekit: 0\nsections: [{id: a, sides: both, moves: [{mins: 3}]}]\n", name="r.yaml").require().data
    changes = sorted(from_0(old), key=lambda change: (change.pointer.count("/"), type(change).__name__ == "Set"), reverse=True)
    made = old
    for change in changes:
        made = changed(made, change)

    assert made["sections"] == [{"id": "a", "sides": "each", "steps": [{"duration": "3 min"}]}]
