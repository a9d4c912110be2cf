"""Advertisements, posters and notices to readers: their lines name no article."""

from __future__ import annotations

from newsseg.rules import Rules

LONGEST = 60  # characters of such a line


def is_advert(text: str, rules: Rules) -> bool:
    """Tell whether a line of display text is one of an advertisement: it holds words that no headline holds."""
    if len(text) > LONGEST:
        return False
    plain = "".join(text.split())
    return any(word in plain for word in rules.adverts)
