"""Every address of the programme, everybody who may knock there, and what each of them finds."""
