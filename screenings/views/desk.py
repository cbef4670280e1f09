from django.http import Http404, HttpRequest, HttpResponse


def home(request: HttpRequest) -> HttpResponse:
    raise Http404


def screening(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


def publish(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


def run_of_show(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404
