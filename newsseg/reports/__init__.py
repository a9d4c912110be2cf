"""Reports: what is counted and listed over records: people, contents, keywords; and the tables that show it."""
