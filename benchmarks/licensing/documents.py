"""Documents, when the typesetter is warm: the certificate and the invoice as PDF, and a signature."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from benchmarks.licensing.house import House
from benchmarks.measure import Measure
from config.embedded import PostgreSQL

TIMES = 30


def measures(house: House, _database: PostgreSQL) -> Iterator[Measure]:
    from licensing.documents.bills.invoice import invoice_facturx, invoice_pdf
    from licensing.documents.proof.certificate import certificate_pdf
    from licensing.documents.proof.signing import read_signed, sign
    from licensing.models import Licence

    order = house.order(*house.school(100))
    licence = Licence.objects.select_related("film", "institution").get(line__order=order)
    signed = read_signed(licence.certificate) or {}
    yield Measure("certificate as PDF", _median(lambda: certificate_pdf(licence)), 0.05, "s")
    yield Measure("invoice as PDF", _median(lambda: invoice_pdf(order.invoice)), 0.05, "s")
    yield Measure("invoice as Factur-X", _median(lambda: invoice_facturx(order.invoice)), 0.25, "s")
    yield Measure("signature of a licence", 1000 * _median(lambda: sign(signed)), 2, "ms")
    yield Measure("check of a signature", 1000 * _median(lambda: read_signed(licence.certificate)), 2, "ms")


def _median(action: Callable[[], object]) -> float:
    """Seconds, after three times to warm up."""
    times = []
    for _ in range(TIMES + 3):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return statistics.median(times[3:])
