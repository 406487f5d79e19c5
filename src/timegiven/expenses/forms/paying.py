"""What Finance types in, and where somebody is paid."""

from collections.abc import Iterable

from timegiven.expenses import rules
from timegiven.expenses.models import Payment
from timegiven.kernel.refusals import NotAllowed, why_alone
from timegiven.kernel.words import pounds
from timegiven.ui import forms, tables


class BankDetails(forms.Form):
    name = forms.Text("Name on the account", missing="Enter the name on the account", max_length=80, autocomplete="off")
    sort_code = forms.Text(
        "Sort code",
        hint="6 digits, like 20-00-00",
        missing="Enter the sort code",
        max_length=12,
        width=5,
        inputmode="numeric",
        autocomplete="off",
    )
    number = forms.Text(
        "Account number",
        hint="8 digits. Put noughts in front of a shorter one.",
        missing="Enter the account number",
        max_length=12,
        width=10,
        inputmode="numeric",
        autocomplete="off",
    )

    def clean(self) -> dict[str, str]:
        """Each figure that is wrong is told beside its question, and both at once."""
        for name, read in (("sort_code", rules.sort_code), ("number", rules.bank_number)):
            if name in self.cleaned_data:
                try:
                    read(self.cleaned_data[name])
                except NotAllowed as refusal:
                    said = why_alone(refusal.reason, "We have not kept your bank details")
                    self.add_error(name, said[:1].upper() + said[1:].removesuffix("."))
        return self.cleaned_data


class Settle(forms.Form):
    paid = forms.Checkboxes(
        "Which were paid?",
        missing="Tick the payments that arrived. If none has, choose “Cancel”: nothing has been noted",
    )

    def __init__(self, *args: object, payments: Iterable[Payment], **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["paid"].choices = [
            (each.reference, f"{each.claim.volunteer.person.name}, {pounds(each.pence)}") for each in payments
        ]


class CameBack(forms.Form):
    why = forms.Text(
        "What did the bank say?",
        hint="For example, account closed. Never write bank details here.",
        missing="Write what the bank said",
        max_length=200,
    )


class ReadResults(forms.Form):
    sheet = forms.Attachment(
        "The sheet that came back",
        hint="A workbook (.xlsx) or comma-separated text (.csv), with the columns Payment and Outcome (paid or "
        "bounced), and if you like Amount and Why",
        accept=tables.KINDS,
        missing="Choose the sheet",
    )
