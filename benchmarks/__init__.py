"""How right and how fast newsseg is: composed pages, scores, the trivial baseline."""
