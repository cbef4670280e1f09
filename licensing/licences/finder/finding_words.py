"""The answer of the licence finder in whole sentences: the same on its page and in the notes that are kept of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from licensing.licences.answers import Offer, total_of_offers
from licensing.licences.finder.finding import Finding
from licensing.terms.charging.fees import said_fee
from licensing.terms.class_use import ClassUse, is_allowed
from licensing.terms.rights import Intended, Use
from licensing.terms.words import grants_words
from wording.say import Amount, Country, Date, Listed, Say, Title, Value, gettext_noop, ngettext_noop, say
from wording.sentences import sentence
from wording.translations import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it: sentences, and lists of what they lead to. `code` is that of the page's part."""

    code: str
    heading: Say
    lines: tuple[Say | str, ...]
    points: tuple[Say | str, ...] = ()


def sections(
    finding: Finding, intended: Intended, exemption: ClassUse | None, confirmed: Collection[str]
) -> list[Section]:
    """The whole answer, the most important first."""
    return list(_sections(finding, intended, exemption, confirmed))


def _sections(
    finding: Finding, intended: Intended, exemption: ClassUse | None, confirmed: Collection[str]
) -> Iterator[Section]:
    if finding.coverage.allowed:
        yield _held(finding)
        return
    law = None if exemption is None else _law(exemption, intended.use, confirmed)
    asks_for_none = exemption is not None and is_allowed(intended.use, exemption, confirmed)
    if law and asks_for_none:
        yield law
    if finding.offers:
        yield _cheapest(finding)
    else:
        yield _nothing(finding, intended)
    if law and not asks_for_none:
        yield law  # its conditions are many: what can be licensed is not left below them
    if finding.cheaper is not None:
        yield _small_change(finding)
    if finding.next_cheapest:
        yield _next(finding)
    if finding.coverage.nearest:
        yield _not_enough(finding)


def _held(finding: Finding) -> Section:
    numbers = finding.coverage.together
    template = ngettext_noop(
        "You do not need to buy anything. Licence {numbers} covers it.",
        "You do not need to buy anything. The licences {numbers} cover it together.",
    )
    return Section(
        code="held",
        heading=say("held", gettext_noop("You hold it already")),
        lines=(say("held", template, count=len(numbers), numbers=Listed(numbers)),),
    )


def _not_enough(finding: Finding) -> Section:
    """What is held is not enough: why, and what would make it so."""
    steps = finding.change.steps if finding.change else ()
    leads = (say("change", gettext_noop("It would cover the use after this change:")),) if steps else ()
    return Section(
        code="not-enough",
        heading=say("not-enough", gettext_noop("What you hold already")),
        lines=(*finding.coverage.sentences(), *leads),
        points=steps,
    )


def _law(exemption: ClassUse, use: Use, confirmed: Collection[str]) -> Section:
    information = say("information", gettext_noop("This is information, not legal advice."))
    if is_allowed(use, exemption, confirmed):
        allowed = say(
            "allowed",
            gettext_noop("As you describe it, the law asks for no licence: {citation}."),
            citation=exemption.citation,
        )
        copy = say("copy", gettext_noop("You still need a lawfully made copy, such as one of those below."))
        lines: tuple[Say, ...] = (allowed, copy, exemption.limit, information)
    else:
        lines = (exemption.scope, exemption.limit, information)
    heading = gettext_noop("You may need no licence: {citation}")
    if use is Use.CAMPUS_STREAMING:
        heading = gettext_noop("What the law allows without a licence: {citation}")
    return Section(
        code="law",
        heading=say("law", heading, citation=exemption.citation),
        lines=lines,
        points=exemption.conditions,
    )


