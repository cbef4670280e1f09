"""Rows of licensing. Import them from here: `from licensing.models import Licence`."""

from licensing.models.buyers.domains import ListedDomain
from licensing.models.buyers.institutions import Institution, Tier
from licensing.models.buyers.members import Invitation, JoinRequest, Membership
from licensing.models.buyers.places import Mailbox, Site
from licensing.models.buyers.roles import Act, Role
from licensing.models.buyers.taxes import Exemption, TaxNumber
from licensing.models.donations import Donation, DonationOffer, SupportPage
from licensing.models.licences.deliveries import Delivery, Download, KeyRequest
from licensing.models.licences.feeds import LicenceFeed
from licensing.models.licences.finder_notes import FinderNote
from licensing.models.licences.licence_types import LicenceType
from licensing.models.licences.licences import Licence
from licensing.models.licences.masters import DeliveryFile, HostedLink
from licensing.models.licences.report_fees import ReportFee
from licensing.models.licences.reports import ReportAnswer, RightsReport
from licensing.models.licences.ways import Way
from licensing.models.previews import EducatorPreview, PreviewPolicy, PreviewStanding, PreviewViewing
from licensing.models.prices import Price, PriceRule
from licensing.models.royalties import (
    Licensor,
    LicensorFilm,
    LicensorPayment,
    RoyaltyAgreement,
    RoyaltyEntry,
    RoyaltyPart,
    RoyaltyStatement,
)
from licensing.models.sales.credits import CardEvent, CreditLine, CreditNote, Receipt, Refund, RefundRequest
from licensing.models.sales.invoices import CardPayment, Invoice, NumberSeries, Payment
from licensing.models.sales.orders import Order, OrderLine
from licensing.models.sales.policies import AcceptancePolicy
from licensing.models.sales.purchase_orders import PurchaseOrder
from licensing.models.sales.quotes import Quote, QuoteLine
from licensing.models.sales.tax_rules import TaxRule
from licensing.models.sales.upgrades import UpgradeCredit, UpgradeRule

__all__ = [
    "AcceptancePolicy",
    "Act",
    "CardEvent",
    "CardPayment",
    "CreditLine",
    "CreditNote",
    "Delivery",
    "DeliveryFile",
    "Donation",
    "DonationOffer",
    "Download",
    "EducatorPreview",
    "Exemption",
    "FinderNote",
    "HostedLink",
    "Institution",
    "Invitation",
    "Invoice",
    "JoinRequest",
    "KeyRequest",
    "Licence",
    "LicenceFeed",
    "LicenceType",
    "Licensor",
    "LicensorFilm",
    "LicensorPayment",
    "ListedDomain",
    "Mailbox",
    "Membership",
    "NumberSeries",
    "Order",
    "OrderLine",
    "Payment",
    "PreviewPolicy",
    "PreviewStanding",
    "PreviewViewing",
    "Price",
    "PriceRule",
    "PurchaseOrder",
    "Quote",
    "QuoteLine",
    "Receipt",
    "Refund",
    "RefundRequest",
    "ReportAnswer",
    "ReportFee",
    "RightsReport",
    "Role",
    "RoyaltyAgreement",
    "RoyaltyEntry",
    "RoyaltyPart",
    "RoyaltyStatement",
    "Site",
    "SupportPage",
    "TaxNumber",
    "TaxRule",
    "Tier",
    "UpgradeCredit",
    "UpgradeRule",
    "Way",
]
