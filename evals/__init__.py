"""Scores the claims engine on labelled passages. Not part of what ships."""
