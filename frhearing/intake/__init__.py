"""What a file says: readers of other people's formats, and the mapping of their words to ours."""
