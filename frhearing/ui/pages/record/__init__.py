"""Record: how far the record has come, its backups, its exports, its soundness, its audit log."""

from frhearing.ui.pages.record.page import RecordPage

__all__ = ["RecordPage"]
