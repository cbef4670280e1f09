"""Whether all records of the sample catalogue are valid by the published schemas: `python -m benchmarks.records FOLDER`.

In FOLDER are OAI-PMH.xsd and oai_dc.xsd (openarchives.org, with the Dublin Core schema that the latter names) and MARC21slim.xsd
(loc.gov), from their publishers or from a library's package. We do not carry them: their pages name no licence. Each answer of
the six verbs, in both formats, page after page, and the MARCXML of each film and part is checked.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from benchmarks.measure import Measure
from benchmarks.search import served
from benchmarks.table import show

if TYPE_CHECKING:
    from django.test import Client

OAI = {"o": "http://www.openarchives.org/OAI/2.0/"}
METADATA = {"oai_dc": "oai_dc.xsd", "marc21": "MARC21slim.xsd"}
BAD: tuple[dict[str, str], ...] = (
    {},
    {"verb": "Nothing"},
    {"verb": "ListRecords"},
    {"verb": "ListRecords", "metadataPrefix": "mods"},
    {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-02-30"},
    {"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "x'; --"},
    {"verb": "ListRecords", "resumptionToken": "forged"},
    {"verb": "GetRecord", "metadataPrefix": "<x>", "identifier": "oai:a b&"},
)


class Checked:
    """Answers of a site, each checked by its schema; counts them, and says what is wrong with which."""

    def __init__(self, client: Client, folder: Path) -> None:
        self.client = client
        self.schemas = {
            name: etree.XMLSchema(etree.parse(folder / name)) for name in ("OAI-PMH.xsd", *METADATA.values())
        }
        self.valid: Counter[str] = Counter()
        self.invalid: Counter[str] = Counter()

    def check(self, tree: Any, schema: str, what: object) -> None:
        if self.schemas[schema].validate(tree):
            self.valid[schema] += 1
        else:
            self.invalid[schema] += 1
            sys.stderr.write(f"{what}: {self.schemas[schema].error_log.last_error}\n")

    def answer(self, arguments: dict[str, str]) -> Any:
        tree = etree.fromstring(self.client.get("/oai", arguments).content)
        self.check(tree, "OAI-PMH.xsd", arguments)
        for metadata in tree.iterfind(".//o:metadata", OAI):
            record = etree.fromstring(etree.tostring(metadata[0]))
            self.check(record, METADATA["oai_dc" if record.tag.endswith("}dc") else "marc21"], arguments)
        return tree

    def harvest(self, verb: str, prefix: str) -> str:
        """All pages; returns the last record's identifier."""
        tree = self.answer({"verb": verb, "metadataPrefix": prefix})
        while token := tree.findtext(".//o:resumptionToken", "", OAI):
            tree = self.answer({"verb": verb, "resumptionToken": token})
        return str(tree.findtext(".//o:identifier", "", OAI))


def measures(folder: Path) -> Iterator[Measure]:
    import django

    django.setup()
    from django.test import Client

    from catalog.exchange.load import load_catalogue
    from catalog.models import Film
    from demo.sample.filling import DATA

    load_catalogue(folder=DATA)
    checked = Checked(Client(headers={"host": "127.0.0.1"}), folder)
    for prefix in METADATA:
        for verb in ("ListIdentifiers", "ListRecords"):
            last = checked.harvest(verb, prefix)
        checked.answer({"verb": "GetRecord", "metadataPrefix": prefix, "identifier": last})
    for verb in ("Identify", "ListSets", "ListMetadataFormats"):
        checked.answer({"verb": verb})
    for arguments in BAD:
        checked.answer(arguments)
    for film in Film.objects.public().select_related("part_of"):
        address = f"{film.get_absolute_url().removesuffix('/')}.marcxml"
        checked.check(etree.fromstring(checked.client.get(address).content), METADATA["marc21"], address)
    for name in checked.schemas:
        what = f"records, {checked.valid[name] + checked.invalid[name]} by {name}: invalid"
        yield Measure(what, checked.invalid[name], 0, "")
        yield Measure(f"records, by {name}: valid", checked.valid[name], 1, "", is_least=True)


def main() -> int:
    with served():
        return show(measures(Path(sys.argv[1])))


if __name__ == "__main__":
    sys.exit(main())
