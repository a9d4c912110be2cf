"""newsseg: the plain text of a Chinese newspaper page in, one record per article out."""
