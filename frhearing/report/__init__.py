"""What stands on the page: facts of a hearing become a document, the document becomes a file."""
