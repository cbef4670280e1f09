"""What each app holds about a person. It registers its own in `AppConfig.ready`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from allauth.account.models import EmailAddress
from django.db.models import QuerySet
from django.db.models.functions import Lower

from accounts.models import User

type Row = Mapping[str, object]


@dataclass(frozen=True)
class Person:
    """Whoever an address belongs to: with an account, or only as an address that was given somewhere."""

    email: str
    user: User | None
    emails: frozenset[str]
    """The address, and all that the account has confirmed; in lower case."""

    @classmethod
    def of(cls, email: str) -> Self:
        email = email.strip().lower()
        confirmed = (
            EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
        )
        user = confirmed.user if confirmed else User.objects.filter(email__iexact=email).first()
        if user is None:
            return cls(email, None, frozenset({email}))
        own = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
        return cls(email, user, frozenset({email, user.email.lower(), *(each.lower() for each in own)}))


type Found = Callable[[Person], QuerySet[Any]]


def of_account(rows: QuerySet[Any], field: str = "user") -> Found:
    """Rows that refer to the person's account by a field; none of whoever has no account."""
    return lambda person: rows.filter(**{field: person.user.pk}) if person.user else rows.none()


def of_addresses(rows: QuerySet[Any], field: str = "email") -> Found:
    """Rows with one of the person's addresses in a field, in whichever letters it was typed there."""
    return lambda person: rows.alias(typed=Lower(field)).filter(typed__in=person.emails)


def nothing(_person: Person) -> int:
    return 0


@dataclass(frozen=True)
class Holding:
    """One kind of rows, of which the person is given these fields. `erase` deletes them, or what names the person in them, in the
    caller's transaction, and says how many; it may raise Refused. `kept` says why something stays, where it does."""

    name: str
    found: Found
    fields: tuple[str, ...]
    erase: Callable[[Person], int] = nothing
    kept: str = ""

    def rows(self, person: Person) -> Iterable[Row]:
        return self.found(person).order_by("pk").values(*self.fields)


def deleted_whole(name: str, found: Found, *fields: str) -> Holding:
    """Rows that are about nothing but the person: erasing deletes them."""
    return Holding(name, found, fields, lambda person: found(person).delete()[0])


_holdings: dict[str, Holding] = {}


def register(*holdings: Holding) -> None:
    """Idempotent: a holding of the same name is replaced. They are erased in the order in which they were registered last."""
    for each in holdings:
        _holdings.pop(each.name, None)
        _holdings[each.name] = each


def holdings() -> list[Holding]:
    return list(_holdings.values())


def erased_in_order() -> list[Holding]:
    """Those of the apps above come first: they may still need the account."""
    return list(reversed(_holdings.values()))
