"""Rebuilds the figures that the tagger is shipped with, from a corpus of papers."""
