"""Show: articles and painted pages for the eyes of people, on a terminal and in a browser."""
