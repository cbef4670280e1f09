"""Answers to OAI-PMH 2.0 requests as XML (https://www.openarchives.org/OAI/openarchivesprotocol.html)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from django.conf import settings
from django.http import QueryDict
from lxml import etree
from pymarc import record_to_xml

from catalog.exports.description import FilmShape
from catalog.exports.marc.record import host
from catalog.exports.marc.record import record_of as marc_of
from catalog.exports.reading import dates_of, described, identifier
from catalog.harvesting.arguments import PREFIXES, SECOND, Asked, HarvestError, asked, listing
from catalog.harvesting.dates import Dated, changed_between, record_of, settled_until, wholes_of
from catalog.harvesting.dublin_core import OAI_DC, XSI, dublin_core
from catalog.harvesting.tokens import VALID, Listing, token_of
from catalog.models import Film, FilmChange
from office.distributor.reader import distributor

OAI = "http://www.openarchives.org/OAI/2.0/"
MARC = "http://www.loc.gov/MARC21/slim"
FILMS_AT_ONCE = 40
"""Whole films on a page; each comes with the records of its parts."""
FORMATS = {
    "oai_dc": ("http://www.openarchives.org/OAI/2.0/oai_dc.xsd", OAI_DC),
    "marc21": ("http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd", MARC),
}
IDENTIFIER = re.compile(r"oai:(?P<host>[^:]+):film-(?P<key>[1-9][0-9]{0,17})", re.ASCII)


def answer(query: QueryDict) -> bytes:
    """Every request has an answer: what is wrong with one is said in the protocol's own way."""
    settled = settled_until()
    echoed: dict[str, str] = {}
    try:
        request = asked(query)
        echoed = request.echoed
        content = ANSWERS[request.verb](request, settled)
    except HarvestError as error:
        echoed = {} if error.code in ("badVerb", "badArgument") else echoed
        content = _element("error", error.sentence, code=error.code)
    root = etree.Element(f"{{{OAI}}}OAI-PMH", nsmap={None: OAI, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
    root.append(_element("responseDate", said(settled)))
    root.append(_element("request", base_address(), **echoed))
    root.append(content)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")  # type: ignore[no-any-return]  # lxml has no types


def base_address() -> str:
    return f"{settings.SITE_URL}/oai"


def said(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(SECOND)


def _identify(_request: Asked, settled: datetime) -> etree._Element:
    first = FilmChange.objects.order_by("changed_at", "whole").values_list("changed_at", flat=True).first()
    seller = distributor()
    return _group("Identify", [
        _element("repositoryName", seller.legal_name),
        _element("baseURL", base_address()),
        _element("protocolVersion", "2.0"),
        _element("adminEmail", seller.contact_email),
        _element("earliestDatestamp", said(first or settled)),
        _element("deletedRecord", "persistent"),
        _element("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ])  # fmt: skip


def _formats(request: Asked, _settled: datetime) -> etree._Element:
    if name := request.given.get("identifier"):
        _dated(name)
    return _group("ListMetadataFormats", [
        _group("metadataFormat", [
            _element("metadataPrefix", prefix), _element("schema", schema), _element("metadataNamespace", namespace),
        ])
        for prefix, (schema, namespace) in FORMATS.items()
    ])  # fmt: skip


def _sets(request: Asked, _settled: datetime) -> etree._Element:
    if "resumptionToken" in request.given:
        raise HarvestError("badResumptionToken", "All sets are listed at once.")
    names = {"whole": "Whole films", "part": "Parts of films", "kind": "Films and parts by kind"}
    names |= {f"kind:{kind.value}": str(kind.label) for kind in Film.Kind}
    return _group("ListSets", [
        _group("set", [_element("setSpec", spec), _element("setName", name)]) for spec, name in names.items()
    ])  # fmt: skip


def _get(request: Asked, _settled: datetime) -> etree._Element:
    dated = _dated(request.given["identifier"])
    films = described([dated.film])
    return _group("GetRecord", [_record(dated, films, request.given["metadataPrefix"])])


def _list(request: Asked, settled: datetime) -> etree._Element:
    wanted = listing(request)
    dated = changed_between(
        wanted.begin, wanted.end, settled=settled, after=wanted.after, of_set=wanted.of_set, most=FILMS_AT_ONCE + 1
    )  # fmt: skip
    pages = list(dict.fromkeys(each.cursor for each in dated))
    has_more = len(pages) > FILMS_AT_ONCE
    shown = [each for each in dated if each.cursor in set(pages[:FILMS_AT_ONCE])]
    if not shown:
        raise HarvestError("noRecordsMatch", "No record changed in that time, or none of that set.")
    films = described([each.film for each in shown]) if request.verb == "ListRecords" else {}
    group = _group(request.verb, [
        _record(each, films, wanted.prefix) if request.verb == "ListRecords" else _header(each) for each in shown
    ])  # fmt: skip
    if has_more or "resumptionToken" in request.given:
        group.append(_resumption(wanted.from_here(pages[FILMS_AT_ONCE - 1]) if has_more else None))
    return group


def _resumption(rest: Listing | None) -> etree._Element:
    """An empty token ends the list."""
    if rest is None:
        return _element("resumptionToken", "")
    expires = datetime.now(UTC) + VALID
    return _element("resumptionToken", token_of(rest), expirationDate=said(expires))


def _dated(name: str) -> Dated:
    """Raises HarvestError (idDoesNotExist)."""
    match = IDENTIFIER.fullmatch(name)
    key = int(match["key"]) if match and match["host"] == host() else 0
    wholes = wholes_of([key]) if key else []
    dated = record_of(key, dates_of(wholes)) if wholes else None
    if dated is None:
        raise HarvestError(
            "idDoesNotExist", f"Identifiers are written oai:{host()}:film-1; this one names no record."
        )
    return dated


def _record(dated: Dated, films: dict[int, FilmShape], prefix: str) -> etree._Element:
    """The film is read after its date: one withdrawn in between is not in `films`, and deleted."""
    film = films.get(dated.film)
    group = _group("record", [_header(dated, is_deleted=film is None)])
    if film is not None:
        group.append(_group("metadata", [dublin_core(film) if prefix == PREFIXES[0] else _marc(film)]))
    return group


def _marc(film: FilmShape) -> etree._Element:
    return etree.fromstring(record_to_xml(marc_of(film), namespace=True))


def _header(dated: Dated, *, is_deleted: bool | None = None) -> etree._Element:
    is_gone = dated.is_deleted if is_deleted is None else is_deleted
    header = _group("header", [
        _element("identifier", f"oai:{host()}:{identifier(dated.film)}"),
        _element("datestamp", said(dated.changed_at)),
        *(_element("setSpec", each) for each in dated.sets),
    ])  # fmt: skip
    if is_gone:
        header.set("status", "deleted")
    return header


def _group(name: str, children: list[etree._Element]) -> etree._Element:
    group = etree.Element(f"{{{OAI}}}{name}")
    group.extend(children)
    return group


def _element(name: str, text: str, /, **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{OAI}}}{name}")
    element.text = text
    for key, value in attributes.items():
        element.set(key, value)
    return element


ANSWERS = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "GetRecord": _get,
    "ListIdentifiers": _list,
    "ListRecords": _list,
}
