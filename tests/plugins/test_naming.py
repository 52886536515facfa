"""Own names: a plugin's declarations name each other without a namespace, and reach what strokekit ships."""

from __future__ import annotations

from strokekit.engine import Engine
from strokekit.plugins.bare import plugin_from_text

SEN = """\
regions:
  - {id: upper_line, title: Upper line, part_of: lower_limb, lies_in: [thigh], neighbours: [lower_line], positions: [supine],
     sides: paired, codes: [{system: house, code: S1}]}
  - {id: lower_line, title: Lower line, part_of: lower_limb, lies_in: [calf], neighbours: [end_line], sides: paired}
  - {id: end_line, title: End of the line, part_of: foot, sides: paired}
  - {id: back, title: The back as we know it, part_of: back}
techniques:
  - {id: thumbing, title: Thumbing, family: compression, summary: x, takes: {where: {}, path: {}, pressure: {default: gentle}}}
"""
ENGINE = Engine(plugins={"sen": plugin_from_text(SEN, name="sen.yaml")}, strict=True)
HEAD = "strokekit: 1\ntitle: x\ncontraindications: none_reviewed\n"


def found(step: str, more: str = "", position: str = "supine") -> list[str]:
    """Check a routine of one step."""
    text = f"{HEAD}{more}sections: [{{id: a, position: {position}, steps: [{step}]}}]"
    return [f"{one.name}: {one.message}" for one in ENGINE.check(ENGINE.read_text(text, name="r"))]


def test_own_regions_are_meant_by_their_bare_names() -> None:
    """A bare id is the plugin's own; a region that is called like another's lies in the other, not in itself."""
    regions = ENGINE.catalog.regions

    assert regions["sen.upper_line"].neighbours == ("sen.lower_line",)
    assert regions["sen.back"].part_of == "back"
    assert ENGINE.catalog.problems == ()
    assert (regions["sen.upper_line"].codes[0].system, regions["sen.upper_line"].codes[0].code) == ("house", "S1")


def test_a_path_leads_through_own_regions() -> None:
    """Between two places of a path the chain of neighbours goes through the plugin's regions."""
    anatomy = ENGINE.catalog.anatomy

    assert anatomy.way("sen.upper_line", "sen.end_line") == ("sen.upper_line", "sen.lower_line", "sen.end_line")
    assert found("{technique: sen.thumbing, path: sen.upper_line -> sen.end_line}") == []


def test_an_own_region_is_reached_as_it_says() -> None:
    """Its positions are its own, else those of what it is part of."""
    assert found("{technique: sen.thumbing, where: sen.upper_line}", position="prone") == [
        "not-reachable: `sen.upper_line` can't be reached while the client is `prone`"
    ]


def test_rules_of_a_routine_reach_own_regions() -> None:
    """What lies in an avoided region is avoided, wherever it comes from; so is what a path leads over."""
    avoid = "avoid: {calf: keep_off}\n"

    assert found("{technique: sen.thumbing, where: sen.lower_line}", avoid) == [
        "avoided-place: this step works on calf, where the routine says `keep_off`"
    ]
    assert found("{technique: sen.thumbing, path: sen.upper_line -> sen.end_line}", avoid) == [
        "avoided-place: this step works on calf, where the routine says `keep_off`"
    ]
    assert found("{technique: sen.thumbing, where: sen.upper_line}", avoid) == []
