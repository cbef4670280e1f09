"""Addresses of the programme, of venues and of the programmer's desk."""

from django.urls import path, register_converter

from screenings.converters import RegistrationToken
from screenings.views import (
    calendars,
    desk,
    door,
    festivals,
    holds,
    public,
    registrations,
)
from screenings.views.by_hand import showings, timetables
from screenings.views.planning import plans, replans, territory

app_name = "screenings"
register_converter(RegistrationToken, "registration")

urlpatterns = [
    path("screenings/", public.programme, name="programme"),
    path("screenings/<slug:slug>.ics", calendars.screening, name="calendar"),
    path("screenings/<slug:slug>.pdf", public.programme_sheet, name="programme-sheet"),
    path("screenings/<slug:slug>/widget/", public.widget, name="widget"),
    path("screenings/<slug:slug>/", public.screening, name="screening"),
    path("screenings/<slug:slug>/run-of-show/", desk.run_of_show, name="run-of-show"),
    path("screenings/<slug:slug>/run-of-show.pdf", desk.run_of_show_sheets, name="run-of-show-pdf"),
    path("screenings/<slug:slug>/register/", registrations.register, name="register"),
    path("screenings/<slug:slug>/register/sent/", registrations.sent, name="register-sent"),
    path("registrations/<registration:token>.ics", calendars.registration, name="registration-calendar"),
    path("registrations/<registration:token>/", registrations.registration, name="registration"),
    path("registrations/<registration:token>/confirm/", registrations.confirm, name="registration-confirm"),
    path("registrations/<registration:token>/give-back/", registrations.give_back, name="give-back"),
    path("registrations/<registration:token>/change/", registrations.change, name="registration-change"),
    path("registrations/<registration:token>/take/", registrations.take_offer, name="take-offer"),
    path("registrations/<registration:token>/leave/", registrations.leave_line, name="leave-line"),
    path("registrations/<registration:token>/again/<int:pk>/", registrations.make_up, name="make-up"),
    path("registrations/<registration:token>/forget/", registrations.forget, name="registration-forget"),
    path("calendars/", calendars.mine, name="calendars"),
    path("calendars/renew/", calendars.renew, name="calendar-renew"),
    path("calendars/close/", calendars.close, name="calendar-close"),
    path("calendars/<registration:token>.ics", calendars.personal, name="personal-calendar"),
    path("venues/<slug:slug>.ics", calendars.venue, name="venue-calendar"),
    path("venues/<slug:slug>/", public.venue, name="venue"),
    path("festivals/", festivals.listed, name="festivals"),
    path("festivals/new/", festivals.new, name="festival-new"),
    path("festivals/<int:pk>/", festivals.festival, name="festival"),
    path("festivals/<int:pk>/change/", festivals.change, name="festival-change"),
    path("festivals/<int:pk>/films/", festivals.film, name="festival-film"),
    path("festivals/<int:pk>/films/remove/", festivals.remove, name="festival-remove"),
    path("festivals/<int:pk>/pairs/", festivals.pair, name="festival-pair"),
    path("festivals/<int:pk>/plan/", festivals.plan, name="festival-plan"),
    path("festivals/<int:pk>/stop/", festivals.stop, name="festival-stop"),
    path("festivals/<int:pk>/pin/", festivals.pin, name="festival-pin"),
    path("festivals/<int:pk>/publish/", festivals.publish, name="festival-publish"),
    path("desk/", desk.home, name="desk"),
    path("desk/plans/new/", plans.new, name="plan-new"),
    path("desk/plans/territory/", territory.territory, name="plan-territory"),
    path("desk/plans/<int:pk>/", plans.plan, name="plan"),
    path("desk/plans/<int:pk>/take/", plans.take, name="plan-take"),
    path("desk/plans/<int:pk>/second/", holds.second, name="plan-second"),
    path("desk/plans/<int:pk>/cancel/", plans.cancel, name="plan-cancel"),
    path("desk/screenings/<slug:slug>/", desk.screening, name="desk-screening"),
    path("desk/screenings/<slug:slug>/door/", door.door, name="door"),
    path("desk/screenings/<slug:slug>/door/sync/", door.sync, name="door-sync"),
    path("desk/screenings/<slug:slug>/door/worker.js", door.worker, name="door-worker"),
    path("desk/screenings/<slug:slug>/turnout/", door.turnout, name="turnout"),
    path("desk/screenings/<slug:slug>/timetable/", timetables.timetable, name="timetable"),
    path("desk/screenings/<slug:slug>/timetable/undo/", timetables.undo, name="timetable-undo"),
    path("desk/screenings/<slug:slug>/hold/", holds.hold, name="hold"),
    path("desk/screenings/<slug:slug>/replan/", replans.replan, name="replan"),
    path("desk/screenings/<slug:slug>/publish/", desk.publish, name="publish"),
    path("desk/screenings/<slug:slug>/cancel/", desk.cancel, name="screening-cancel"),
    path("desk/showings/<int:pk>/move/", showings.move, name="showing-move"),
    path("desk/showings/<int:pk>/cancel/", showings.cancel, name="showing-cancel"),
]
