"""Inputs: files, folders and standard input opened, recognised and decoded; PDF and XML put in reading order."""
