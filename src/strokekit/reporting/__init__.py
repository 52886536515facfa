"""Reports in the formats of terminals, programs and platforms: texts made of what was found; nothing is printed here."""

from strokekit.reporting.checked import Checked
from strokekit.reporting.forms import FORMATS, FormatName, write_report
from strokekit.reporting.selection import Selection

__all__ = ["FORMATS", "Checked", "FormatName", "Selection", "write_report"]
