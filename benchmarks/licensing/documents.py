"""Documents, when the typesetter is warm: the certificate and the invoice as PDF, and a signature.

The time is that of the CPU, which depends less on what else the machine is doing. Each document is made once, because the
typesetter remembers what it has set.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.licensing.house import House
from benchmarks.measure import Measure
from config.embedded import PostgreSQL

WARM_UP, TIMES = 3, 12


def measures(house: House, _database: PostgreSQL) -> Iterator[Measure]:
    from licensing.documents.bills.invoice import invoice_facturx, invoice_pdf
    from licensing.documents.proof.certificate import certificate_pdf
    from licensing.documents.proof.signing import read_signed, sign
    from licensing.models import Licence

    school, buyer = house.school(100)
    orders = [house.order(school, buyer) for _ in range(WARM_UP + TIMES)]
    invoices = [order.invoice for order in orders]
    licences = list(
        Licence.objects.filter(line__order__in=orders).select_related("film", "institution", "line__order")
    )
    signed = [each.certificate for each in licences]
    said = [read_signed(each) or {} for each in signed]
    yield Measure("certificate as PDF", 1000 * _median(certificate_pdf, licences), 50, "ms")
    yield Measure("invoice as PDF", 1000 * _median(invoice_pdf, invoices), 50, "ms")
    yield Measure("invoice as Factur-X", 1000 * _median(invoice_facturx, invoices), 250, "ms")
    yield Measure("signature of a licence", 1000 * _median(sign, said), 2, "ms")
    yield Measure("check of a signature", 1000 * _median(read_signed, signed), 2, "ms")


def _median[Row](make: Callable[[Row], object], rows: Sequence[Row]) -> float:
    """Seconds of one, after some to warm up."""
    times = []
    for row in rows:
        began = time.process_time()
        make(row)
        times.append(time.process_time() - began)
    return statistics.median(times[WARM_UP:])
