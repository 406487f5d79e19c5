"""The site as it is served, with the addresses of benchmarks/urls.py beside its own."""

from django.core.handlers.wsgi import WSGIHandler

from benchmarks import setting

assert setting
application = WSGIHandler()
