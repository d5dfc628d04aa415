"""Sizes that follow the text size: margins, gaps, fixed sizes and icons are kept as design pixels.

Each is written down beside the widget or layout as a dynamic property when it is set, so that
``restyle(window)`` can set all of them anew after the theme has changed.
"""

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QLayout, QWidget

from frhearing.ui.theme.icons import icon, pixmap
from frhearing.ui.theme.theme import theme

_MARGINS, _GAP, _SPACERS, _SIZE, _ICON = "fr_margins", "fr_gap", "fr_spacers", "fr_size", "fr_icon"
_SETTERS = ("setMinimumWidth", "setMaximumWidth", "setMinimumHeight", "setMaximumHeight")


def set_spacing(layout: QLayout, margins: tuple[int, int, int, int], gap: int) -> None:
    """Set a layout's margins (left, top, right, bottom) and gap in design pixels."""
    layout.setProperty(_MARGINS, list(margins))
    layout.setProperty(_GAP, gap)
    _space(layout)


def add_space(layout: QBoxLayout, pixels: int) -> None:
    """Add a fixed space of design pixels to a row or column."""
    kept = layout.property(_SPACERS) or []
    layout.setProperty(_SPACERS, [*kept, layout.count(), pixels])
    layout.addSpacing(theme.px(pixels))


def set_size(
    widget: QWidget,
    *,
    width: int | None = None,
    height: int | None = None,
    min_width: int | None = None,
    max_width: int | None = None,
    min_height: int | None = None,
    max_height: int | None = None,
) -> None:
    """Fix or limit a widget's size in design pixels; what is left out stays free."""
    limits = (
        width if width is not None else min_width,
        width if width is not None else max_width,
        height if height is not None else min_height,
        height if height is not None else max_height,
    )
    kept = widget.property(_SIZE) or [-1, -1, -1, -1]
    widget.setProperty(_SIZE, [old if new is None else new for old, new in zip(kept, limits, strict=True)])
    _size(widget)


def set_icon(
    target: QAbstractButton | QLabel, name: str, token: str = "text2", size: int = 18, checked: str = ""
) -> None:
    """Show an icon on a button or as a label, in the colour of a token; see ``icon``."""
    target.setProperty(_ICON, [name, token, size, checked])
    _icon(target)


def restyle(root: QObject) -> None:
    """Set all kept sizes and icons below ``root`` anew, after the theme has changed."""
    for layout in root.findChildren(QLayout):
        _space(layout)
    widgets = root.findChildren(QWidget)
    if isinstance(root, QWidget):
        widgets.append(root)
    for widget in widgets:
        _size(widget)
        if isinstance(widget, QAbstractButton | QLabel):
            _icon(widget)
        widget.updateGeometry()


def _space(layout: QLayout) -> None:
    margins = layout.property(_MARGINS)
    if margins is None:
        return
    left, top, right, bottom = (theme.px(side) for side in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(theme.px(layout.property(_GAP)))
    spacers = layout.property(_SPACERS) or []
    for index, pixels in zip(spacers[::2], spacers[1::2], strict=True):
        item = layout.itemAt(index)
        spacer = item.spacerItem() if item else None
        if spacer is not None and isinstance(layout, QBoxLayout):
            across = layout.direction() in (
                QBoxLayout.Direction.LeftToRight,
                QBoxLayout.Direction.RightToLeft,
            )
            scaled = theme.px(pixels)
            spacer.changeSize(scaled if across else 0, 0 if across else scaled)
    layout.invalidate()


def _size(widget: QWidget) -> None:
    for setter, pixels in zip(_SETTERS, widget.property(_SIZE) or (), strict=False):
        if pixels >= 0:
            getattr(widget, setter)(theme.px(pixels))


def _icon(target: QAbstractButton | QLabel) -> None:
    kept = target.property(_ICON)
    if kept is None:
        return
    name, token, size, checked = kept
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(name, token, size))
        target.setFixedSize(theme.px(size), theme.px(size))
    else:
        target.setIcon(icon(name, token, size, checked))
        target.setIconSize(QSize(theme.px(size), theme.px(size)))
