"""The bounds of a reading."""

from __future__ import annotations

import pickle

import attrs
import pytest

from strokekit.formats import Limits


def test_the_defaults() -> None:
    """They are those that the documentation states."""
    assert attrs.asdict(Limits()) == {
        "size": 10_000_000,
        "depth": 100,
        "nodes": 200_000,
        "scalar": 64_000,
        "diagnostics": 1_000,
    }


def test_they_are_given_by_name() -> None:
    """Numbers without names would be mixed up."""
    with pytest.raises(TypeError):
        Limits(1)  # type: ignore[call-arg] # on purpose


def test_they_pickle() -> None:
    """A reader in another process has the same bounds."""
    limits = Limits(depth=3)

    assert pickle.loads(pickle.dumps(limits)) == limits  # noqa: S301 - our own bytes
