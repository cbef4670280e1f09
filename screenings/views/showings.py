from django.http import Http404, HttpRequest, HttpResponse


def move(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404


def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404
