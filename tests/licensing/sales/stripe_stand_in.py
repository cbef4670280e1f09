"""Stripe's API as far as Longtake asks it: a real HTTP server on this machine, with sessions that tests pay and expire.

It is as strict as Stripe where it matters: it knows its key, refuses parameters that the library's own types do not list
(as the newest API refuses `payment_method_types`), and answers the same for an idempotency key that comes again.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import stripe
from stripe.params.checkout import SessionCreateParams

SECRET_KEY = "sk_test_of_the_stand_in"
ENDPOINT_SECRET = "whsec_of_the_stand_in"
type Row = dict[str, Any]


@dataclass
class StripeStandIn:
    """The server's state. It answers nobody until `goes_on` is set; `fails_with` answers every request with that status."""

    fails_with: int = 0
    refuses_refunds: bool = False
    sessions: dict[str, Row] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    made_of: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.was_asked, self.goes_on = threading.Event(), threading.Event()
        self.goes_on.set()
        self.begun = 0
        self.refunded: dict[str, int] = {}
        self._answers: dict[str, tuple[dict[str, str], Row]] = {}
        self._numbers, self._lock = count(1), threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Nobody is there any more: a connection is refused."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def wait(self) -> None:
        """What each request does before it is answered."""
        with self._lock:
            self.begun += 1
        self.was_asked.set()
        self.goes_on.wait(60)

    # --- What the buyer and Stripe's clock do ---------------------------------------------------------------------
    @property
    def only(self) -> Row:
        [session] = self.sessions.values()
        return session

    def pay(self, session: Row, *, is_delayed: bool = False) -> Row:
        """The buyer is done; `is_delayed` when the bank has yet to say whether the money comes."""
        session |= {
            "status": "complete",
            "payment_status": "unpaid" if is_delayed else "paid",
            "url": None,
            "payment_intent": "pi_1",
        }
        return session

    def expire(self, session: Row) -> Row:
        session |= {"status": "expired", "url": None}
        return session

    # --- What Stripe sends to the endpoint ------------------------------------------------------------------------
    def event(self, kind: str, session: Row, **changed: Any) -> str:
        """An event's body: the session as it is now."""
        shown = {key: value for key, value in session.items() if key != "intent_status"} | changed
        return json.dumps(
            {"id": "evt_1", "object": "event", "type": f"checkout.session.{kind}", "data": {"object": shown}}
        )

    def signed(self, body: str, *, seconds_ago: int = 0, secret: str = ENDPOINT_SECRET) -> dict[str, str]:
        """The headers that Stripe's own library makes for a body."""
        at = int(time.time()) - seconds_ago
        return {
            "Stripe-Signature": stripe.WebhookSignature.generate_signature_header(body, secret, timestamp=at)
        }

    # --- The API --------------------------------------------------------------------------------------------------
    def answer(
        self, method: str, path: str, parameters: dict[str, str], headers: dict[str, str]
    ) -> tuple[int, Row]:
        with self._lock:
            self.asked.append(f"{method} {path}")
            if self.fails_with:
                return self.fails_with, _error("api_error", "Something went wrong at our end.")
            if headers.get("authorization") != f"Bearer {SECRET_KEY}":
                return HTTPStatus.UNAUTHORIZED, _error("invalid_request_error", "Invalid API Key provided.")
            if path == "/v1/refunds":
                return self._refund(parameters, headers.get("idempotency-key", ""))
            return self._route(method, path.split("/")[4:], parameters, headers.get("idempotency-key", ""))

    def _route(self, method: str, rest: list[str], parameters: dict[str, str], key: str) -> tuple[int, Row]:
        if method == "POST" and not rest:
            return self._create(parameters, key)
        session = self.sessions.get(rest[0])
        if session is None:
            return HTTPStatus.NOT_FOUND, _error(
                "invalid_request_error", "No such checkout.session", "resource_missing"
            )
        if rest[1:] == ["expire"]:
            if session["status"] != "open":
                return HTTPStatus.BAD_REQUEST, _error(
                    "invalid_request_error", "Only sessions that are open expire."
                )
            self.expire(session)
        return HTTPStatus.OK, _shown(session, parameters)

    def _refund(self, parameters: dict[str, str], key: str) -> tuple[int, Row]:
        """With its charge, which says how much was refunded of it so far."""
        if self.refuses_refunds:
            return HTTPStatus.BAD_REQUEST, _error(
                "invalid_request_error", "Charge has already been refunded.", "charge_already_refunded"
            )
        if key not in self._answers:
            self.refunded[parameters["payment_intent"]] = self.refunded.get(
                parameters["payment_intent"], 0
            ) + int(parameters["amount"])
            charge = {
                "id": "ch_1",
                "object": "charge",
                "payment_intent": parameters["payment_intent"],
                "amount_refunded": self.refunded[parameters["payment_intent"]],
                "currency": "usd",
            }
            row = {
                "id": f"re_{next(self._numbers)}",
                "object": "refund",
                "status": "succeeded",
                "charge": charge,
            }
            self._answers[key] = (parameters, row)
        return HTTPStatus.OK, self._answers[key][1]

    def _create(self, parameters: dict[str, str], key: str) -> tuple[int, Row]:
        if key in self._answers:
            before, row = self._answers[key]
            if before == parameters:
                return HTTPStatus.OK, row
            return HTTPStatus.BAD_REQUEST, _error(
                "idempotency_error", "Keys can only be used with the same parameters."
            )
        names = {name.split("[")[0] for name in parameters}
        if unknown := names - set(SessionCreateParams.__annotations__):
            return HTTPStatus.BAD_REQUEST, _error(
                "invalid_request_error", f"Received unknown parameter: {unknown}"
            )
        number = next(self._numbers)
        row = {
            "id": f"cs_test_{number}",
            "object": "checkout.session",
            "client_reference_id": parameters["client_reference_id"],
            "status": "open",
            "payment_status": "unpaid",
            "amount_total": int(parameters["line_items[0][price_data][unit_amount]"]),
            "currency": parameters["line_items[0][price_data][currency]"],
            "url": f"https://checkout.stripe.com/c/pay/cs_test_{number}",
            "payment_intent": None,
        }
        self.sessions[str(row["id"])] = row
        self.made_of.append(parameters)
        self._answers[key] = (parameters, dict(row))
        return HTTPStatus.OK, row


def _shown(session: Row, parameters: dict[str, str]) -> Row:
    """With its payment intent where that is asked for."""
    shown = {key: value for key, value in session.items() if key != "intent_status"}
    if "payment_intent" in parameters.values() and session["payment_intent"]:
        shown["payment_intent"] = {
            "id": session["payment_intent"],
            "object": "payment_intent",
            "status": session.get("intent_status", "processing"),
        }
    return shown


def _error(kind: str, message: str, code: str | None = None) -> Row:
    return {"error": {"type": kind, "message": message, "code": code}}


def _handler_of(stand_in: StripeStandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"  # a connection an answer, so that none outlives `stop`

        def do_GET(self) -> None:
            self._answer("GET", urlsplit(self.path).query)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self._answer("POST", self.rfile.read(length).decode())

        def _answer(self, method: str, query: str) -> None:
            stand_in.wait()
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, row = stand_in.answer(method, urlsplit(self.path).path, dict(parse_qsl(query)), headers)
            body = json.dumps(row).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """It says nothing."""

    return Handler
