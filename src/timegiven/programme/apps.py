from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ProgrammeConfig(AppConfig):
    name = "timegiven.programme"

    def ready(self) -> None:
        """Enter every chapter's numbers in the handbook, so that its page shows them all from the first request."""
        autodiscover_modules("policies")
