"""What the guide's words say to do in a browser, done through the proxy over HTTPS, and what then must be true."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import re
import socket
import ssl
import struct
import time
from collections.abc import Callable
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, HTTPSHandler, ProxyHandler, Request, build_opener

from tests.installation.machine import Machine
from tests.survival.browser import Page

NAME = "films.example"
OFFICE, PASSWORD = "office@films.example", "nine-hours-of-film"
TEACHER = "june@school.example"
HIDDEN = ("/health/ready", "/internal/films/two-rivers/two-rivers.mp4")
DEEP = "import urllib.request as r; print(r.urlopen('http://127.0.0.1:8000/health/deep', timeout=60).status)"
SCHOOL = Path(__file__).with_name("school.py")


class _Door(http.client.HTTPSConnection):
    """To the machine's own address, whatever the name."""

    def connect(self) -> None:
        self.sock = self._context.wrap_socket(  # type: ignore[attr-defined]  # of http.client
            socket.create_connection(("127.0.0.1", 443), timeout=60), server_hostname=self.host
        )


class _Https(HTTPSHandler):
    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_Door, req, context=self._context)  # type: ignore[attr-defined]  # of urllib.request


class Visitor:
    """A browser that trusts the site's certificate alone."""

    def __init__(self, certificate: Path) -> None:
        trust = ssl.create_default_context(cafile=str(certificate))
        self._opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()), _Https(context=trust))

    def get(self, path: str) -> Page:
        status, url, body = self.fetch(path)
        return Page(url, status, body.decode(errors="replace"))

    def post(self, path: str, fields: dict[str, str]) -> Page:
        status, url, body = self.fetch(path, urlencode(fields).encode())
        return Page(url, status, body.decode(errors="replace"))

    def fetch(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str, bytes]:
        url = urljoin(f"https://{NAME}/", path)
        sent = {"Referer": url, "Origin": f"https://{NAME}"} | headers
        try:
            with self._opener.open(Request(url, data=body, headers=sent), timeout=90) as answer:  # noqa: S310 - our own
                return answer.status, answer.url, answer.read()
        except HTTPError as error:
            return error.code, url, error.read()

    def opens(self, path: str) -> bool:
        try:
            return self.get(path).status == 200
        except OSError:
            return False

    def sign_in(self, email: str, password: str, next_path: str = "/") -> Page:
        page = self.get(f"/account/login/?next={next_path}")
        return self.post(page.url, page.form("login") | {"login": email, "password": password})


