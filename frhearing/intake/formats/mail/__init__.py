"""E-mail: messages, mailboxes, Outlook's own files; the sender's own words told from those quoted."""
