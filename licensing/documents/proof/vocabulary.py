"""The words of our ODRL profile, defined: what a policy of ours says that ODRL's own vocabulary has no word for.

They are published at one address, which is the profile's name in every policy; a word keeps its meaning for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

ACTION, OPERAND, PROPERTY = "odrl:Action", "odrl:LeftOperand", "rdf:Property"
PREFIXES = {
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dc": "http://purl.org/dc/terms/",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word: its kind, a label, a definition, and the wider word of ODRL (or Dublin Core) if there is one."""

    name: str
    kind: str
    label: Any
    definition: Any
    broader: str = ""


TERMS = (
    Term("showInClass", ACTION, _("Show in class"), _("To show the film to pupils or students and their teachers, in a class."), "odrl:play"),
    Term("streamToSignedIn", ACTION, _("Stream to people who sign in"), _("To stream the film to anyone whom a library lets sign in, such as holders of its card."), "odrl:stream"),
    Term("screenOnline", ACTION, _("Screen online"), _("To show the film to the public at a set time, over the internet."), "odrl:present"),
    Term("broadcast", ACTION, _("Broadcast"), _("To send the film by broadcast or closed circuit."), "odrl:present"),
    Term("showClips", ACTION, _("Show clips"), _("To show clips of reasonable length in the pages of a course, as 17 USC 110(2) describes them."), "odrl:extract"),
    Term("watcher", OPERAND, _("Who may watch"), _("Groups of people: enrolled, staff, members, alumni, walk-ins, public."), "odrl:recipient"),
    Term("viewers", OPERAND, _("Viewers of a stream"), _("How many people watch the film streamed while the licence lasts."), "odrl:count"),
    Term("enrolment", OPERAND, _("Number enrolled"), _("How many pupils or students are enrolled at the licensee.")),
    Term("audience", OPERAND, _("Audience"), _("How many people attend one screening."), "odrl:count"),
    Term("admission", OPERAND, _("Admission"), _("The most that visitors may be asked to pay: none, donations, cost-recovery.")),
    Term("publicAdvertising", OPERAND, _("Advertised to the public"), _("Whether a screening is advertised beyond the institution.")),
    Term("membersOnly", OPERAND, _("Members only"), _("Whether only members of the licensee attend.")),
    Term("indoorOnly", OPERAND, _("Indoors only"), _("Whether screenings are held indoors.")),
    Term("site", OPERAND, _("Site"), _("The name of a building, branch or campus of the licensee."), "odrl:spatial"),
    Term("siteScope", OPERAND, _("Reach of the sites"), _("How far the licence reaches: single-site, branch, campus, district, consortium."), "odrl:spatial"),
    Term("carrier", OPERAND, _("Medium"), _("What the film is shown from: disc, file, dcp, print."), "odrl:media"),
    Term("daysAfterScreening", OPERAND, _("Days after a screening"), _("Within how many days of a screening its attendance is reported."), "odrl:elapsedTime"),
    Term("order", PROPERTY, _("Order"), _("The number of the order on which the licence rests."), "dc:source"),
    Term("exclusion", PROPERTY, _("Exclusion"), _("A sentence that says what the licence does not grant.")),
    Term("definition", PROPERTY, _("Definition"), _("A sentence that says what a word of the licence means.")),
    Term("licenceTerms", PROPERTY, _("Licence terms"), _("The version of the licensor's terms that apply."), "dc:license"),
    Term("copyDelivered", PROPERTY, _("Copy delivered"), _("The copy of the film that was handed over, or is promised."), "dc:format"),
    Term("part", PROPERTY, _("Part"), _("A part of the film, by its title."), "dc:hasPart"),
)  # fmt: skip


def profile_address() -> str:
    """The profile's name, and the page that defines its words."""
    return settings.SITE_URL + reverse("licensing:vocabulary")


def namespace() -> str:
    """What the name of a word is added to."""
    return f"{profile_address()}#"


def vocabulary_ld() -> dict[str, Any]:
    """The words as JSON-LD (SKOS and RDFS), in English and in the other languages of the site where they are translated."""
    return {
        "@context": PREFIXES | {"lt": namespace()},
        "@id": profile_address(),
        "@type": ["odrl:Profile", "skos:ConceptScheme"],
        "dc:title": "Terms of film licences",
        "@reverse": {"skos:inScheme": [_term_ld(term) for term in TERMS]},
    }


def _term_ld(term: Term) -> dict[str, Any]:
    wider = {ACTION: "odrl:includedIn", OPERAND: "skos:broader", PROPERTY: "rdfs:subPropertyOf"}[term.kind]
    return {
        "@id": f"lt:{term.name}",
        "@type": [term.kind, "skos:Concept"],
        "rdfs:label": _in_languages(term.label),
        "skos:definition": _in_languages(term.definition),
        **({wider: {"@id": term.broader}} if term.broader else {}),
    }


def _in_languages(text: Any) -> list[dict[str, str]]:
    """The text in each language in which it differs from the English."""
    found: dict[str, str] = {}
    for code, _name in [("en", ""), *settings.LANGUAGES]:
        with override(code):
            words = str(text)
        if words not in found.values():
            found.setdefault(code, words)
    return [{"@value": words, "@language": code} for code, words in found.items()]
