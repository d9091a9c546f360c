"""Rules on wording: years, names, left-over marks, punctuation, set phrases."""