def _cheapest(finding: Finding) -> Section:
    offers, total = finding.offers, total_of_offers(finding.offers)
    lines: list[Say | str] = []
    for offer in offers:
        lines += [_offer(offer), *_dates(offer, finding), *grants_words(offer.licence_type.said_grants())]
    if len(offers) > 1 and total is not None:
        template = gettext_noop("Together they cost {total}, and no cheaper set covers everything.")
        if any(offer.is_open for offer in offers):
            template = gettext_noop("Together they cost {total} at first; the reports may make more due.")
        lines.append(say("total", template, total=Amount.of(total)))
    elif finding.enough > 1 and offers[0].is_open:
        template = gettext_noop(
            "What it costs in the end is known only after the report. {count} licences on sale are enough, and another one may cost less in the end."
        )
        lines.append(say("enough", template, count=finding.enough))
    elif finding.enough > 1:
        template = gettext_noop("It is the cheapest of {count} licences on sale that are enough.")
        lines.append(say("enough", template, count=finding.enough))
    else:
        lines.append(say("enough", gettext_noop("No other licence on sale is enough by itself.")))
    if any(offer.is_sample for offer in offers):
        lines.append(say("sample", gettext_noop("Sample price.")))
    heading = ngettext_noop(
        "The cheapest licence that is enough", "The cheapest licences that are enough together"
    )
    if any(offer.is_open for offer in offers):
        heading = ngettext_noop(
            "The licence that is enough and costs least at first",
            "The licences that are enough together and cost least at first",
        )
    return Section(code="offers", heading=say("offers", heading, count=len(offers)), lines=tuple(lines))


def _dates(offer: Offer, finding: Finding) -> Iterator[Say]:
    last = offer.licence_type.grants().last_day(finding.starts_on)
    if last is None:
        template = gettext_noop("It would begin on {first} and has no last day.")
        yield say("dates", template, first=Date(finding.starts_on))
    else:
        template = gettext_noop("It would begin on {first} and last until {last}.")
        yield say("dates", template, first=Date(finding.starts_on), last=Date(last))


def _nothing(finding: Finding, intended: Intended) -> Section:
    lines: list[Say | str] = []
    if finding.territory is not None:
        lines.append(finding.territory)
    elif intended.use is Use.CLIPS:
        lines.append(say("clips", gettext_noop("No licence on the price list grants clips by themselves.")))
    if not finding.refused:
        template = gettext_noop("Nothing on the price list fits this kind of buyer in {country}.")
        lines.append(say("no-offer", template, country=Country(intended.country)))
    for refused in finding.refused:
        lines += [_nearest(refused.offer), *refused.reasons]
    lines.append(
        say("office", gettext_noop("Write to the office: it can quote for what the list does not have."))
    )
    heading = gettext_noop("No licence on the price list covers this")
    return Section(code="nothing", heading=say("nothing", heading), lines=tuple(lines))


def _small_change(finding: Finding) -> Section:
    cheaper = finding.cheaper
    if cheaper is None:
        raise ValueError("There is no cheaper licence to speak of.")
    template = (
        gettext_noop("“{type}” for “{film}” costs {amount} and would be enough after this change:")
        if finding.offers
        else gettext_noop("“{type}” for “{film}”, at {amount}, would be enough after this change:")
    )
    heading = (
        gettext_noop("With a small change a cheaper one is enough")
        if finding.offers
        else gettext_noop("With a small change there is one")
    )
    return Section(
        code="cheaper",
        heading=say("cheaper", heading),
        lines=(say("cheaper", template, **_named(cheaper.offer)),),
        points=cheaper.change.steps,
    )


def _next(finding: Finding) -> Section:
    return Section(
        code="next",
        heading=say(
            "next",
            gettext_noop("Others that are enough")
            if any(offer.is_open for offer in (*finding.offers, *finding.next_cheapest))
            else gettext_noop("The next cheapest"),
        ),
        lines=(),
        points=tuple(_offer(offer) for offer in finding.next_cheapest),
    )


def _offer(offer: Offer) -> Say:
    if offer.is_open and offer.fee is not None:
        template = gettext_noop("“{type}” for “{film}” costs {amount} at first. The whole fee: {fee}")
        return say("offer", template, **_named(offer), fee=sentence(said_fee(offer.fee)))
    return say("offer", gettext_noop("“{type}” for “{film}” costs {amount}."), **_named(offer))


def _nearest(offer: Offer) -> Say:
    return say("near", gettext_noop("“{type}” for “{film}” ({amount}) is not enough:"), **_named(offer))


def _named(offer: Offer) -> dict[str, Value]:
    name = said(offer.licence_type, "name")
    return {
        "type": Title(name.text, name.language),
        "film": Title(str(offer.film), offer.film.title_language),
        "amount": Amount.of(offer.amount),
    }
