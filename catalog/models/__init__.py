"""Rows of the catalogue. Import them from here: `from catalog.models import Film`."""

from catalog.models.derived.changes import FilmChange, PublishedRecord, TouchedFilm
from catalog.models.derived.search import SearchEntry, SearchWord
from catalog.models.film import Film, FilmQuerySet
from catalog.models.front import Collection, CollectionFilm, Door, FrontSection
from catalog.models.media import Preview, Still, StudyGuide
from catalog.models.people import Credit, Person, PersonName
from catalog.models.press import PressNotice, Reading, ReadingAbout, Recognition
from catalog.models.rights import DistributionRight, Holdback, ScreeningCopy
from catalog.models.sources import Source
from catalog.models.statements import Relation, Statement, Title
from catalog.models.subjects import SeeFrom, Subject
from catalog.models.traffic.booklets import Booklet
from catalog.models.traffic.imports import FilmImport, ImportFinding
from catalog.models.traffic.subscriptions import MailingPolicy, Subscription

__all__ = [
    "Booklet",
    "Collection",
    "CollectionFilm",
    "Credit",
    "DistributionRight",
    "Door",
    "Film",
    "FilmChange",
    "FilmImport",
    "FilmQuerySet",
    "FrontSection",
    "Holdback",
    "ImportFinding",
    "MailingPolicy",
    "Person",
    "PersonName",
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
    "SeeFrom",
    "Source",
    "Statement",
    "Still",
    "StudyGuide",
    "Subject",
    "Subscription",
    "Title",
    "TouchedFilm",
]
