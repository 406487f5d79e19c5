from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "timegiven.demonstration"
