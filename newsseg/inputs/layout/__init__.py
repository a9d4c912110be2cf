"""Layout: from characters with places to a page's text in reading order."""
