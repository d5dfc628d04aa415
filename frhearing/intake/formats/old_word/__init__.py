"""Word documents from 1997 to 2003 (DOC)."""
