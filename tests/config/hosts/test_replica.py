"""Who reads the catalogue from a replica; with one: tests/growth/test_replica.py."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from config.hosts.replica import PLACE, WROTE, has_come_to, may_read_replica, remember_place

READS = {"/", "/films/", "/films/out-1/", "/people/1/", "/oai"}
OTHERS = {"/filmsx/", "/account/mails/", "/admin/catalog/film/", "/licences/cart/"}


def test_only_who_is_not_signed_in_reads_only_the_catalogue_from_the_replica() -> None:
    ask = RequestFactory()
    assert {path for path in READS | OTHERS if may_read_replica(ask.get(path))} == READS
    ask.cookies[settings.SESSION_COOKIE_NAME] = "any"
    assert not any(may_read_replica(ask.get(path)) for path in READS)


def test_a_place_that_cannot_be_is_one_that_the_replica_has_not_come_to() -> None:
    assert not has_come_to("no-place")


@pytest.mark.django_db
def test_who_sends_a_form_is_given_the_place_up_to_which_they_have_written() -> None:
    response = HttpResponse()
    remember_place(response)
    cookie = response.cookies[WROTE]
    assert PLACE.fullmatch(cookie.value)
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
