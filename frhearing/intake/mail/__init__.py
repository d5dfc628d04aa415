"""E-mail of every make into letters: one message, a mailbox of them, Outlook's own files."""
