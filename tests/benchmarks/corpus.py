"""Routine files for the benchmarks: the article's, one of 40 steps, one of 10,000. Made here, the same in every run."""

from __future__ import annotations

from pathlib import Path

ARTICLE = Path(__file__).parents[2] / "examples" / "routines" / "upper-lower-back.routine.yaml"
_STEPS = (
    "{technique: gliding, path: lower_back -> mid_back -> lower_back, tool: hands, pressure: gentle, repeat: %d..%d}",
    "{technique: kneading, where: [upper_back, shoulders], tool: fingers and thumbs, duration: %d..%d min}",
    "{technique: circles, where: around scapulae, tool: thumbs, size: small, pressure: gentle..moderate, repeat: %d..%d}",
    "{technique: thumb_pressing, where: knots in lower_back, pattern: points, pressure: deep, hold: %d..%d s}",
)


def routine(steps: int) -> str:
    """Write a valid routine of `steps` steps, in sections of twenty."""
    lines = ["strokekit: 1", f"title: A routine of {steps} steps", "contraindications: none_reviewed", "sections:"]
    for index in range(steps):
        if index % 20 == 0:
            lines += [f"  - id: part_{index // 20}", "    position: prone", "    lubricant: oil", "    steps:"]
        low = 1 + index // len(_STEPS) % 7
        lines.append(f"      - {_STEPS[index % len(_STEPS)] % (low, low + 2)}")
    return "\n".join(lines) + "\n"
