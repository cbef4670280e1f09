"""Makes the rows of a table match what records say, and writes only what differs."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Model, QuerySet

from records.outcome import LoadReport

type Wanted = Mapping[str, object]
BATCH = 500


@dataclass
class Difference[M: Model]:
    """The rows that were created, changed and removed, and every wanted row by its key."""

    created: list[M] = field(default_factory=list)
    changed: list[M] = field(default_factory=list)
    removed: list[M] = field(default_factory=list)
    rows: dict[tuple[object, ...], M] = field(default_factory=dict)

    @property
    def touched(self) -> list[M]:
        """Every row that was written or removed."""
        return [*self.created, *self.changed, *self.removed]

    @property
    def report(self) -> LoadReport:
        """How many of the wanted rows were created, changed, left alone."""
        created, changed = len(self.created), len(self.changed)
        return LoadReport(created, changed, len(self.rows) - created - changed)


def align[M: Model](
    existing: QuerySet[M],
    wanted: Sequence[Wanted],
    *,
    key: Collection[str],
    remove: bool,
    at_first: Wanted | None = None,
) -> Difference[M]:
    """Create, update and (with remove) delete rows of `existing` until they match `wanted`.

    wanted rows map attribute names to values and all have the same names; key names those by
    which a row is found again, lists in any order; of two wanted rows with the same key the later one is used. Attributes that
    wanted does not name are left as they are; rows that are created also get those of `at_first`. A row that already agrees is not written, so that
    its triggers stay silent.
    """
    difference: Difference[M] = Difference()
    if not wanted and not remove:
        return difference
    held, doubled = _by_key(existing, key)
    changed_fields: set[str] = set()
    for place, values in {_place(values[name] for name in key): values for values in wanted}.items():
        row = held.pop(place, None)
        if row is None:
            row = existing.model(**values, **(at_first or {}))
            difference.created.append(row)
        elif changes := [name for name, value in values.items() if getattr(row, name) != value]:
            for name in changes:
                setattr(row, name, values[name])
            changed_fields.update(changes)
            difference.changed.append(row)
        difference.rows[place] = row
    if remove:
        difference.removed = [*held.values(), *doubled]
    _write(existing, difference, changed_fields)
    return difference


def _place(values: Iterable[object]) -> tuple[object, ...]:
    """The values of a key as something that can be looked up."""
    return tuple(tuple(sorted(value)) if isinstance(value, list) else value for value in values)


def _by_key[M: Model](rows: Iterable[M], key: Collection[str]) -> tuple[dict[tuple[object, ...], M], list[M]]:
    """The first row of each key, and the rows that repeat a key."""
    held: dict[tuple[object, ...], M] = {}
    doubled: list[M] = []
    for row in rows:
        first = held.setdefault(_place(getattr(row, name) for name in key), row)
        if first is not row:
            doubled.append(row)
    return held, doubled


def _write[M: Model](existing: QuerySet[M], difference: Difference[M], changed_fields: set[str]) -> None:
    rows: QuerySet[M] = QuerySet(existing.model)
    if difference.removed:
        rows.filter(pk__in=[row.pk for row in difference.removed]).delete()
    if difference.changed:
        rows.bulk_update(difference.changed, sorted(changed_fields), batch_size=BATCH)
    if difference.created:
        rows.bulk_create(difference.created, batch_size=BATCH)
