"""The sections of the summary, a few to a file: each turns facts into a part of the document, or into nothing."""
