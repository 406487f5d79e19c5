from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "timegiven.insight"
