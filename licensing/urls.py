"""Addresses of licensing. They are stable: see the list in docs/architecture.md."""

from __future__ import annotations

from django.urls import path, register_converter

from licensing.converters import ElectronicConverter, LinkConverter, NumberConverter, ProofConverter
from licensing.views import finder, institutions, invitations, uploads
from licensing.views.buying import (
    avails,
    card_events,
    cart,
    checkout,
    dummy_card,
    handing_over,
    orders,
    pay,
    prices,
    quotes,
    upgrades,
)
from licensing.views.holding import check, delivery, held, licences, packs, renewals, reports, vocabulary
from licensing.views.previewing import asking, watching
from licensing.views.supporting import support

app_name = "licensing"
register_converter(NumberConverter, "number")
register_converter(ProofConverter, "proof")
register_converter(LinkConverter, "link")
register_converter(ElectronicConverter, "electronic")

urlpatterns = [
    path("prices/", prices.prices, name="prices"),
    path("avails/", avails.avails, name="avails"),
    path("avails.csv", avails.as_csv, name="avails-csv"),
    path("licence-finder/", finder.finder, name="licence-finder"),
    path("licence-finder/keep/", finder.keep, name="finder-keep"),
    path("licence-finder/notes/<int:pk>/", finder.note, name="finder-note"),
    path("licence-finder/notes/<int:pk>/delete/", finder.delete, name="finder-note-delete"),
    path("support/", support.support, name="support"),
    path("previews/", asking.previews, name="previews"),
    path("previews/new/", asking.new, name="preview-new"),
    path("previews/<int:pk>/", asking.preview, name="preview"),
    path("previews/<int:pk>/watch/", watching.watch, name="preview-watch"),
    path("previews/viewings/<link:token>/", watching.viewing, name="viewing"),
    path("previews/viewings/<link:token>/<int:pk>/", watching.viewing_file, name="viewing-file"),
    path("cart/", cart.cart, name="cart"),
    path("cart/add/", cart.add, name="cart-add"),
    path("cart/remove/", cart.remove, name="cart-remove"),
    path("cart/tier/", cart.tier, name="cart-tier"),
    path("cart/shared/", handing_over.shared, name="cart-shared"),
    path("checkout/", checkout.checkout, name="checkout"),
    path("orders/", orders.orders, name="orders"),
    path("orders/<number:number>/", orders.order, name="order"),
    path("orders/<number:number>/pay/", pay.pay, name="pay"),
    path("orders/<number:number>/pay/ask/", pay.ask, name="pay-ask"),
    path("orders/<number:number>/cancel/", orders.cancel, name="order-cancel"),
    path("orders/<number:number>/leave-supporters/", support.leave, name="leave-supporters"),
    path("orders/<number:number>/invoice.pdf", orders.invoice, name="invoice"),
    path("quotes/", quotes.quotes, name="quotes"),
    path("quotes/new/", quotes.new, name="quote-new"),
    path("quotes/together/", renewals.together, name="quote-together"),
    path("quotes/shared/<proof:token>/", quotes.shared, name="quote-shared"),
    path("quotes/<number:number>/", quotes.quote, name="quote"),
    path("quotes/<number:number>/quote.pdf", quotes.pdf, name="quote-pdf"),
    path("quotes/<number:number>/share/", quotes.share, name="quote-share"),
    path("quotes/<number:number>/withdraw/", quotes.withdraw, name="quote-withdraw"),
    path("orders/<number:number>/invoice/<electronic:form>", orders.invoice_file, name="invoice-file"),
    path("credit-notes/<number:number>.pdf", orders.credit_note, name="credit-note"),
    path("credit-notes/<number:number>/<electronic:form>", orders.credit_note_file, name="credit-note-file"),
    path("receipts/<number:number>.pdf", orders.receipt, name="receipt"),
    path("payments/process/card/", card_events.card_events, name="card-events"),
    path("payments/dummy/<uuid:token>/", dummy_card.dummy_card, name="dummy-card"),
    path("licences/", held.licences, name="licences"),
    path("licences/vocabulary/", vocabulary.vocabulary, name="vocabulary"),
    path("licences/vocabulary.jsonld", vocabulary.as_json, name="vocabulary-ld"),
    path("licences/pack.pdf", packs.pack, name="renewal-pack"),
    path("licences/renew/", renewals.renew, name="renew"),
    path("licences/licences.csv", held.as_csv, name="licences-csv"),
    path("licences/ends/renew/", held.renew, name="licence-ends-renew"),
    path("licences/ends/<str:token>.ics", held.ends, name="licence-ends"),
    path("licences/check/<proof:token>/", check.check, name="check"),
    path("licences/<number:number>/", licences.licence, name="licence"),
    path("licences/<number:number>/certificate.pdf", licences.certificate, name="certificate"),
    path("licences/<number:number>/upgrade/", upgrades.upgrade, name="upgrade"),
    path("licences/<number:number>/delivery/", delivery.delivery, name="delivery"),
    path("licences/<number:number>/delivery/key/", delivery.key, name="key-request"),
    path("licences/<number:number>/delivery/<int:pk>/begin/", delivery.begin, name="download-begin"),
    path("licences/<number:number>/delivery/<int:pk>/arrived/", delivery.arrived, name="delivery-arrived"),
    path("licences/<number:number>/reports/new/", reports.report_new, name="report-new"),
    path("licences/<number:number>/reports/<int:pk>/", reports.report, name="report"),
    path("reports/", reports.reports, name="reports"),
    path("reports/reports.csv", reports.as_csv, name="reports-csv"),
    path("reports/<link:token>/", reports.report_link, name="report-link"),
    path("downloads/<link:token>/", delivery.download, name="download"),
    path("licences/<number:number>/odrl.jsonld", licences.odrl, name="licence-odrl"),
    path("licences/<number:number>/folio.json", licences.folio, name="licence-folio"),
    path("uploads/<path:path>", uploads.upload, name="upload"),
    path(".well-known/jwks.json", check.jwks, name="jwks"),
    path("institutions/new/", institutions.new, name="institution-new"),
    path("institutions/<int:pk>/", institutions.institution, name="institution"),
    path("institutions/<int:pk>/<slug:name>/", institutions.step, name="institution-step"),
    path("invitations/<proof:token>/", invitations.invitation, name="invitation"),
    path("mailboxes/<proof:token>/", invitations.mailbox, name="mailbox"),
]
