"""Turns a request that a page offers into one that nobody thought of."""

from __future__ import annotations

import random
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from tests.fuzz.pages import Fields, Target

FORM = "application/x-www-form-urlencoded"
BOUNDARY = "longtake-fuzz"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
HOSTILE = [
    "", " ", "0", "-1", "1", "2", "3", "999999", "2147483647", "2147483648", "9223372036854775808", "1e9", "NaN", "on",
    "true", "null", "None", "[]", "{}", '{"a": 1}', "\x00", "a\x00b", "\r\nX: y", "a\nb", "\ud7ff", "\ufffe", "é" * 3,
    "中文", "한국어", "ไทย", "🎬", "\u202eevil", "a" * 263, "x" * 5000, "[" * 3000, "'", '"', "%", "%s", "{{ 7 }}", "\\",
    "../../etc/passwd", "/", "//evil.example/", "http://[::1", "javascript:alert(1)", "<script>", "admin:index", "?", "#",
    "0001-01-01", "1900-02-29", "2027-03-20", "9999-12-31", "10000-01-01", "2027-13-45", "00:00", "23:59", "24:00", "1:2:3",
    "2027-03-28T02:30", "1,5", "0.001", "1" * 40, "-0", "٣", "a@b.example", "a" * 250 + "@b.example", "@", "en", "zz",
    "higher-education", "individual", "US", "XX", "USD", "id", "pk", "-pk", "__class__", "a__b__c", "field__in=1,2",
]  # fmt: skip
NAMES = [
    "next", "q", "page", "p", "o", "e", "all", "order", "language", "tier", "institution", "film", "venue", "index", "_popup",
    "_to_field", "_changelist_filters", "action", "select_across", "_selected_action", "term", "app_label", "model_name",
    "field_name", "status", "format", "id", "id__in", "request_key", "start", "starts_on",
]  # fmt: skip
METHODS = ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "GET", "POST"]
CHARSETS = ["utf-8", "latin-1", "utf-16", "utf-7", "idna", "nonsense", ""]
COOKIES = ["sessionid", "csrftoken", "messages", "django_language"]


@dataclass(frozen=True)
class Sent:
    """A request as it goes out. `path` and `query` are percent-encoded."""

    method: str
    path: str
    query: str = ""
    body: bytes = b""
    content_type: str = FORM
    headers: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.method} {self.path}{'?' if self.query else ''}{self.query}"[:600]]
        lines += [f"{name}: {value}"[:200] for name, value in self.headers]
        if self.body:
            lines += [f"Content-Type: {self.content_type}", repr(self.body[:1500])]
        return "\n    ".join(lines)


def mutated(target: Target, rng: random.Random) -> Sent:
    """The target with up to four things wrong with it; sometimes with none."""
    fields = list(target.fields)
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3, 4))):
        fields = _with_another_field(fields, rng)
    method = rng.choice(METHODS) if rng.random() < 0.06 else target.method
    path = _another_path(target.path, rng) if rng.random() < 0.15 else quote(target.path)
    headers = _headers(rng)
    if target.method != "POST":
        return Sent(method, path, _encoded(fields, rng), headers=headers)
    content_type, body = _body(fields, rng, is_multipart=target.is_multipart)
    query = _encoded(_with_another_field([], rng), rng) if rng.random() < 0.05 else ""
    return Sent(method, path, query, body, content_type, headers)


def _value(rng: random.Random) -> str:
    if rng.random() < 0.1:
        return "".join(
            chr(rng.choice((rng.randrange(32, 127), rng.randrange(160, 0xD7FF)))) for _ in range(9)
        )
    return rng.choice(HOSTILE)


def _with_another_field(fields: Fields, rng: random.Random) -> Fields:
    changed = list(fields)
    chance = rng.random()
    if not changed or chance < 0.12:
        changed.append((rng.choice(NAMES), _value(rng)))
        return changed
    place = rng.randrange(len(changed))
    name, value = changed[place]
    if chance < 0.2:
        del changed[place]
    elif chance < 0.26:
        changed.append((name, _value(rng)))
    elif chance < 0.3:
        changed[place] = (_value(rng), value)
    elif chance < 0.38:
        changed[place] = (name, value + _value(rng))
    else:
        changed[place] = (name, _value(rng))
    return changed


def _another_path(path: str, rng: random.Random) -> str:
    segments = path.split("/")
    segments[rng.randrange(len(segments))] = _value(rng)
    return "/" + quote("/".join(segments).lstrip("/"))


def _encoded(fields: Fields, rng: random.Random) -> str:
    text = urlencode(fields)
    return text + rng.choice(("%ff", "&=&", "%", "&a[]=1", ";")) if rng.random() < 0.03 else text


def _body(fields: Fields, rng: random.Random, *, is_multipart: bool) -> tuple[str, bytes]:
    if is_multipart == (rng.random() < 0.95):
        content_type, body = MULTIPART, _multipart(fields, rng)
    else:
        content_type, body = FORM, _encoded(fields, rng).encode()
    if rng.random() < 0.04:
        content_type = f"{content_type}; charset={rng.choice(CHARSETS)}"
    if rng.random() < 0.03:
        content_type = rng.choice(("application/json", "text/plain", "multipart/form-data", "", "a/b; c"))
    if rng.random() < 0.03:
        body = body[: rng.randrange(len(body) + 1)] + rng.randbytes(8)
    return content_type, body


def _multipart(fields: Fields, rng: random.Random) -> bytes:
    parts = []
    for name, value in fields:
        is_file = rng.random() < 0.1
        file = '; filename="a.pdf"\r\nContent-Type: application/pdf' if is_file else ""
        head = f'Content-Disposition: form-data; name="{name}"{file}\r\n\r\n'
        content = b"%PDF-1.7 " + value.encode() if is_file else value.encode()
        parts.append(f"--{BOUNDARY}\r\n".encode() + head.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def _headers(rng: random.Random) -> tuple[tuple[str, str], ...]:
    chance = rng.random()
    if chance < 0.05:
        return (("HX-Request", "true"),)
    if chance < 0.08:
        value = "".join(c for c in _value(rng) if " " <= c < "\x7f")
        return (
            (
                rng.choice(("Accept-Language", "Accept", "Referer", "X-Forwarded-For", "Range", "Origin")),
                value,
            ),
        )
    if chance < 0.1:
        return (
            (
                "Cookie",
                f'{rng.choice(COOKIES)}="{rng.choice(("abcdefghi\\000b", "a" * 40, "\\377\\376", ""))}"',
            ),
        )
    return ()
