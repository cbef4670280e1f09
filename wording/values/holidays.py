"""What a public holiday is called, in the reader's language where the `holidays` library has it. Pure: no Django."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

ENGLISH = "en"


@lru_cache(maxsize=512)
def holiday_name(country: str, day: date, language: str = ENGLISH) -> str:
    """Of a day in a country (ISO 3166-1 alpha-2), in the language of a BCP 47 tag, else in English, else as the country itself says it;
    empty on any other day, and where nobody has listed the country's."""
    import holidays

    try:
        known = holidays.country_holidays(country, years=day.year)
        for wanted in (language.split("-", maxsplit=1)[0].lower(), ENGLISH):
            spoken = next((each for each in known.supported_languages if each.split("_")[0] == wanted), None)
            if spoken:
                known = holidays.country_holidays(country, years=day.year, language=spoken)
                break
    except NotImplementedError:
        return ""
    return str(known.get(day) or "")
