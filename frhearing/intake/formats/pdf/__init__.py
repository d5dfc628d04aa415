"""PDF documents: the words of pages and forms, what is written on them, pages that are only pictures."""
