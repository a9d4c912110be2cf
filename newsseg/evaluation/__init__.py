"""Evaluation: found records beside expected ones, counted, scored and explained."""
