from django.http import Http404, HttpRequest, HttpResponse


def screening(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


def registration(request: HttpRequest, token: str) -> HttpResponse:
    raise Http404


def venue(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404
