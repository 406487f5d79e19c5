from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "timegiven.audit"
