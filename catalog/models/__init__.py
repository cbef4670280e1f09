"""Rows of the catalogue. Import them from here: `from catalog.models import Film`."""

from catalog.models.changes import FilmChange, PublishedRecord, TouchedFilm
from catalog.models.film import Film, FilmQuerySet, Relation, Statement, Subject, Title
from catalog.models.media import Preview, Still, StudyGuide
from catalog.models.people import Credit, Person
from catalog.models.press import PressNotice, Reading, ReadingAbout, Recognition
from catalog.models.rights import DistributionRight, ScreeningCopy
from catalog.models.search import SearchEntry, SearchWord
from catalog.models.sources import Source
from catalog.models.traffic.booklets import Booklet
from catalog.models.traffic.imports import FilmImport, ImportFinding

__all__ = [
    "Booklet",
    "Credit",
    "DistributionRight",
    "Film",
    "FilmChange",
    "FilmImport",
    "FilmQuerySet",
    "ImportFinding",
    "Person",
    "PressNotice",
    "Preview",
    "PublishedRecord",
    "Reading",
    "ReadingAbout",
    "Recognition",
    "Relation",
    "ScreeningCopy",
    "SearchEntry",
    "SearchWord",
    "Source",
    "Statement",
    "Still",
    "StudyGuide",
    "Subject",
    "Title",
    "TouchedFilm",
]
