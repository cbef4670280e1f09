"""Addresses of licensing. They are stable: see the list in docs/architecture.md."""

from __future__ import annotations

from django.urls import path

from licensing.views import cart, check, checkout, institutions, licences, orders, pay, prices

app_name = "licensing"

urlpatterns = [
    path("prices/", prices.to_come, name="prices"),
    path("cart/", cart.to_come, name="cart"),
    path("cart/add/", cart.to_come, name="cart-add"),
    path("cart/remove/", cart.to_come, name="cart-remove"),
    path("cart/tier/", cart.to_come, name="cart-tier"),
    path("checkout/", checkout.to_come, name="checkout"),
    path("orders/", orders.to_come, name="orders"),
    path("orders/<str:number>/", orders.to_come, name="order"),
    path("orders/<str:number>/pay/", pay.to_come, name="pay"),
    path("orders/<str:number>/invoice.pdf", orders.to_come, name="invoice"),
    path("licences/", licences.to_come, name="licences"),
    path("licences/check/<str:token>/", check.to_come, name="check"),
    path("licences/<str:number>/", licences.to_come, name="licence"),
    path("licences/<str:number>/certificate.pdf", licences.to_come, name="certificate"),
    path(".well-known/jwks.json", check.to_come, name="jwks"),
    path("institutions/new/", institutions.to_come, name="institution-new"),
    path("institutions/<int:pk>/", institutions.to_come, name="institution"),
]
