"""Every address of ours, as someone sees it who guesses: not signed in, and signed in but a stranger to all of it.

What members of an institution see of their own is tested in each app's test_access.py, with real rows.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import User

pytestmark = pytest.mark.django_db
PAGE, ASKS_TO_SIGN_IN, NOTHING, ONLY_POST = 200, 302, 404, 405
NOT_OURS = ("account/", "language/", "media/", f"{settings.ADMIN_PATH}/")
GUESS = {
    "<slug:slug>": "no-such-thing",
    "<slug:version>": "no-such-version",
    "<slug:name>": "no-such-step",
    "<slug:part_slug>": "no-such-part",
    "<number:number>": "NO-0000",
    "<proof:token>": "no-such-proof",
    "<link:token>": "no-such-link",
    "<str:token>": "no-such-token",
    "<registration:token>": "no-such-token",
    "<int:pk>": "999999",
    "<uuid:token>": "00000000-0000-4000-8000-000000000000",
    "<path:path>": "no/such/paper.pdf",
    "<electronic:form>": "ubl.xml",
    "<format:suffix>": "mrc",
    "<month:month>": "2026-11",
    "<int:block>": "999",
    "<int:index>": "999",
}
# What answers: to someone not signed in, to a signed-in stranger.
WHO = {
    "": (PAGE, PAGE),
    "films/": (PAGE, PAGE),
    "films/<slug:slug>/": (NOTHING, NOTHING),
    "films/<slug:slug>/<slug:part_slug>/": (NOTHING, NOTHING),
    "films/<slug:slug>.png": (NOTHING, NOTHING),
    "films/<slug:slug>.<format:suffix>": (NOTHING, NOTHING),
    "films/<slug:slug>/<slug:part_slug>.png": (NOTHING, NOTHING),
    "films/<slug:slug>/<slug:part_slug>.<format:suffix>": (NOTHING, NOTHING),
    "films.<format:suffix>": (PAGE, PAGE),
    "films.atom": (PAGE, PAGE),
    "films.makers": (PAGE, PAGE),
    "schemas/film.json": (PAGE, PAGE),
    "schemas/film-record.json": (PAGE, PAGE),
    "booklets/": (ONLY_POST, ONLY_POST),
    "booklets/<uuid:token>/": (NOTHING, NOTHING),
    "booklets/<uuid:token>.pdf": (NOTHING, NOTHING),
    "libraries/": (PAGE, PAGE),
    "libraries/<month:month>.mrc": (PAGE, PAGE),
    "libraries/<month:month>-deleted.mrc": (PAGE, PAGE),
    "oai": (PAGE, PAGE),
    "sitemap.xml": (PAGE, PAGE),
    "sitemap-<int:block>.xml": (NOTHING, NOTHING),
    "sitemap-collections.xml": (PAGE, PAGE),
    "mailing-list/": (PAGE, PAGE),
    "mailing-list/sent/": (PAGE, PAGE),
    "mailing-list/<str:token>/": (NOTHING, NOTHING),
    "mailing-list/<str:token>/confirm/": (ONLY_POST, ONLY_POST),
    "mailing-list/<str:token>/leave/": (ONLY_POST, ONLY_POST),
    "collections/<slug:slug>/": (NOTHING, NOTHING),
    "people/<slug:slug>/": (NOTHING, NOTHING),
    "prices/": (PAGE, PAGE),
    "avails/": (PAGE, PAGE),
    "avails.csv": (PAGE, PAGE),
    "licence-finder/": (PAGE, PAGE),
    "licence-finder/keep/": (ONLY_POST, ONLY_POST),
    "licence-finder/notes/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "licence-finder/notes/<int:pk>/delete/": (ONLY_POST, ONLY_POST),
    "support/": (PAGE, PAGE),
    "previews/": (ASKS_TO_SIGN_IN, PAGE),
    "previews/new/": (ASKS_TO_SIGN_IN, NOTHING),
    "previews/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "previews/<int:pk>/watch/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "previews/viewings/<link:token>/": (ASKS_TO_SIGN_IN, NOTHING),
    "previews/viewings/<link:token>/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "cart/": (PAGE, PAGE),
    "cart/add/": (ONLY_POST, ONLY_POST),
    "cart/remove/": (ONLY_POST, ONLY_POST),
    "cart/tier/": (ONLY_POST, ONLY_POST),
    "cart/shared/": (NOTHING, NOTHING),  # without anything in it
    "checkout/": (ASKS_TO_SIGN_IN, ASKS_TO_SIGN_IN),
    "orders/": (ASKS_TO_SIGN_IN, PAGE),
    "orders/<number:number>/": (ASKS_TO_SIGN_IN, NOTHING),
    "orders/<number:number>/pay/": (ASKS_TO_SIGN_IN, NOTHING),
    "orders/<number:number>/pay/ask/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "orders/<number:number>/cancel/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "orders/<number:number>/leave-supporters/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "orders/<number:number>/invoice.pdf": (ASKS_TO_SIGN_IN, NOTHING),
    "quotes/": (ASKS_TO_SIGN_IN, PAGE),
    "quotes/new/": (ASKS_TO_SIGN_IN, ASKS_TO_SIGN_IN),  # an empty cart leads back to the cart
    "quotes/together/": (ASKS_TO_SIGN_IN, ASKS_TO_SIGN_IN),  # leads to the renewals
    "quotes/shared/<proof:token>/": (ASKS_TO_SIGN_IN, NOTHING),
    "quotes/<number:number>/": (ASKS_TO_SIGN_IN, NOTHING),
    "quotes/<number:number>/quote.pdf": (ASKS_TO_SIGN_IN, NOTHING),
    "quotes/<number:number>/share/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "quotes/<number:number>/withdraw/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "orders/<number:number>/invoice/<electronic:form>": (ASKS_TO_SIGN_IN, NOTHING),
    "credit-notes/<number:number>.pdf": (ASKS_TO_SIGN_IN, NOTHING),
    "credit-notes/<number:number>/<electronic:form>": (ASKS_TO_SIGN_IN, NOTHING),
    "receipts/<number:number>.pdf": (ASKS_TO_SIGN_IN, NOTHING),
    "payments/process/card/": (ONLY_POST, ONLY_POST),
    "payments/dummy/<uuid:token>/": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/": (ASKS_TO_SIGN_IN, PAGE),
    "licences/renew/": (ASKS_TO_SIGN_IN, ASKS_TO_SIGN_IN),
    "licences/licences.csv": (ASKS_TO_SIGN_IN, PAGE),
    "licences/ends/renew/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "licences/ends/<str:token>.ics": (NOTHING, NOTHING),
    "licences/check/<proof:token>/": (NOTHING, NOTHING),
    "licences/<number:number>/": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/<number:number>/certificate.pdf": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/<number:number>/upgrade/": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/<number:number>/delivery/": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/<number:number>/delivery/key/": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/<number:number>/delivery/<int:pk>/begin/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "licences/<number:number>/delivery/<int:pk>/arrived/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "licences/<number:number>/reports/new/": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/<number:number>/reports/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "reports/": (ASKS_TO_SIGN_IN, PAGE),
    "reports/reports.csv": (ASKS_TO_SIGN_IN, PAGE),
    "reports/<link:token>/": (NOTHING, NOTHING),
    "downloads/<link:token>/": (NOTHING, NOTHING),
    "licences/vocabulary/": (PAGE, PAGE),
    "licences/vocabulary.jsonld": (PAGE, PAGE),
    "licences/pack.pdf": (ASKS_TO_SIGN_IN, ASKS_TO_SIGN_IN),  # nothing chosen leads back to the licences
    "licences/<number:number>/odrl.jsonld": (ASKS_TO_SIGN_IN, NOTHING),
    "licences/<number:number>/folio.json": (ASKS_TO_SIGN_IN, NOTHING),
    "uploads/<path:path>": (NOTHING, NOTHING),
    ".well-known/jwks.json": (PAGE, PAGE),
    "institutions/new/": (ASKS_TO_SIGN_IN, PAGE),
    "institutions/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "institutions/<int:pk>/<slug:name>/": (ASKS_TO_SIGN_IN, NOTHING),
    "invitations/<proof:token>/": (NOTHING, NOTHING),
    "mailboxes/<proof:token>/": (NOTHING, NOTHING),
    "screenings/": (PAGE, PAGE),
    "screenings/<slug:slug>/": (NOTHING, NOTHING),
    "screenings/<slug:slug>.ics": (NOTHING, NOTHING),
    "screenings/<slug:slug>.pdf": (NOTHING, NOTHING),
    "screenings/<slug:slug>/widget/": (NOTHING, NOTHING),
    "screenings/<slug:slug>/run-of-show/": (ASKS_TO_SIGN_IN, NOTHING),
    "screenings/<slug:slug>/run-of-show.pdf": (ASKS_TO_SIGN_IN, NOTHING),
    "screenings/<slug:slug>/register/": (NOTHING, NOTHING),
    "registrations/<registration:token>/": (NOTHING, NOTHING),
    "registrations/<registration:token>.ics": (NOTHING, NOTHING),
    "screenings/<slug:slug>/register/sent/": (NOTHING, NOTHING),
    "registrations/<registration:token>/confirm/": (ONLY_POST, ONLY_POST),
    "registrations/<registration:token>/give-back/": (NOTHING, NOTHING),
    "registrations/<registration:token>/change/": (NOTHING, NOTHING),
    "registrations/<registration:token>/take/": (ONLY_POST, ONLY_POST),
    "registrations/<registration:token>/leave/": (NOTHING, NOTHING),
    "registrations/<registration:token>/again/<int:pk>/": (ONLY_POST, ONLY_POST),
    "registrations/<registration:token>/forget/": (NOTHING, NOTHING),
    "venues/<slug:slug>/": (NOTHING, NOTHING),
    "venues/<slug:slug>.ics": (NOTHING, NOTHING),
    "calendars/": (ASKS_TO_SIGN_IN, PAGE),
    "calendars/renew/": (ASKS_TO_SIGN_IN, PAGE),
    "calendars/close/": (ASKS_TO_SIGN_IN, PAGE),
    "calendars/<registration:token>.ics": (NOTHING, NOTHING),
    "mails/decline/<str:token>/": (NOTHING, NOTHING),
    "mails/returned/": (ONLY_POST, ONLY_POST),
    "desk/": (ASKS_TO_SIGN_IN, PAGE),
    "festivals/": (ASKS_TO_SIGN_IN, PAGE),
    "festivals/new/": (ASKS_TO_SIGN_IN, PAGE),
    "festivals/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "festivals/<int:pk>/change/": (ASKS_TO_SIGN_IN, NOTHING),
    **{
        f"festivals/<int:pk>/{act}/": (ASKS_TO_SIGN_IN, ONLY_POST)
        for act in ("films", "lost", "plan", "stop", "pin")
    },
    **{
        f"festivals/<int:pk>/{page}/": (ASKS_TO_SIGN_IN, NOTHING)
        for page in ("delete", "films/remove", "pairs", "faults", "publish", "publishing")
    },
    "desk/venues/<slug:slug>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/add/<slug:name>/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/venues/<slug:slug>/calendars/<int:pk>/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/venues/<slug:slug>/calendars/<int:pk>/remove/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/closures/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/hours/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/screens/new/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/screens/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/screens/<int:pk>/remove/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/meals/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/venues/<slug:slug>/ways/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/plans/new/": (ASKS_TO_SIGN_IN, PAGE),
    "desk/plans/territory/": (ASKS_TO_SIGN_IN, PAGE),
    "desk/plans/<int:pk>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/plans/<int:pk>/delete/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/plans/<int:pk>/take/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/plans/<int:pk>/second/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/plans/<int:pk>/second/<int:index>/give-up/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/plans/<int:pk>/cancel/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/screenings/<slug:slug>/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/announcement/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/timetable/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/timetable/undo/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/hold/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/screenings/<slug:slug>/replan/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/door/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/door/sync/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/screenings/<slug:slug>/door/worker.js": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/counts/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/materials/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/screenings/<slug:slug>/turnout/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/screenings/<slug:slug>/publish/": (ASKS_TO_SIGN_IN, ONLY_POST),
    "desk/screenings/<slug:slug>/cancel/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/showings/<int:pk>/move/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/showings/<int:pk>/access/": (ASKS_TO_SIGN_IN, NOTHING),
    "desk/showings/<int:pk>/cancel/": (ASKS_TO_SIGN_IN, NOTHING),
    "about/": (PAGE, PAGE),
    "contact/": (PAGE, PAGE),
    "licence-terms/": (NOTHING, NOTHING),
    "licence-terms/<slug:version>/": (NOTHING, NOTHING),
    "vendor-form.pdf": (NOTHING, NOTHING),
    "terms/": (PAGE, PAGE),
    "privacy/": (PAGE, PAGE),
    "accessibility/": (PAGE, PAGE),
}


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def ours() -> set[str]:
    return {route for route in routes(get_resolver().url_patterns) if not route.startswith(NOT_OURS)}


def guessed(route: str) -> str:
    for placeholder, guess in GUESS.items():
        route = route.replace(placeholder, guess)
    return f"/{route}"


def test_every_address_has_its_row_here() -> None:
    assert ours() - WHO.keys() == set()
    assert WHO.keys() - ours() == set()


@pytest.mark.parametrize(("route", "answers"), WHO.items())
def test_address_answers_a_guest_and_a_stranger(route: str, answers: tuple[int, int], client: Client) -> None:
    guest = client.get(guessed(route))
    client.force_login(User.objects.create_user("stranger@x.example"))
    stranger = client.get(guessed(route))
    assert (guest.status_code, stranger.status_code) == answers
    if answers[0] == ASKS_TO_SIGN_IN:
        assert guest["Location"] == f"/account/login/?next={guessed(route)}"
