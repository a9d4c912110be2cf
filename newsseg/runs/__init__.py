"""Runs: many pages, in order, in one process, on many cores or many machines; broken off and taken up again."""
