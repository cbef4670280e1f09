from django.http import Http404, HttpRequest, HttpResponse


def to_come(request: HttpRequest, **words: object) -> HttpResponse:
    raise Http404
