"""The check digits of an International Standard Book Number (ISO 2108)."""


def is_isbn(text: str) -> bool:
    """Whether text is an ISBN of 10 or 13 characters, without hyphens, with the right check digit."""
    digits = text.replace("-", "")
    if len(digits) == 13 and digits.isascii() and digits.isdigit():
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    if len(digits) == 10 and digits.isascii() and digits[:9].isdigit() and digits[9] in "0123456789X":
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum((10 - place) * value for place, value in enumerate(values)) % 11 == 0
    return False
