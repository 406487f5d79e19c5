"""Settings, read from the environment; production refuses to start without what it needs."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("TIMEGIVEN_VAR", ROOT / "var"))


def _flag(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes"}


DEMONSTRATION = _flag("TIMEGIVEN_DEMONSTRATION")
TESTING = _flag("TIMEGIVEN_TESTING")
DEBUG = _flag("TIMEGIVEN_DEBUG")
PRODUCTION = not (DEMONSTRATION or TESTING or DEBUG)
BEHIND_PROXY = _flag("TIMEGIVEN_BEHIND_PROXY")  # ours: what it says about where a visitor comes from is believed


def _needed(name: str, what: str) -> str:
    """A secret of the environment; outside production one is made for this start of the process."""
    value = os.environ.get(name, "")
    if value or not PRODUCTION:
        return value
    raise ImproperlyConfigured(f"{name} is not set: {what}. See docs/deploy.md.")


def _kept_secret(name: str, what: str) -> str:
    """Outside production, a secret made once and kept in var/, so that web and worker share it."""
    if value := _needed(name, what):
        return value
    kept = VAR / f"{name.lower()}.txt"
    if not kept.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        with suppress(FileExistsError):  # of two processes that start together the second takes what the first made
            os.link(fresh, kept)
        fresh.unlink()
    return kept.read_text()


def _several(text: str) -> list[str]:
    """What is parted by commas, with or without blanks: a host with one before it would be found by nobody."""
    return [each.strip() for each in text.split(",")]


SECRET_KEY = _kept_secret("TIMEGIVEN_SECRET_KEY", "it signs the sessions; 50 random characters")
# Newest first: everything is written with the first key and read with whichever fits.
DATA_KEYS = _several(_kept_secret("TIMEGIVEN_DATA_KEYS", "they encrypt the sensitive fields; comma-separated"))
ALLOWED_HOSTS = _several(_needed("TIMEGIVEN_HOSTS", "the host names of the site, comma-separated"))
if not PRODUCTION:
    ALLOWED_HOSTS = [*filter(None, ALLOWED_HOSTS), "localhost", "127.0.0.1", "[::1]", "testserver"]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if PRODUCTION else []

SITE_NAME = os.environ.get("TIMEGIVEN_NAME", "Met Volunteer Programme")
SITE_OWNER = os.environ.get("TIMEGIVEN_OWNER", "Metropolitan Police Service")
SITE_ADDRESS = _needed("TIMEGIVEN_ADDRESS", "the site's address, for links in letters") or "http://localhost:8000"

INSTALLED_APPS = [
    "timegiven.kernel",
    "timegiven.ui",
    "timegiven.letters",
    "timegiven.audit",
    "timegiven.programme",
    "timegiven.people",
    "timegiven.hours",
    "timegiven.library",
    "timegiven.joining",
    "timegiven.training",
    "timegiven.placements",
    "timegiven.rota",
    "timegiven.attendance",
    "timegiven.expenses",
    "timegiven.concerns",
    "timegiven.engagement",
    "timegiven.insight",
    "timegiven.home",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

if DEMONSTRATION:  # outside it the chapter is not installed and its pages do not exist
    INSTALLED_APPS.insert(INSTALLED_APPS.index("django.contrib.auth"), "timegiven.demonstration")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "timegiven.home.middleware.SignInRequiredMiddleware",
    "timegiven.home.middleware.SignOutMiddleware",
    "timegiven.home.middleware.PauseMiddleware",
    "timegiven.home.middleware.StaffSignInMiddleware",
    "timegiven.home.middleware.DeskMiddleware",
    "timegiven.kernel.middleware.DeedsMiddleware",  # last: see its docstring
]

ROOT_URLCONF = "timegiven.site.urls"
WSGI_APPLICATION = "timegiven.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "timegiven.home.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS += ["django.forms"]


def _database(url: str) -> dict[str, object]:
    """DATABASE_URL alone chooses PostgreSQL; without it the embedded database serves one borough or a demonstration."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / "timegiven.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                    # Each thread has its own connection: what that keeps, or maps, counts once for each of them.
                    "PRAGMA cache_size=-4000;"
                ),
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or postgresql://.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        # kernel/prepared.py says which questions the server plans once for each connection.
        "OPTIONS": {"prepare_threshold": 1_000_000, **dict(parse_qsl(parts.query))},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""))}

