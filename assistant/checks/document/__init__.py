"""Rules on the document: title, signature, date, who may fill in what, units."""
