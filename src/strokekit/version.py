"""The version of strokekit, in one place: the build reads it here."""

VERSION = "0.1.0"

FORMAT = 1
"""The version of the format that this release reads and writes."""
