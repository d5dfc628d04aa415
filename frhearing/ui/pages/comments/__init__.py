"""The Comments workspace: a list, the text, the tags, and the panes between them."""