CACHES = {
    # Rate limits, shared by all processes. So many at once, or the first knocks of a flood are forgotten for the last.
    "default": {
        "BACKEND": "timegiven.kernel.patience.Knocks",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "desks": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},  # each process its own
}

# How much waits stands on every page, and takes longer to count than most pages take to make: the tests of what waits,
# of every door and the journeys ask for it; those of single pages do without.
COUNT_IN_FRAME = not TESTING
DESK_SECONDS = 0 if TESTING else 60  # how old another person's deed may be before one's first page shows it

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
if TESTING:
    TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Time and language
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False  # one language: to ask which, for every value of a page, took a tenth of its time
USE_TZ = True

# Static files: ours, and those that set-up fetches into var/vendor
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
VENDOR = ROOT / "var" / "vendor"  # where set-up puts them, wherever the data are
TYPEFACES = ROOT / "var" / "typefaces"  # what documents are set in, made by set-up too
STATICFILES_DIRS = [("vendor", VENDOR)] if VENDOR.exists() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if not (TESTING or DEBUG)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING or DEBUG
MEDIA_ROOT = VAR / "files"  # outside the web root: files are served only through a page that checks

# Sign-in
AUTH_USER_MODEL = "people.Person"
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # addresses are unique whatever their capitals: a constraint on Lower(email)
    "models.W040",  # indexes that hold a column more are PostgreSQL's; SQLite makes do without
]
AUTHENTICATION_BACKENDS = ["timegiven.home.sign_in.SignIn"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:desk"
ACCOUNT_ADAPTER = "timegiven.home.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the private link that opens an application proves the address
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/5m/ip,5/5m/key"} if not TESTING else False
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)  # or all who cannot remember their password would count as one
ACCOUNT_FORMS = {
    "login": "timegiven.home.forms.Login",
    "reset_password": "timegiven.home.forms.ResetPassword",
    "reset_password_from_key": "timegiven.home.forms.ResetPasswordFromKey",
    "change_password": "timegiven.home.forms.ChangePassword",
    "set_password": "timegiven.home.forms.SetPassword",
    "reauthenticate": "timegiven.home.forms.SignInAgain",
}
MFA_FORMS = {
    "authenticate": "timegiven.home.forms.SecondFactor",
    "reauthenticate": "timegiven.home.forms.SecondFactorAgain",
    "activate_totp": "timegiven.home.forms.ActivateCodes",
}
MFA_ADAPTER = "timegiven.home.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an appointment opens the account, and the letter with the first password proves it
MFA_TOTP_ISSUER = SITE_NAME
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
# Staff appointments must sign in with a second factor; the demonstration's one-click cast is the only exception.
STAFF_NEED_SECOND_FACTOR = PRODUCTION or _flag("TIMEGIVEN_SECOND_FACTOR")

# Sessions and cookies
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "timegiven_session"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "timegiven_csrf"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "timegiven.site.views.csrf_failure"

# Headers
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_SSL_REDIRECT = PRODUCTION and not _flag("TIMEGIVEN_NO_SSL_REDIRECT")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE
FILE_UPLOAD_HANDLERS = ["timegiven.kernel.uploads.InMemory"]  # receipts never lie on a disk in clear

# Letters
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = _needed("TIMEGIVEN_MAIL_HOST", "the mail server that letters leave by")
EMAIL_PORT = int(os.environ.get("TIMEGIVEN_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("TIMEGIVEN_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("TIMEGIVEN_MAIL_PASSWORD", "")
EMAIL_USE_TLS = _flag("TIMEGIVEN_MAIL_TLS")
EMAIL_TIMEOUT = 20  # seconds that a mail server may take over each answer
DEFAULT_FROM_EMAIL = _needed("TIMEGIVEN_MAIL_FROM", "the address that letters come from") or "volunteers@example.org"
if not PRODUCTION:
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # a demonstration writes to nobody

# Text messages, for what changes on the day itself: the dotted name of a function of a number and a text
TEXT_SENDER = os.environ.get("TIMEGIVEN_TEXT_SENDER", "timegiven.letters.senders.nobody")
TEXT_GATEWAY = os.environ.get("TIMEGIVEN_TEXT_GATEWAY", "")
TEXT_GATEWAY_KEY = os.environ.get("TIMEGIVEN_TEXT_GATEWAY_KEY", "")
if not PRODUCTION:
    TEXT_SENDER = "timegiven.letters.senders.nobody"  # a demonstration writes to nobody

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "timegiven.site.logs.WithoutLinks",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
