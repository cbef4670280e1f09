"""Asking for a preview, and the office's answers: granted for some days, not granted, or taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.signed_in import known_of
from catalog.models import Film
from licensing.models import EducatorPreview, Institution, PreviewPolicy
from licensing.models.previews import MOST_DAYS
from licensing.notices.previews import owed as notices
from licensing.previews.rules import is_granted_by_rule, refuse_ungrantable, refuse_unoffered
from licensing.sales.ordering.buyer import hold_person
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MAY = "licensing.change_educatorpreview"
FETCHED = "has_preview"
Status = EducatorPreview.Status


@transaction.atomic
def ask_preview(*, film: Film, institution: Institution, course: str, why: str, by: User) -> EducatorPreview:
    """Asks for a film, or a part, in the name of an institution; a rule grants it at once, the first time, or the office is asked.

    Asked again while the first request waits or can be watched, it returns that one. Raises Refused (codes `not-a-member`,
    `refused-institution`, `not-public`) and ValidationError for words that cannot be kept.
    """
    hold_person(by)
    film = Film.objects.select_related("part_of").get(pk=film.pk)
    if not institution.memberships.filter(user=by).exists():
        raise Refused(_("Only a member of the institution can ask for it."), "not-a-member")
    if institution.verification == Institution.Verification.REFUSED:
        raise Refused(
            _("%(institution)s was not accepted, so it cannot ask for previews: %(because)s"),
            "refused-institution",
            {"institution": institution.legal_name, "because": institution.refused_because},
        )
    refuse_unoffered(film)
    if standing := EducatorPreview.objects.standing_now(by, office_today()).filter(film=film).first():
        return standing
    is_first = not _asked_before(film, by)
    preview = EducatorPreview(
        film=film,
        institution=institution,
        asked_by=by,
        course=" ".join(course.split()),
        why=why.strip(),
        asked_at=timezone.now(),
    )
    preview.full_clean()
    preview.save()
    policy = PreviewPolicy.the_row()
    if is_first and is_granted_by_rule(film, institution, policy):
        _grant(preview, policy, None, days=policy.days)
    else:
        notices.owe_asked(preview)
    return preview


def has_preview() -> Any:
    """For `accounts.signed_in.fetch_with_person`: whether a preview of theirs waits or was granted."""
    own = EducatorPreview.objects.filter(asked_by=OuterRef("pk"))
    return Exists(own.filter(status__in=[Status.ASKED, Status.GRANTED]))


def _asked_before(film: Film, by: User) -> bool:
    """Whether the person had this film before, or was not shown it, its whole or a part: then the office decides."""
    family = Q(film=film.part_of_id or film.pk) | Q(film__part_of=film.part_of_id or film.pk)
    not_shown = Q(status__in=[Status.REFUSED, Status.REVOKED])
    return EducatorPreview.objects.filter(Q(film=film) | (family & not_shown), asked_by=by).exists()


def own_preview_at(person: User, path: str) -> EducatorPreview | None:
    """The person's request for the film that a path names, while it waits or can be watched. One query, for who has any."""
    if not known_of(person).get(FETCHED):
        return None
    standing = EducatorPreview.objects.standing_now(person, office_today())
    return standing.filter(film__in=Film.objects.at(path)).first()


@transaction.atomic
def grant_preview(*, preview: EducatorPreview, by: User, days: int | None = None) -> EducatorPreview:
    """Lets the person watch for `days` days after today (None: as the distributor's rules say); they are told.

    Granted already, it stays as it is. Raises Refused (codes `office-only`, `answered`, `days`, and those of
    `rules.refuse_ungrantable`).
    """
    refuse_unless_may(by, MAY)
    preview = _locked(preview)
    if preview.status == Status.GRANTED:
        return preview
    _refuse_unless(preview, Status.ASKED)
    policy = PreviewPolicy.the_row()
    days = policy.days if days is None else days
    if not 1 <= days <= MOST_DAYS:
        raise Refused(_("A film can be watched for 1 to 365 days."), "days")
    refuse_ungrantable(preview.film, preview.institution)
    return _grant(preview, policy, by, days=days)


@transaction.atomic
def refuse_preview(*, preview: EducatorPreview, because: str, by: User) -> EducatorPreview:
    """Does not grant it, with the reason that the person reads. Raises Refused (codes `office-only`, `because`, `answered`)."""
    refuse_unless_may(by, MAY)
    because = _reason(because)
    preview = _locked(preview)
    _refuse_unless(preview, Status.ASKED)
    return _answer(preview, Status.REFUSED, because, by)


@transaction.atomic
def revoke_preview(*, preview: EducatorPreview, because: str, by: User) -> EducatorPreview:
    """Ends what was granted, with the reason that the person reads. Raises Refused (codes `office-only`, `because`, `answered`)."""
    refuse_unless_may(by, MAY)
    because = _reason(because)
    preview = _locked(preview)
    _refuse_unless(preview, Status.GRANTED)
    return _answer(preview, Status.REVOKED, because, by)


def _grant(preview: EducatorPreview, policy: PreviewPolicy, by: User | None, *, days: int) -> EducatorPreview:
    today = office_today()
    preview.status, preview.starts_on, preview.ends_on = Status.GRANTED, today, today + timedelta(days=days)
    preview.answered_by, preview.answered_at = by, timezone.now()
    preview.save()
    notices.owe_granted(preview, remind_days=policy.remind_days)
    return preview


def _answer(
    preview: EducatorPreview, status: EducatorPreview.Status, because: str, by: User
) -> EducatorPreview:
    preview.status, preview.because = status, because
    preview.answered_by, preview.answered_at = by, timezone.now()
    preview.save()
    notices.owe_not_granted(preview)
    return preview


def _locked(preview: EducatorPreview) -> EducatorPreview:
    rows = EducatorPreview.objects.select_for_update(of=("self",), no_key=True)
    return rows.with_listing().get(pk=preview.pk)


def _refuse_unless(preview: EducatorPreview, status: EducatorPreview.Status) -> None:
    if preview.status != status:
        raise Refused(
            _("This request was answered already: %(status)s."),
            "answered",
            {"status": preview.get_status_display()},
        )


def _reason(because: str) -> str:
    because = " ".join(because.split())
    if not because:
        raise Refused(_("Say why: the person reads it."), "because")
    return because
