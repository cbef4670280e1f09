"""Rows of the office. Import them from here: `from office.models import Distributor`."""

from office.models.banks import BankAccount
from office.models.distributor import Distributor, DistributorFile
from office.models.information import InformationPage, Page
from office.models.licence_terms import LicenceTerms

__all__ = ["BankAccount", "Distributor", "DistributorFile", "InformationPage", "LicenceTerms", "Page"]
