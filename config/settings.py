"""Django settings, driven by the environment (see environment.py): development unless LONGTAKE_ENV=production."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import django_stubs_ext
import pghistory
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

from config.environment import ROOT, read_environment

django_stubs_ext.monkeypatch()  # so that ModelAdmin[Film] means at run time what it means to mypy
environment = read_environment()
site = urlsplit(environment.site_url)
mail = urlsplit(environment.email_url)

# --- The site -----------------------------------------------------------------------------------------------------
BASE_DIR = ROOT
DEBUG = (
    not environment.is_production and not environment.demo
)  # a demonstration shows the house as visitors see it
SECRET_KEY = environment.secret_key.get_secret_value()
ALLOWED_HOSTS = environment.hosts
SITE_URL = environment.site_url.rstrip("/")
ADMIN_PATH = environment.admin_path.strip("/")
DISTRIBUTOR = environment.distributor
DEMO = environment.demo
DATA_DIR = environment.data_dir
SIGNING_KEY = environment.signing_key.get_secret_value() if environment.signing_key else None
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
SITE_ID = 1

INSTALLED_APPS = [
    "accounts",
    "catalog",
    "licensing",
    "screenings",
    "reminders",
    "office",
    *(["demo"] if DEMO else []),
    "pghistory.admin",  # before the admin: its templates add the audit trail to every page of a row
    "office.admin_app.OfficeAdminConfig",  # Django's admin, on our site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "djmoney",
    "import_export",
    "payments",
    "pghistory",
    "pgtrigger",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "accounts.middleware.TimeZoneMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context.site",
            ],
        },
    },
    {  # mails are Markdown, not HTML: nothing is escaped here, and messages.py lets no HTML through
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "mail",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {"autoescape": False},
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Data ---------------------------------------------------------------------------------------------------------


def _database() -> dict[str, Any]:
    """Django's words for a libpq URI (https://www.postgresql.org/docs/current/libpq-connect.html)."""
    given = conninfo_to_dict(environment.database_url)
    named = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    rest = {key: value for key, value in given.items() if key not in named.values()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{ours: str(given.get(theirs, "")) for ours, theirs in named.items()},
        "OPTIONS": {**rest, "pool": {"min_size": 0, "max_size": 8, "timeout": 3}},
        "CONN_HEALTH_CHECKS": False,
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": environment.redis_url,
        "KEY_PREFIX": "longtake",
    }
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": environment.files_dir / "private", "base_url": "/uploads/"},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if environment.is_production
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = environment.files_dir / "public"
MEDIA_URL = "media/"
SERVES_MEDIA = not environment.is_production
STATIC_URL = "static/"
STATIC_ROOT = ROOT / "staticfiles"
NODE = ROOT / "node_modules"
STATICFILES_DIRS: list[Any] = [
    ROOT / "static",
    ("vendor/bootstrap", NODE / "bootstrap" / "dist" / "css"),
    ("vendor/bootstrap-icons", NODE / "bootstrap-icons" / "font"),
    ("vendor/htmx", NODE / "htmx.org" / "dist"),
    ("vendor/noto-serif", NODE / "@fontsource-variable" / "noto-serif"),
    ("vendor/noto-serif-sc", NODE / "@fontsource-variable" / "noto-serif-sc"),
    ("vendor/source-sans", NODE / "@fontsource-variable" / "source-sans-3"),
]
WHITENOISE_USE_FINDERS = not environment.is_production
PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_CLASS = "office.audit.AuditAdmin"
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())

# --- People -------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:home"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupDetails"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = site.scheme
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Longtake"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
STAFF_NEED_SECOND_FACTOR = environment.is_production

# --- Words and times ----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese")), ("fr", _("French"))]
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = environment.time_zone

# --- Money --------------------------------------------------------------------------------------------------------
DEFAULT_CURRENCY = "USD"
CURRENCIES = ("USD", "EUR", "GBP", "CAD")
PAYMENT_MODEL = "licensing.CardPayment"
PAYMENT_HOST = site.netloc
PAYMENT_USES_SSL = site.scheme == "https"
PAYMENT_VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {}
if environment.stripe_secret_key and environment.stripe_endpoint_secret:
    PAYMENT_VARIANTS["card"] = (
        "payments.stripe.StripeProviderV3",
        {
            "api_key": environment.stripe_secret_key.get_secret_value(),
            "endpoint_secret": environment.stripe_endpoint_secret.get_secret_value(),
            "use_token": True,
        },
    )
elif not environment.is_production:
    PAYMENT_VARIANTS["card"] = ("payments.dummy.DummyProvider", {})

# --- Mail and background work --------------------------------------------------------------------------------------
MAILERS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": mail.hostname or "127.0.0.1",
            "port": mail.port or 25,
            "username": mail.username or "",
            "password": mail.password or "",
            "use_tls": mail.scheme == "smtp+tls",
            "use_ssl": mail.scheme == "smtps",
            "timeout": 10,
        },
    }
}
DEFAULT_FROM_EMAIL = environment.from_email
SERVER_EMAIL = environment.from_email

CELERY_BROKER_URL = environment.redis_url
CELERY_TASK_IGNORE_RESULT = True  # answers live in the database, never in the broker
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = "UTC"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ROUTES = {"screenings.tasks.plan": {"queue": "planning"}}
REMINDER_POLL_SECONDS = 2 if DEMO else 20
CELERY_BEAT_SCHEDULE = {
    "deliver due reminders": {
        "task": "reminders.tasks.deliver_due",
        "schedule": REMINDER_POLL_SECONDS,
        "options": {"expires": REMINDER_POLL_SECONDS},
    },
    "send forgotten plan requests": {"task": "screenings.tasks.send_forgotten_plans", "schedule": 60},
    "recover stuck reminders": {"task": "reminders.tasks.recover_stuck", "schedule": 60},
    "send forgotten plans": {"task": "screenings.tasks.send_forgotten_plans", "schedule": 60},
}

# --- Safety -------------------------------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF, "https://checkout.stripe.com"],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
if environment.is_production:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO" if environment.is_production else "WARNING"},
}
SILENCED_SYSTEM_CHECKS = [
    "auth.W004"
]  # the address is unique without regard to case, by a constraint on lower(email)
