from django.http import Http404, HttpRequest, HttpResponse


def programme(request: HttpRequest) -> HttpResponse:
    raise Http404


def screening(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


def venue(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404
