from django.http import Http404, HttpRequest, HttpResponse


def new(request: HttpRequest) -> HttpResponse:
    raise Http404


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404


def take(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404


def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404
