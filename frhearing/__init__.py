"""The desk of a council clerk at a public hearing: record comments, tag positions, print the summary."""

from typing import Final

__version__: Final = "0.1.0"
