"""The office shows titles in Chinese and Japanese on a machine without fonts for them."""

from __future__ import annotations

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

from accounts.models import User

SHEET = "css/office.css"


def read(name: str) -> str:
    found = finders.find(name)
    assert isinstance(found, str)
    return Path(found).read_text()


def test_the_office_brings_a_font_for_chinese_and_japanese() -> None:
    sheet = read(SHEET)
    assert sheet.partition("*/")[2].lstrip().startswith('@import url("../vendor/noto-serif-sc/wght.css");')
    faces = read("vendor/noto-serif-sc/wght.css")
    for name in ("--font-family-primary", "--font-family-monospace"):
        [stack] = re.findall(rf"{name}:(.*?);", sheet, re.DOTALL)
        assert '"Noto Serif SC Variable"' in stack
    [family] = set(re.findall(r"font-family: '([^']+)'", faces))
    assert family == "Noto Serif SC Variable"
    assert all(
        finders.find(f"vendor/noto-serif-sc/{file}") for file in re.findall(r"url\(\./([^)]+)\)", faces)
    )


def test_pages_of_the_office_have_the_sheet(db: None, client: Client) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    for address in ("/admin/", "/admin/catalog/film/", "/admin/catalog/film/add/"):
        assert f'href="/static/{SHEET}"' in client.get(address).text
