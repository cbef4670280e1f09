"""Reduces third-party style sheets, icons and fonts, installed by npm, to what the pages use."""
