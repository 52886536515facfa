"""How long a routine shall take, as a caller says it: milliseconds, a text, or the total that the routine states."""

from __future__ import annotations

import attrs

from strokekit.errors import UsageError
from strokekit.formats.locating import Wrong
from strokekit.model.amounts import Range, Time
from strokekit.model.plan import Plan
from strokekit.plugins.catalog import Catalog
from strokekit.timing.amounts import UNKNOWN, Amounts
from strokekit.timing.budgets import stated_totals_of, table_time

STATED = "stated"


@attrs.frozen(kw_only=True)
class Target:
    """A time in ms that is asked for: of the whole, or of what counts as time on the table."""

    ms: int
    on_table: bool = False


@attrs.frozen
class Targets:
    """Reads the targets of one plan."""

    plan: Plan
    catalog: Catalog

    def read(self, *, target: int | str | None, slot: int | str | None, table: int | str | None) -> Target | Wrong | None:
        """Give the total that is asked for; None where none is, and what is wrong where the routine states none.

        Raises:
            UsageError: more than one is given, or one is no time.
        """
        if sum(given is not None for given in (target, slot, table)) > 1:
            raise UsageError("a fit takes one of target, slot and table")
        if table is not None:
            return Target(ms=self._ms(table, "table"), on_table=True)
        if slot is not None:
            return Target(ms=max(self._ms(slot, "slot") - self._around(), 0))
        if target == STATED:
            return self._stated()
        return None if target is None else Target(ms=self._ms(target, "target"))

    def _ms(self, written: int | str, name: str) -> int:
        if type(written) is int and written >= 0:
            return written
        read = self.catalog.literals.read("duration", written).value if isinstance(written, str) else None
        time = read.ideal if isinstance(read, Range) and read.exact else None
        if not isinstance(time, Time) or time.breaths:
            raise UsageError(f"{name} takes whole milliseconds >= 0 or one time such as `50 min`, not {written!r}")
        return time.ms

    def _around(self) -> int:
        """Give the time that is booked before and after the routine."""
        amounts, booking = Amounts(self.catalog), self.plan.routine.booking
        written = [booking[name] for name in ("before", "after") if isinstance(booking.get(name), Range)]
        return sum(amounts.duration(one, UNKNOWN).ideal or 0 for one in written)

    def _stated(self) -> Target | Wrong:
        amounts = Amounts(self.catalog)
        totals = [total for total in stated_totals_of(self.plan) if "visit" in total.covers or not total.covers]
        found = amounts.duration(totals[0].duration, UNKNOWN) if totals else table_time(self.plan, amounts)
        return Wrong("no-stated-total", "") if found is None or found.ideal is None else Target(ms=found.ideal)
