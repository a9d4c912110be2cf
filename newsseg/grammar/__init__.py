"""Grammar: what the words of a page say by themselves: by-lines and their credits, captions, folio and jump lines.

Each module reads a text that it is given; none knows the page around it.
"""
