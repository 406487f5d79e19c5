"""What is typed in: whom the visitor would like to be, and whose letters they look for."""

from django import forms

from timegiven.demonstration.cast import PLAYERS
from timegiven.ui.forms import Form, Text


class SignIn(Form):
    """One click: the person's code comes with the button."""

    code = forms.ChoiceField(choices=[(code, player.name) for code, player in PLAYERS.items() if player.signs_in])


class Find(Form):
    """The filter of the letters."""

    to = Text("Name or e-mail address", required=False)
