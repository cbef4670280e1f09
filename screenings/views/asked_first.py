"""What cannot be taken back, or is told to others, is asked first: a page that says what will happen, and a button that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from screenings.models import Showing
from screenings.programme.timetables.trying import Outcome
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`what` is done to `name`, which is in the language `lang` if it says so. `says` is what will happen, in sentences; `listed` what goes with
    it, `showings` at which. `outcome` is whom it would be told, None where nobody is ever told. `act` and `leave` are on the buttons; `sent`
    goes with the answer.
    """

    what: str
    name: str
    says: Sequence[str]
    act: str
    leave: str = field(default_factory=lambda: _("Leave it as it is"))
    lang: str = ""
    lede: str = ""
    listed: Sequence[str] = ()
    showings: Sequence[Showing] = ()
    outcome: Outcome | None = None
    sent: Mapping[str, object] = field(default_factory=dict)


def asks[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """A view that returns `asked_first`: GET asks, POST does it."""
    return never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))


def asked_first(
    request: HttpRequest,
    *,
    ask: Callable[[], Question],
    act: Callable[[], object],
    done: str,
    back: str,
    then: str = "",
) -> HttpResponse:
    """The question; sent with `confirm`, what it asks is done. `back` is the path that it leads back to, as does a refusal; `then` where
    to go once it is done, if not there."""
    try:
        if request.method != "POST" or "confirm" not in request.POST:
            context = {"question": ask(), "back": back}
            return render(request, "screenings/asked_first.html", context)
        act()
    except Refused as refused:
        tell_refusal(request, refused)
        return redirect(back)
    messages.success(request, done)
    return redirect(then or back)
