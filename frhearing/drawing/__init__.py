"""Pictures as plain data: what a chart looks like, without a window and without a page."""
