"""The solver's view of a frame: when and in which window each piece is shown. Rules add to it.

Only this module and `solving` use OR-tools, and import it only when called: the import takes seconds and tens of
megabytes, which the web processes must not spend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from screenings.planner.frame import Frame, Window
from screenings.planner.question import Booking

if TYPE_CHECKING:
    from ortools.sat.python import cp_model
    from ortools.sat.python.cp_model_helper import Literal

    type Expr = cp_model.LinearExpr | int
    type Flag = Literal


LARGEST = 10**9


class Cost(NamedTuple):
    """So many points for each unit of an amount, paid by the audience of a piece, or by all together."""

    amount: Expr
    points: int
    piece: int | None


class Model:
    """The variables of one arrangement, strand by strand. All times are minutes from the frame's origin.

    `talks` says whether introductions and Q&A take time. Piece `i` starts at `start[i]`, ends at `end[i]`
    and lies in exactly one window (`at[i][w]`). Only the order within a strand is built in: every other
    requirement comes from a rule.
    """

    def __init__(self, frame: Frame, *, talks: bool = True) -> None:
        from ortools.sat.python import cp_model as cp

        self.cp = cp.CpModel()
        self._weighted_sum = cp.LinearExpr.weighted_sum
        self.frame = frame
        self.last_minute = max(window.closes for window in frame.windows) + 1440
        self.length = [piece.minutes + piece.talk * talks for piece in frame.pieces]
        self.at = [[self.cp.new_bool_var("") for _ in frame.windows] for _ in frame.pieces]
        self.start = [self.cp.new_int_var(0, self.last_minute - length, "") for length in self.length]
        self.end = [start + length for start, length in zip(self.start, self.length, strict=True)]
        self.previous = {after: before for chain in frame.chains for before, after in pairwise(chain)}
        self.costs: list[Cost] = []
        # Filled by the rules about the venue, read once by `close`. `booked` says of each booking whether it stays where it is, `hands`
        # how many screens may be in use at once, `beside` how many others are, from when until when.
        self.occupying: dict[str, tuple[int, int]] = {}
        self.booked: dict[str, list[tuple[Booking, Flag | bool]]] = {}
        self.hands: Expr | None = None
        self.beside: list[tuple[int, int, Expr]] = []
        for i, choice in enumerate(self.at):
            self.cp.add_exactly_one(choice)
            # A showing starts on the day of its window or in the night after it, even when no rule keeps it within
            # the opening hours; otherwise leaving that rule out would ignore the calendar as well.
            self.cp.add(self.start[i] >= self.pick(i, lambda window: frame.day_span(window)[0]))
            self.cp.add(self.start[i] <= self.pick(i, lambda window: frame.day_span(window)[1]))
        self.uncut = {i: self._uncut(i) for i in self.previous if self.cuttable(i)}
        self.held = {i: self._held(i) for i in self.uncut}
        self.new_day = {i: self._new_day(i) for i in self.previous}

    def cuttable(self, i: int) -> bool:
        """Whether piece `i` continues the block of the piece before it."""
        before = self.previous.get(i)
        return before is not None and self.frame.pieces[before].block == self.frame.pieces[i].block

    def pick(self, i: int, value: Callable[[Window], int]) -> Expr:
        """The value of the window in which piece `i` lies."""
        return self.choose(i, [value(window) for window in self.frame.windows])

    def choose(self, i: int, values: Sequence[int]) -> Expr:
        """The value, of one for each window, that belongs to the window in which piece `i` lies."""
        return values[0] if len(set(values)) == 1 else self._weighted_sum(self.at[i], values)

    def gap(self, i: int) -> Expr:
        """Minutes between the end of the piece before `i` and its start."""
        return self.start[i] - self.end[self.previous[i]]

    def days_later(self, i: int) -> Expr:
        """Days from the piece before `i` to piece `i`."""
        ordinal = [window.ordinal for window in self.frame.windows]
        return self.choose(i, ordinal) - self.choose(self.previous[i], ordinal)

    def pay(self, amount: Expr, points: int, piece: int | None = None) -> None:
        """Add so many points for each unit of `amount` to the price of the plan. The audience of the `piece` pays them; all
        of them together where none is named."""
        self.costs.append(Cost(amount, points, piece))

    @property
    def price(self) -> Expr:
        """The total price of the plan, in points."""
        return sum(cost.amount * cost.points for cost in self.costs)

    @property
    def prices(self) -> list[Expr]:
        """The price in parts: what each audience pays, and last what they pay together. One part for one audience."""
        if len(self.frame.chains) == 1:
            return [self.price]
        return [self._paid_by(chain) for chain in self.frame.chains] + [self._paid_by((None,))]

    def _paid_by(self, pieces: Sequence[int | None]) -> Expr:
        return sum(cost.amount * cost.points for cost in self.costs if cost.piece in pieces)

    @property
    def starts(self) -> list[Expr]:
        """For each audience the sum of its starts."""
        return [sum(self.start[i] for i in chain) for chain in self.frame.chains]

    def named(self, amount: Expr) -> cp_model.IntVar:
        """A variable that is this amount, from 0 on."""
        variable = self.count(LARGEST)
        self.cp.add(variable == amount)
        return variable

    def count(self, largest: int) -> cp_model.IntVar:
        """A new integer variable from 0 to `largest`."""
        return self.cp.new_int_var(0, max(largest, 0), "")

    def flag(self) -> cp_model.IntVar:
        """A new Boolean variable."""
        return self.cp.new_bool_var("")

    @property
    def running(self) -> Iterator[tuple[Booking, Flag | bool]]:
        """What is on at the venue already, and whether it stays where it is. Where nothing is said of the bookings of the screens
        themselves, these do not count."""
        yield from chain.from_iterable(self.booked.values())
        yield from ((booking, True) for booking in self.frame.question.beside)

    def begins(self, i: int) -> list[Flag]:
        """Literals that all hold when a sitting begins at piece `i` (empty: one always does)."""
        return [~self.uncut[i]] if i in self.uncut else []

    def ends(self, i: int) -> list[Flag]:
        """Literals that all hold when a sitting ends with piece `i` (empty: one always does)."""
        return [~self.uncut[i + 1]] if i + 1 in self.uncut else []

    def opens_day(self, i: int) -> list[Flag]:
        """Literals that all hold when piece `i` is the first of its day (empty: one always is)."""
        return [self.new_day[i]] if i in self.new_day else []

    @cached_property
    def meal(self) -> dict[int, cp_model.IntVar]:
        """For each piece but the first: whether the pause before it is at least as long as a meal, within one day."""
        return {i: self._meal(i) for i in self.previous}

    @cached_property
    def on_screen(self) -> list[dict[str, cp_model.IntVar]]:
        """For each piece, the screen it is on."""
        return [{key: self._on(i, key) for key in self.frame.screens} for i in range(len(self.at))]

    @cached_property
    def on_day(self) -> list[dict[int, Flag]]:
        """For each piece, by their ordinals, the days that it may be on."""
        days: dict[int, list[int]] = {}
        for window in self.frame.windows:
            days.setdefault(window.ordinal, []).append(window.index)
        return [{day: self._one_of(i, days[day]) for day in sorted(days)} for i in range(len(self.at))]

    @cached_property
    def work(self) -> dict[int, tuple[cp_model.IntVar, cp_model.IntVar]]:
        """For each day, by its ordinal, when its work begins at the latest and ends at the earliest, with set-up and turnaround. Of
        a day without work they are free."""
        wide = 2 * self.last_minute
        days: dict[int, tuple[cp_model.IntVar, cp_model.IntVar]] = {}
        for window in self.frame.windows:
            if window.ordinal not in days:
                days[window.ordinal] = self.count(wide), self.count(wide)
            begins, ends = days[window.ordinal]
            before, after = window.screen.setup_minutes, window.screen.turnaround_minutes
            for start, end, there in zip(self.start, self.end, self.at, strict=True):
                self.cp.add(begins <= start - before).only_enforce_if(there[window.index])
                self.cp.add(ends >= end + after).only_enforce_if(there[window.index])
        return days

    def close(self) -> None:
        """Keep showings and bookings on each screen apart. Call once, after all rules have been added."""
        in_use = []
        for key in self.frame.screens:
            setup, turnaround = self.occupying.get(key, (0, 0))
            taken = [self._occupied(i, key, setup, turnaround) for i in range(len(self.at))]
            in_use += taken
            taken += list(self._bookings(key))
            if len(taken) > 1:
                self.cp.add_no_overlap(taken)
        if self.hands is not None:
            self._man(in_use, self.hands)

    def _man(self, in_use: list[cp_model.IntervalVar], hands: Expr) -> None:
        """No more screens in use at once than hands; where others use more already, none."""
        beside = [
            self.cp.new_fixed_size_interval_var(begin, end - begin, "") for begin, end, _ in self.beside
        ]
        others: list[Expr] = []
        for *_, screens in self.beside:
            others.append(self.count(len(self.frame.running)))
            self.cp.add_min_equality(others[-1], [hands, screens])
        self.cp.add_cumulative([*in_use, *beside], [*(1 for _ in in_use), *others], hands)

    def _uncut(self, i: int) -> cp_model.IntVar:
        uncut = self.flag()
        self.cp.add(self.gap(i) == 0).only_enforce_if(uncut)
        return uncut

    def _held(self, i: int) -> cp_model.IntVar:
        """Whether the room stays occupied from the stretch before to this one, because both are in one window."""
        held, before = self.flag(), self.previous[i]
        for here, there in zip(self.at[i], self.at[before], strict=True):
            self.cp.add_bool_or(~held, ~there, here)
            self.cp.add_bool_or(held, ~there, ~here)
        self.cp.add_implication(self.uncut[i], held)
        return held

    def _new_day(self, i: int) -> cp_model.IntVar:
        new_day = self.flag()
        self.cp.add(self.gap(i) >= 0)
        self.cp.add(self.days_later(i) >= 1).only_enforce_if(new_day)
        self.cp.add(self.days_later(i) == 0).only_enforce_if(~new_day)
        return new_day

    def _meal(self, i: int) -> cp_model.IntVar:
        meal, length = self.flag(), self.frame.settings.meal_minutes
        self.cp.add_implication(meal, ~self.new_day[i])
        self.cp.add(self.gap(i) >= length).only_enforce_if(meal)
        self.cp.add(self.gap(i) <= length - 1).only_enforce_if(~meal, ~self.new_day[i])
        return meal

    def _on(self, i: int, key: str) -> cp_model.IntVar:
        on = self.flag()
        self.cp.add(self.pick(i, lambda window: int(window.screen.key == key)) == on)
        return on

    def suggest_a_piece_a_day(self) -> None:
        """Let the search begin with one piece after the other, a day each. Where few rules are kept that is nearly possible, and
        found in a twentieth of the time."""
        firsts = {window.ordinal: window for window in reversed(self.frame.windows)}
        days = [firsts[ordinal] for ordinal in sorted(firsts)]
        for i, choice in enumerate(self.at):
            window = days[min(i, len(days) - 1)]
            for at, there in enumerate(choice):
                self.cp.add_hint(there, at == window.index)
            self.cp.add_hint(self.start[i], window.opens)

    def _one_of(self, i: int, windows: list[int]) -> Flag:
        if len(windows) == 1:
            return self.at[i][windows[0]]
        there = self.flag()
        self.cp.add(sum(self.at[i][window] for window in windows) == there)
        return there

    def _occupied(self, i: int, key: str, setup: int, turnaround: int) -> cp_model.IntervalVar:
        on = self.on_screen[i][key]
        follows, leads = self.held.get(i), self.held.get(i + 1)
        if follows is None and leads is None:
            size = self.length[i] + setup + turnaround
            return self.cp.new_optional_fixed_size_interval_var(self.start[i] - setup, size, on, "")
        begin = self.start[i] - (setup * ~follows if follows is not None else setup)
        end = self.cp.new_int_var(0, self.last_minute + turnaround, "")
        if leads is None:
            self.cp.add(end == self.end[i] + turnaround)
        else:
            self.cp.add(end == self.start[i + 1]).only_enforce_if(leads)
            self.cp.add(end == self.end[i] + turnaround).only_enforce_if(~leads)
        opened = self.cp.new_int_var(-setup, self.last_minute, "")
        self.cp.add(opened == begin)
        size_var = self.cp.new_int_var(0, self.last_minute + setup + turnaround, "")
        return self.cp.new_optional_interval_var(opened, size_var, end, on, "")

    def _bookings(self, key: str) -> Iterator[cp_model.IntervalVar]:
        for booking, stays in self.booked.get(key, ()):
            begin, end = self.frame.minute(booking.starts_at), self.frame.minute(booking.ends_at)
            yield self.cp.new_optional_fixed_size_interval_var(begin, end - begin, stays, "")
