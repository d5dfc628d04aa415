"""Word documents (DOCX, and their templates and macro kinds)."""
