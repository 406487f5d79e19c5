"""What is typed in about expenses."""

from timegiven.expenses.models import Claim
from timegiven.ui import forms


class ClaimMeal(forms.Form):
    receipt_pence = forms.Pence(
        "How much did you pay?",
        hint="The whole amount on the receipt, for example £2.85",
        missing="Enter what you paid",
    )
    receipt = forms.Attachment(
        "A photo or PDF of the receipt",
        hint="A phone offers its camera. JPG, PNG or PDF, up to 5 MB",
        missing="Add a photo or PDF of the receipt",
    )


class SendAgain(forms.Form):
    answer = forms.LongText("Your answer", rows=4, missing="Write an answer to the question")
    receipt_pence = forms.Pence("Another amount, if the first was wrong", required=False)
    receipt = forms.Attachment("A better picture of the receipt, if that was asked for", required=False)


class Approve(forms.Form):
    pass


class Ask(forms.Form):
    question = forms.LongText(
        "What would you like to know?",
        rows=4,
        hint="The volunteer reads this in a letter, so write it as you would say it",
        missing="Write your question",
    )


class Refuse(forms.Form):
    reason = forms.LongText(
        "Why can this not be paid back?",
        rows=4,
        hint="The volunteer reads this in a letter, so write it as you would say it",
        missing="Write the reason",
    )


class Filter(forms.Form):
    words = forms.Text("Name or reference", required=False)
    status = forms.Radios("Status", choices=[("", "All"), *Claim.Status.choices], required=False)
