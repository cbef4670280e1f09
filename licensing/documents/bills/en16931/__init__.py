"""Invoices and credit notes as the data of EN 16931: in the PDF (Factur-X, ZUGFeRD), and as UBL 2.1 for Peppol."""
