"""What is due, when and why: of everything, about one subject, or to one person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Q
from django.db.models.functions import TruncHour
from django.utils import timezone

from office.site.front.figures import WIDTH, Bar
from office.site.lines import list_of
from reminders.kinds import kind_named
from reminders.models import Reminder, ReminderQuerySet
from reminders.notices import zone_named

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DAYS, HOURS = 30, 24
MOST_COUNTED = 100_000
"""There may be ten million; what is due first is counted."""
MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Row:
    """An hour or a day: how much is due in it, and how much of that a mail server has refused for now."""

    name: date | datetime
    number: int
    held_back: int
    bars: tuple[Bar, Bar]
    href: str = ""


@dataclass(frozen=True, slots=True)
class KindDue:
    label: str
    number: int
    href: str


@dataclass(frozen=True)
class Due:
    """`late` is due already; all is by the office's clock. `is_bounded`: there is more than was counted."""

    late: int
    today: int
    held_back: int
    failed: int
    hours: list[Row]
    days: list[Row]
    kinds: list[KindDue]
    is_bounded: bool
    first: list[Reminder]
    faults: list[Reminder]


def due(*, about: str = "", to: str = "") -> Due:
    """In five statements. `about` is a subject as reminders name it, `to` an address."""
    rows = Reminder.objects.all()
    rows = rows.about(about) if about else rows
    rows = rows.filter(Q(recipient=to) | Q(user__email=to)) if to else rows
    zone = zone_named(settings.TIME_ZONE)
    now = timezone.now().astimezone(zone)
    counted = _counted(rows, now, zone)
    by_hour, by_day, by_kind = Counter[datetime](), Counter[date](), Counter[str]()
    held_by_hour, held_by_day = Counter[datetime](), Counter[date]()
    for hour, kind, number, held in counted:
        for counter, at, count in ((by_hour, hour, number), (held_by_hour, hour, held)):
            counter[at] += count
        for daily, count in ((by_day, number), (held_by_day, held)):
            daily[hour.date()] += count
        by_kind[kind] += number
    late = rows.due()[: MOST_COUNTED + 1].count()
    hours = [now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=step) for step in range(HOURS)]
    days = [now.date() + timedelta(days=step) for step in range(DAYS)]
    failed = rows.failed()
    return Due(
        late=late,
        today=by_day[now.date()],
        held_back=sum(held_by_day.values()),
        failed=failed.count(),
        hours=_rows([(at, by_hour[at], held_by_hour[at], "") for at in hours]),
        days=_rows([(day, by_day[day], held_by_day[day], _of_day(day, about, to)) for day in days]),
        kinds=[_kind(name, number, about, to) for name, number in by_kind.most_common()],
        is_bounded=sum(by_kind.values()) >= MOST_COUNTED,
        first=list(rows.waiting().order_by("due_at", "pk")[:MOST_LISTED]),
        faults=list(failed.order_by("-due_at")[:MOST_LISTED]),
    )


def _counted(rows: ReminderQuerySet, now: datetime, zone: ZoneInfo) -> list[tuple[datetime, str, int, int]]:
    """Hour, kind, how many, how many of them were refused for now; what is late counts in the present hour."""
    end = datetime.combine(now.date() + timedelta(days=DAYS), datetime.min.time(), zone)
    first = rows.waiting().filter(due_at__lt=end).order_by("due_at", "pk")[:MOST_COUNTED]
    grouped = (
        Reminder.objects.filter(pk__in=first.values("pk"))
        .annotate(hour=TruncHour("due_at", tzinfo=zone))
        .values("hour", "kind")
        .order_by()
        .annotate(
            number=Count("pk"), held=Count("pk", filter=Q(attempts__gt=0) | Q(claimed_at__isnull=False))
        )
    )
    present = now.replace(minute=0, second=0, microsecond=0)
    return [(max(each["hour"], present), each["kind"], each["number"], each["held"]) for each in grouped]


def _rows(counted: list[tuple[date, int, int, str]]) -> list[Row]:
    most = max((number for _name, number, _held, _href in counted), default=0)
    scale = WIDTH / most if most else 0

    def bar(number: int) -> Bar:
        return Bar(0, round(number * scale))

    return [Row(name, number, held, (bar(number), bar(held)), href) for name, number, held, href in counted]


def _list(about: str, to: str, **query: str | int) -> str:
    found = {"status__exact": Reminder.Status.PENDING.value, **query}
    return list_of(Reminder, urlencode(found | ({"q": about or to} if about or to else {})))


def _of_day(day: date, about: str, to: str) -> str:
    return _list(about, to, due_at__year=day.year, due_at__month=day.month, due_at__day=day.day)


def _kind(name: str, number: int, about: str, to: str) -> KindDue:
    kind = kind_named(name)
    return KindDue(str(kind.label) if kind else name, number, _list(about, to, kind__exact=name))
