"""A message to the room: shown on the public screen in place of the podium until it is taken away."""

from PySide6.QtWidgets import QWidget

from frhearing.ui.dialogs.form_dialog import FormDialog, line_field, words_of
from frhearing.ui.hall.display import HallDisplay
from frhearing.ui.widgets import label


class MessageForm(FormDialog):
    """Enter shows it; an empty line, or Remove, gives the podium back."""

    def __init__(self, hall: HallDisplay, window: QWidget) -> None:
        super().__init__(window, "Message to the room", width=520)
        self._hall = hall
        self.line = line_field("Message", hall.message, "Everyone in the room reads this. Keep it short.")
        self.body.addWidget(self.line)
        if not hall.on:
            self.body.addWidget(label("The public screen is off: F11 switches it on.", "caption"))
        self.save_button.set_text("Show")
        self.remove_button.set_text("Take away")
        self.remove_button.setVisible(bool(hall.message))
        self.remove_button.clicked.connect(self._take_away)
        self.add_buttons()

    def accept(self) -> None:
        """Show the message."""
        self._hall.say(words_of(self.line))
        super().accept()

    def _take_away(self) -> None:
        self._hall.say("")
        super().accept()
