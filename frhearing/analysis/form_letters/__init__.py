"""Finds letters that many people sent alike, and what each sender added (4-store.md, "Form letters").

What it finds is a suggestion: the clerk confirms, and no copy is ever left out of the record.
"""

METHOD = "form letters 2: 3-word shingles, 64 minhashes in 16 x 4 bands, alike from 0.6, template 0.5, joined 0.7/0.9"
"""Names the method and its version in the log; it changes whenever another grouping could come out."""
