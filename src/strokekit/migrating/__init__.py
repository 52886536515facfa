"""Files of an older version of the format, brought to the present one: a pure function for each step, from n to n + 1.

A migration says what is to be changed; the changes are made as edits of the text, so that comments and layout stay.
"""

from strokekit.migrating.migrate import MIGRATIONS, migrate

__all__ = ["MIGRATIONS", "migrate"]