class Visits:
    """`mails` is the folder of the mail server; `office` is signed in from the first visit on."""

    def __init__(self, machine: Machine, mails: Path) -> None:
        self.machine, self.mails = machine, mails
        self.certificate = machine.root / "etc" / "ssl" / f"{NAME}.pem"

    def administrator(self) -> None:
        """Signs in at the office, confirms the address with the code that is mailed, and sets up a second factor."""
        began = time.time()
        self.office = Visitor(self.certificate)
        page = self.office.sign_in(OFFICE, PASSWORD, "/admin/")
        code = self.mail_to(OFFICE, r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", since=began)
        print("  ok: a mail with a code arrived, over TLS and with a login", flush=True)
        self.office.post(page.url, page.form("code") | {"code": code})
        page = self.office.get("/account/2fa/totp/activate/")
        if "reauthenticate" in page.path:
            page = self.office.post(page.url, page.form("password") | {"password": PASSWORD})
        secret = expect(re.search(r"\b([A-Z2-7]{32})\b", page.text), f"no secret on {page.path}")[1]
        page = self.office.post("/account/2fa/totp/activate/", page.form("code") | {"code": code_of(secret)})
        self.is_true(
            "the office opens after the second factor", lambda: self.office.get("/admin/").path == "/admin/"
        )

    def distributor(self) -> None:
        """The record with a bank account on one page, and the terms on another."""
        page = self.office.get("/admin/office/distributor/add/")
        record = {
            "legal_name": "Example Films, Inc.", "address": "1 Film Street\nPortland, OR 97201", "country": "US",
            "ein": "12-3456789", "contact_email": OFFICE, "signatory": "Ada Brandt", "signatory_title": "Director",
        }  # fmt: skip
        bank = {
            "currency": "USD",
            "holder": "Example Films, Inc.",
            "bank": "A Bank",
            "account_number": "000123456789",
        }
        form = page.form("legal_name") | record | {f"banks-0-{name}": value for name, value in bank.items()}
        self._saved(self.office.post(page.url, form | {"banks-TOTAL_FORMS": "1"}))
        page = self.office.get("/admin/office/licenceterms/add/")
        terms = {
            "version": "2026", "language": "en", "holds_from": "2026-01-01", "governing_law": "the laws of Oregon",
            "text": "Terms of the trial.",
        }  # fmt: skip
        self._saved(self.office.post(page.url, page.form("governing_law") | terms))

    @staticmethod
    def _saved(page: Page) -> None:
        """The admin shows the form again when something is wrong with it."""
        faults = re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', page.text, re.DOTALL)
        expect(page.status == 200 and not faults, f"{page.path} was not saved: {page.status} {faults}")

    def site(self) -> None:
        """What visitors, the teacher and machines get: pages, what they load, a mail, a certificate, a file, and nothing else."""
        guest = Visitor(self.certificate)
        film = guest.get("/films/two-rivers/")
        self.is_true("the film's page is served", lambda: film.status == 200 and "Two Rivers" in film.text)
        loaded = re.findall(r'(?:href|src)="(/static/[^"]+)"', film.text)
        self.is_true(
            f"nginx serves the {len(loaded)} files that it names",
            lambda: loaded and all(guest.fetch(path)[0] == 200 for path in loaded),
        )
        self.is_true(
            "health and films are not public",
            lambda: [guest.get(path).status for path in HIDDEN] == [404, 404],
        )
        said = self.machine.ask("longtake", "shell", "--verbosity", "0", given=SCHOOL.read_text())
        number = expect(re.search(r"LICENCE (\S+)", said), f"no licence was made: {said}")[1]
        teacher = Visitor(self.certificate)
        teacher.sign_in(TEACHER, PASSWORD)
        self._certificate(teacher, number)
        self._download(teacher, number)
        self.mail_to(TEACHER, r"invoice")
        self.is_true("the mail about her invoice arrived, over TLS and with a login", lambda: True)
        deep = self.machine.ask("python3", "-c", DEEP)
        self.is_true("/health/deep answers 200", lambda: deep.strip() == "200")

    def after_a_start(self) -> None:
        """Nobody has typed anything since."""
        guest = Visitor(self.certificate)
        within(150, lambda: guest.opens("/films/two-rivers/"), "the film's page does not come back")
        within(
            150,
            lambda: self.machine.type("cd / && longtake doctor") == 0,
            "something is missing after a start",
        )
        self.is_true("everything works again after a start", lambda: True)

    def _certificate(self, teacher: Visitor, number: str) -> None:
        status, _url, pdf = teacher.fetch(f"/licences/{number}/certificate.pdf")
        self.is_true("the certificate of her licence is a PDF", lambda: (status, pdf[:5]) == (200, b"%PDF-"))
        keys = json.loads(teacher.get("/.well-known/jwks.json").text)["keys"]
        self.is_true("the key that proves it is published", lambda: len(keys) == 1 and "d" not in keys[0])

    def _download(self, teacher: Visitor, number: str) -> None:
        page = teacher.get(f"/licences/{number}/delivery/")
        begin = expect(
            re.search(r'action="([^"]+/begin/)"', page.text), f"{page.path} offers no file: {page.status}"
        )[1]
        fields = page.form("csrfmiddlewaretoken")
        status, url, body = teacher.fetch(begin, urlencode(fields).encode())
        film = self.machine.root / "srv/longtake/files/films/two-rivers/two-rivers.mp4"
        self.is_true("she downloads the film, whole", lambda: (status, body) == (200, film.read_bytes()))
        status, _url, body = Visitor(self.certificate).fetch(url, Range="bytes=1000-1999")
        self.is_true("and in parts", lambda: (status, body) == (206, film.read_bytes()[1000:2000]))

    def mail_to(self, address: str, pattern: str, *, since: float = 0) -> str:
        """What the pattern finds in a mail that has arrived, which may take a minute."""
        return within(
            120, lambda: self._found(address, pattern, since), f"no mail to {address} has {pattern}"
        )

    def _found(self, address: str, pattern: str, since: float) -> str:
        taken = self.mails / "taken.jsonl"
        lines = taken.read_text().splitlines() if taken.exists() else []
        for line in map(json.loads, reversed(lines)):
            if (
                address in line["to"]
                and line["at"] > since
                and (found := re.search(pattern, f"{line['subject']}\n{line['text']}"))
            ):
                return found.group()
        return ""

    @staticmethod
    def is_true(what: str, holds: Callable[[], Any]) -> None:
        expect(holds(), f"it is not true that {what}")
        print(f"  ok: {what}", flush=True)


def expect[Found](found: Found | None, fault: str) -> Found:
    if not found:
        raise AssertionError(fault)
    return found


def within[Found](seconds: float, ask: Callable[[], Found], fault: str) -> Found:
    until = time.monotonic() + seconds
    while not (found := ask()):
        if time.monotonic() > until:
            raise AssertionError(fault)
        time.sleep(1)
    return found


def code_of(secret: str) -> str:
    """The six digits of now (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
