"""Mail templates: what a value can never become, and what is refused in a template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import get_template
from pytest_django import Settings

from reminders.writing.plain import plain
from reminders.writing.rendering import render


@pytest.fixture
def write(settings: Settings, tmp_path: Path) -> Any:
    """Renders a template that is written for the test: subject, text, HTML."""
    mail = {**settings.TEMPLATES[1], "DIRS": [tmp_path]}
    settings.TEMPLATES = [settings.TEMPLATES[0], mail]

    def written(source: str, **context: Any) -> tuple[str, str, str]:
        (tmp_path / "mail.md").write_text(source, encoding="utf-8")
        return render(get_template("mail.md", using="mail"), context)

    return written


def test_a_value_is_text_in_subject_text_and_html(write: Any) -> None:
    subject, text, html = write("To {{ name }}\n\nDear *{{ name }}*,", name="# <b>\n&amp; _A_")
    assert subject == "To # <b> &amp; _A_"
    assert text == "Dear *# <b> &amp; _A_*,\n"
    assert html == "<p>Dear <em># &lt;b&gt; &amp;amp; _A_</em>,</p>\n"


@pytest.mark.parametrize(
    "source",
    [
        "S\n\n{{ name|safe }}",
        "S\n\n{% load i18n %}{% blocktranslate %}{{ name }}{% endblocktranslate %}",
        "S\n\n{% load i18n %}{% blocktranslate with n=name %}{{ n }}{% endblocktranslate %}",
        "S\n\n{% load i18n %}{% blocktranslate count c=count %}{{ name }}{% plural %}{{ c }} {{ name }}{% endblocktranslate %}",
        "S\n\n{% with n=name %}{% if n %}{{ n|upper|lower }}{% endif %}{% endwith %}",
        "S\n\n{% for n in names %}{{ n }}{% endfor %}",
    ],
)
def test_no_way_of_printing_a_value_makes_markup_of_it(source: str, write: Any) -> None:
    value = "# a\n\n<b> *c*"
    _, text, html = write(source, name=value, names=[value], count=1)
    assert text == "# a <b> *c*\n"
    assert html == "<p># a &lt;b&gt; *c*</p>\n"


@pytest.mark.parametrize(
    "tag",
    [
        "{% autoescape off %}{{ name }}{% endautoescape %}",
        "{% filter safe %}{{ name }}{% endfilter %}",
        "{% firstof name %}",
        "{% include name %}",
        "{% cycle name name %}",
        "{% load i18n %}{% translate name %}",
        "{% load i18n %}{% blocktranslate asvar x %}{{ name }}{% endblocktranslate %}",
        "{% load screening_tags %}{% at_venue name name %}",
    ],
)
def test_a_tag_that_could_pass_by_the_engine_is_refused(tag: str, write: Any) -> None:
    with pytest.raises(TemplateSyntaxError, match="mail"):
        write(f"S\n\n{tag}", name="x")


def test_our_own_link_is_written_out_in_both_parts(write: Any) -> None:
    _, text, html = write("S\n\n{{ path|link }}", path="/films/a/?b=1&c=2")
    assert text == "<http://127.0.0.1:8000/films/a/?b=1&c=2>\n"
    address = "http://127.0.0.1:8000/films/a/?b=1&amp;c=2"
    assert html == f'<p><a href="{address}">{address}</a></p>\n'


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "http://127.0.0.1:8000.evil.example/",
        "/a b",
        "/a>\n# b",
        "http://127.0.0.1:8000/\n",
    ],
)
def test_nobody_elses_link_is_written(address: str, write: Any) -> None:
    with pytest.raises(ValueError, match="only to our own pages"):
        write("S\n\n{{ address|link }}", address=address)


def test_lines_are_kept_where_the_template_says_so(write: Any) -> None:
    _, text, html = write("S\n\n{{ address|lines }}", address="12 rue *X*\r\n\r\n# Paris")
    assert text == "12 rue *X*\n# Paris\n"
    assert html == "<p>12 rue *X*<br>\n# Paris</p>\n"


def test_columns_are_code_in_which_nothing_is_markdown(write: Any) -> None:
    _, text, html = write("S\n\n{{ reel|columns }}\n\nAfter", reel="A  *b*\n# c\n\n</code> d")
    assert text == "    A  *b*\n    # c\n    \n    </code> d\n\nAfter\n"
    assert html == "<pre><code>A  *b*\n# c\n\n&lt;/code&gt; d\n</code></pre>\n<p>After</p>\n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("A\r\n\t B\u2028C\x85D\x0bE", "A B C D E"),
        ("https://evil.example/a", "https: //evil. example/a"),
        ("www.evil.com", "www. evil. com"),
        ("a@evil.example", "a@evil. example"),
        ("evil。com evil．com", "evil。 com evil． com"),
        ("MAILTO:a@b", "MAILTO: a@b"),
        ("ev\u200dil\u2060.c\u00adom", "evil. com"),
        ("\u202egnp.exe", "gnp. exe"),
        ("\ue0000\ue001", "0"),
        ("J.R.R. Tolkien, R.M.N., 3.14, 12:30", "J.R.R. Tolkien, R.M.N., 3.14, 12:30"),
        ("St. Olaf College", "St. Olaf College"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("铁西区：工厂", "铁西区：工厂"),
    ],
)
def test_plain_is_visible_on_one_line_and_no_link(typed: str, shown: str) -> None:
    assert plain(typed) == shown


def test_plain_puts_a_space_for_every_control_character() -> None:
    assert plain("a\x00b\x07c\x7fd\x9fe") == "a b c d e"
