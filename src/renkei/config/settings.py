"""Django's settings. What may be changed from outside is listed in ``renkei.config.env``."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from renkei.config import env
from renkei.config.secret import secret_key

PACKAGE_DIR = Path(__file__).resolve().parent.parent
RENKEI_HOME = env.home()
RENKEI_FILES = RENKEI_HOME / "files"

DEBUG = env.flag("RENKEI_DEBUG")
SECRET_KEY = secret_key(RENKEI_HOME)
ALLOWED_HOSTS = env.words("RENKEI_HOSTS")
HTTPS = env.flag("RENKEI_HTTPS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "simple_history",
    "rules.apps.AutodiscoverRulesConfig",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "renkei.apps.search",
    "renkei.apps.audit",
    "renkei.apps.accounts",
    "renkei.apps.notices",
    "renkei.apps.documents",
    "renkei.apps.checking",
    "renkei.apps.register",
    "renkei.apps.planning",
    "renkei.apps.evaluation",
    "renkei.apps.counting",
    "renkei.apps.cycle",
    "renkei.apps.returned",
    "renkei.apps.projects",
    "renkei.apps.committee",
    "renkei.apps.calendar",
    "renkei.apps.coordination",
    "renkei.web",
    "renkei.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "renkei.config.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "renkei.config.urls"
WSGI_APPLICATION = "renkei.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE_DIR / "web" / "templates"],  # before allauth's own pages
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- database ---
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": RENKEI_HOME / "renkei.sqlite3",
    "OPTIONS": {
        # writers queue instead of failing with "database is locked"; readers never wait
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    },
}


def _postgresql(url: str) -> dict[str, Any]:
    if not url.startswith(("postgres://", "postgresql://")):  # environ would only warn
        raise ValueError(url)
    parsed: dict[str, Any] = environ.Env.db_url_config(url)
    return parsed | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


DATABASES: dict[str, dict[str, Any]] = {
    "default": env.checked("DATABASE_URL", _postgresql, "postgres://user:password@host:port/name")
    if env.text("DATABASE_URL")
    else _SQLITE
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- sign-in: an administrator makes accounts, nobody signs up ---
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "renkei.apps.accounts.adapter.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True  # as long as SESSION_COOKIE_AGE, nobody chooses
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Renkei"

# --- mail and background work: no mail without a server; work waits in the database ---
EMAIL_HOST = env.text("RENKEI_MAIL_HOST")
EMAIL_PORT = env.whole("RENKEI_MAIL_PORT", 1, 65535)
EMAIL_HOST_USER = env.text("RENKEI_MAIL_USER")
EMAIL_HOST_PASSWORD = env.text("RENKEI_MAIL_PASSWORD")
_MAIL_SECURITY = env.one_of("RENKEI_MAIL_SECURITY", ("none", "starttls", "tls"))
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL_SECURITY == "starttls", _MAIL_SECURITY == "tls"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env.text("RENKEI_MAIL_FROM")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
RENKEI_ADDRESS = env.text("RENKEI_ADDRESS")
_MARKINGS = ("public", "internal", "restricted")
RENKEI_MAIL_MARKING = _MARKINGS.index(env.one_of("RENKEI_MAIL_MARKING", _MARKINGS))
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- language: Japanese unless somebody chose otherwise ---
LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", _("Japanese")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "renkei_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.checked("RENKEI_TIME_ZONE", lambda name: ZoneInfo(name).key, "Asia/Tokyo")

# --- static files: served from the packages themselves, nothing to collect ---
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600

# --- security ---
CSRF_FAILURE_VIEW = "renkei.web.errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the QR code of the second factor is a data: image
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
RENKEI_UPLOAD_BYTES = env.whole("RENKEI_UPLOAD_MB", 1, 4096) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- history: every version is made by a service, with its actor ---
SIMPLE_HISTORY_ENABLED = True
NINJA_PAGINATION_MAX_LIMIT = 500

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
