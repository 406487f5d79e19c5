from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "timegiven.kernel"
