"""A school, its teacher, and her order by purchase order, accepted: typed into `manage.py shell` by the trial. Prints the licence's number."""

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.models import (
    AcceptancePolicy,
    Institution,
    Licence,
    LicenceType,
    Membership,
    Order,
    Role,
    Tier,
)
from licensing.sales.ordering.orders import place_order
from licensing.terms.days import office_today

AcceptancePolicy.objects.create(at_once=True)
teacher = User.objects.create_user("june@school.example", "nine-hours-of-film", name="June Park")
EmailAddress.objects.create(user=teacher, email=teacher.email, verified=True, primary=True)
school = Institution.objects.create(
    legal_name="School of the Trial",
    tier=Tier.K12,
    country="US",
    verification=Institution.Verification.VERIFIED,
    verified_how="by the trial",
    verified_at=timezone.now(),
)
Membership.objects.create(institution=school, user=teacher, role=Role.OWNER)
place_order(
    institution=school,
    lines=[(Film.objects.get(), LicenceType.objects.get())],
    method=Order.Method.PURCHASE_ORDER,
    purchase_order_number="PO-1",
    starts_on=office_today(),
    by=teacher,
)
print("LICENCE", Licence.objects.get().number)
