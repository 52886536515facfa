"""Warm stones for strokekit: all that it adds stands in `hot_stone.yaml`, but for the sheet about the stones."""

from strokekit.plugin import from_data
from strokekit_hot_stone.sheet import STONES

plugin = from_data(__name__, "hot_stone.yaml").adding(STONES)
