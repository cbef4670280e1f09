"""Catalogues of films as accessible PDFs (PDF/UA): asked for, made by a worker, kept for two days."""
