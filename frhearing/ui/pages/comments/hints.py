"""The key line of the Comments page: what works while one writes, reads and tags, or has nothing to read yet."""

from collections.abc import Sequence

from frhearing.ui.actions import Commands, KeyHint


def key_hints(commands: Commands, *, writing: bool, empty: bool) -> Sequence[KeyHint]:
    """Give the keys for an editor that is open, for a hearing without comments, or for tagging."""
    if writing:
        return (KeyHint("Ctrl+Enter", "save"), KeyHint("Esc", "keep as draft"))
    if empty:
        write = KeyHint("Ctrl+N", "write a comment")
        return (*commands.hints(["import"]), write, *commands.hints(["paste", "palette"]))
    group, quote, save, find, undo = commands.hints(["group", "quote", "save_next", "find_list", "undo"])
    position, themes = KeyHint("S O M N", "position"), KeyHint("1–9", "theme")
    return (position, themes, group, quote, save, KeyHint("J K", "move"), find, undo)
