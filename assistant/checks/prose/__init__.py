"""Rules on prose against tables: 文表一致, and figures without a source."""
