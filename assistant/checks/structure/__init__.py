"""Rules on structure: sections, tables and cells as the official form wants them."""
