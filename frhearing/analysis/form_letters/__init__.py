"""Finds letters that many people sent alike, and what each sender added (4-store.md, "Form letters").

What it finds is a suggestion: the clerk confirms, and no copy is ever left out of the record.
"""

METHOD = "form letters 2: 3-word shingles, 64 minhashes in 16 x 4 bands, 5 from 0.6 or 3 from 0.85, templates 0.5"
"""Names the method and its version in the log; it changes whenever another grouping could come out."""
