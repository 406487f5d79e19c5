from django.apps import AppConfig


class JoiningConfig(AppConfig):
    name = "timegiven.joining"
