"""What is made from other files and shipped beside them can be made again, into the places where it lies."""

from __future__ import annotations

import json

from tests.house.generated import generated


def test_each_file_is_there_and_of_the_same_kind() -> None:
    """That their content is current is kept where they are used; the parser's tables are numbered by chance."""
    made = generated()

    assert [path.name for path in made] == ["literals.tables.json", "prepared.json"]
    for path, text in made.items():
        assert sorted(json.loads(path.read_text(encoding="utf-8"))) == sorted(json.loads(text))
