"""Django settings, driven by the environment (see environment.py): development unless LONGTAKE_ENV=production."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

import django_stubs_ext
import pghistory
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from config.database import databases
from config.environment import ROOT, read_environment
from config.faults import MAIL_PORTS
from config.hosts.sentinel import broker_of, limits_of
from config.observability.logs import guid_settings, logging_settings, report_errors_to
from config.schedule import periodic_tasks

django_stubs_ext.monkeypatch()  # so that ModelAdmin[Film] means at run time what it means to mypy
environment = read_environment()
site = urlsplit(environment.site_url)
mail = urlsplit(environment.email_url)

# --- The site -----------------------------------------------------------------------------------------------------
BASE_DIR = ROOT
# Only `manage.py runserver` shows debugging pages; the demonstration does not use it.
DEBUG = environment.process == "runserver" and not environment.is_production and not environment.demo
SECRET_KEY = environment.secret_key.get_secret_value()
ALLOWED_HOSTS = environment.hosts
SITE_URL = environment.site_url.rstrip("/")
ADMIN_PATH = environment.admin_path.strip("/")
DISTRIBUTOR = environment.distributor
CONTACT_EMAIL = environment.office_email
POSTAL_ADDRESS = environment.postal_address
PHONE = environment.phone
DEMO = environment.demo
DATA_DIR = environment.data_dir
THREADS = environment.threads
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
    "operations",
    "office",
    "revisions",
    *(["demo"] if DEMO else []),
    "pghistory.admin",  # before the admin: its templates add the audit trail to the page of every row
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
    "pghistory",
    "pgtrigger",
    *(["django_guid"] if environment.log == "json" else []),
    "config.entry.StartedConfig",  # the last
]

MIDDLEWARE = [
    "config.web.health.HealthMiddleware",
    *(["django_guid.middleware.guid_middleware"] if environment.log == "json" else []),
    "operations.metrics.MetricsMiddleware",
    "config.hosts.replica.ReplicaMiddleware",  # before whatever reads the database
    "config.web.overload.WaitedTooLongMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "config.web.middleware.PageHeadersMiddleware",
    "config.web.middleware.BoundedBodyMiddleware",  # before anything that reads the body
    "config.web.middleware.ReadableRequestMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "revisions.middleware.KeptPagesMiddleware",  # after what checks a request, before what knows persons
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "catalog.serving.too_slow.TooSlowMiddleware",
    "catalog.serving.withdrawn.WithdrawnMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "accounts.middleware.TimeZoneMiddleware",
    "config.hosts.reports.ReportsMiddleware",  # the innermost, so that only the view and its template read the replica
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
                "office.context.site",
            ],
        },
    },
    {  # mails are Markdown, in which every value is text (reminders/writing/templating.py)
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "mail",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "loaders": ["reminders.writing.templating.Loader"],
            "builtins": ["reminders.templatetags.mail"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Data ---------------------------------------------------------------------------------------------------------

DATABASES = databases(
    environment.database_url,
    environment.replica_url,
    process=environment.process,
    threads=environment.threads,
    pooler=environment.pooler,
)
POSTGRES_PROGRAMS = environment.postgres_programs
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "config.cache.ForgivingRedisCache",
        "LOCATION": environment.redis_url,
        "KEY_PREFIX": "longtake",
    }
}
# The demonstration serves its files as production does, gathered into a folder of its own.
GATHERS_STATIC = environment.is_production or environment.demo
KEEPS_PAGES = not DEBUG  # templates that are being written change under the pages
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": environment.files_dir / "private", "base_url": "/uploads/"},
    },
    "films": {  # what licensees download; licensing.delivery.files
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": environment.files_dir / "films"},
    },
    "staticfiles": {
        "BACKEND": "config.web.static.GatheredFiles"
        if GATHERS_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = environment.files_dir / "public"
MEDIA_URL = "media/"
SERVES_MEDIA = not environment.is_production
FILMS_GO_THROUGH_PROXY = environment.is_production  # deploy/nginx answers X-Accel-Redirect
STATIC_URL = "static/"
STATIC_ROOT = environment.files_dir / "static" if environment.demo else ROOT / "staticfiles"
NODE = ROOT / "node_modules"
DOCUMENT_FONTS = NODE / "@expo-google-fonts"
STATICFILES_DIRS: list[Any] = [
    ROOT / "static",
    ("made", ROOT / "made"),  # setup/assets
    ("vendor/htmx", NODE / "htmx.org" / "dist"),
    ("vendor/noto-serif", NODE / "@fontsource-variable" / "noto-serif"),
    ("vendor/noto-serif-sc", NODE / "@fontsource-variable" / "noto-serif-sc"),
    ("vendor/source-sans", NODE / "@fontsource-variable" / "source-sans-3"),
]
WHITENOISE_USE_FINDERS = not GATHERS_STATIC
WHITENOISE_MAX_AGE = (
    0 if DEBUG else 3600
)  # seconds, for a file without a hash in its name; with a hash, ten years
PGTRIGGER_MIGRATIONS = False  # their SQL stands in files beside the migrations (setup/triggers.py)
PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_CLASS = "office.site.audit.AuditAdmin"
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())

# --- People -------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.signed_in.AuthenticationBackend"]
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
ACCOUNT_FORMS = {"signup": "accounts.signing_up.SignupForm"}
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupDetails"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True  # twice; after that people sign up again
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # people are notified when their password or second factor changes
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = site.scheme
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Longtake"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
STAFF_NEED_SECOND_FACTOR = environment.is_production

# --- Limits -------------------------------------------------------------------------------------------------------
# How often one visitor (a signed-in person, or else an address) may do something. A whole school may share one address.
TRUSTED_PROXIES = environment.proxies
LIMITS_STORE = limits_of(environment.redis_url)
LIMITS = {
    "search": "120/minute",
    "record": "120/minute",
    "booklet": "20/hour",  # each takes a worker some seconds
    "record-list": "20/minute",  # each may be the whole catalogue
    "harvest": "120/minute",
    "poster": "60/minute",
    "certificate-check": "60/minute",
    "licence-ends": "60/minute",
    "report-link": "60/minute",
    "cart": "120/minute",
    "finder": "60/minute",
    "finder-note": "60/hour",
    "preview": "30/hour",
    "registration": "120/hour",
    "programme-pdf": "30/minute",
    "calendar": "60/minute",
    "registration-mail": "10/day",  # to one address, by one visitor, so that strangers cannot block anybody
    "subscription": "20/hour",
    "subscription-mail": "5/day",  # likewise
    "institution": "5/hour;10/day",
    "institution-step": "120/hour;400/day",
    "invitation": "20/hour;50/day",
    "checkout": "30/hour",
    "donation": "30/hour",
    # Questions to the planner, and not what its forms refuse. Each kind counts by itself: who tries wishes can still replan.
    "plan": "120/hour",
    "replan": "120/hour",
    "festival-plan": "120/hour",
    "sign-up-mail": "5/hour;10/day",  # likewise
    # To one address, whoever asks. Further letters are silently not sent: see accounts.adapter.
    "account-letter": "5/hour;10/day",
    "unknown-account-letter": "1/day",
}
ACCOUNT_RATE_LIMITS = {
    "confirm_email": "1/m/key",  # the key is the address: another code
    "login": "120/m/ip",
    "login_failed": "60/m/ip,10/5m/key",  # the key is address and account: accounts.adapter
    "signup": "60/m/ip",
    "reset_password": "20/m/ip",  # not by account, or strangers could use up its owner's limit; "account-letter" limits the mails
}

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
CURRENCIES = ("USD", "EUR", "GBP", "CAD", "JPY")
STRIPE_SECRET_KEY = environment.stripe_secret_key.get_secret_value() if environment.stripe_secret_key else ""
STRIPE_ENDPOINT_SECRET = (
    environment.stripe_endpoint_secret.get_secret_value() if environment.stripe_endpoint_secret else ""
)
STRIPE_API_BASE = "https://api.stripe.com"
STRIPE_TIMEOUT = 4.0  # seconds to connect, and to wait for the answer; the library tries twice
CARD_GATEWAY = "stripe" if STRIPE_SECRET_KEY and STRIPE_ENDPOINT_SECRET else "dummy"
if CARD_GATEWAY == "dummy" and environment.is_production:
    CARD_GATEWAY = ""  # no card payments: the dummy gateway would give licences for free

# --- Mail and background work --------------------------------------------------------------------------------------
MAIL_SERVER = {
    "host": mail.hostname or "127.0.0.1",
    "port": mail.port or MAIL_PORTS[mail.scheme],
    "username": unquote(mail.username or ""),
    "password": unquote(mail.password or ""),
    "use_tls": mail.scheme == "smtp+tls",
    "use_ssl": mail.scheme == "smtps",
}
MAILERS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {**MAIL_SERVER, "timeout": 10},
    },
    "outbox": {
        "BACKEND": "reminders.channels.email.smtp.PatientBackend",
        "OPTIONS": {**MAIL_SERVER, "timeout": 60},
    },
}
KEEP_REGISTRATIONS = timedelta(days=environment.keep_registrations_days)
FETCH_PRIVATE_ADDRESSES = environment.fetch_private_addresses
KEEP_MAILS = timedelta(days=environment.keep_mails_days)
RETURNS_SECRET = environment.returns_secret.get_secret_value() if environment.returns_secret else ""
OUTBOX_CONNECTIONS = environment.email_connections
DEFAULT_FROM_EMAIL = environment.from_email
SERVER_EMAIL = environment.from_email

CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = broker_of(
    environment.broker_url or environment.redis_url, waits=environment.process == "worker"
)
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker reconnects however long the broker was down
CELERY_BROKER_CHANNEL_ERROR_RETRY = True
CELERY_TASK_IGNORE_RESULT = True  # results are in the database, never in the broker
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_ANNOTATIONS = {  # soft limits, so that there is time to record the failure
    "screenings.tasks.plan": {"soft_time_limit": 270},
    "screenings.tasks.plan_festival": {"soft_time_limit": 270},
    "screenings.tasks.publish_festival": {"soft_time_limit": 270},
    "screenings.tasks.read_calendar": {"soft_time_limit": 90, "time_limit": 120},
    "catalog.tasks.work_on_import": {"soft_time_limit": 1740, "time_limit": 1800},  # all or nothing: one go
}
CELERY_TIMEZONE = "UTC"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# What takes long, so that no mail ever waits behind it.
LONG_TASKS = (
    "screenings.tasks.plan",
    "screenings.tasks.plan_festival",
    "screenings.tasks.publish_festival",
    "screenings.tasks.read_calendar",
    "catalog.tasks.work_on_import",
    "catalog.tasks.make_booklet",
)
CELERY_TASK_ROUTES = {task: {"queue": "planning"} for task in LONG_TASKS}
REMINDER_POLL_SECONDS = 2 if DEMO else 20
CELERY_BEAT_SCHEDULER = "operations.beat:LeadingScheduler"
CELERY_BEAT_SCHEDULE = periodic_tasks(poll=REMINDER_POLL_SECONDS)

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
SESSION_ENGINE = "config.web.sessions"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
PERMISSIONS_POLICY = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()"
)
MIB = 1024 * 1024
LARGEST_BODY = MIB // 4  # bytes: one of our forms with the longest possible text, in Chinese
TAKES_FILES = {"licensing:checkout", "licensing:institution-step"}
LARGEST_BODY_WITH_FILES = (
    12 * MIB
)  # more than the form accepts, so that the form itself can say what is too large
LARGEST_BODY_OF_THE_OFFICE = 20 * MIB  # as much as the proxy and the web server accept at all
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * MIB  # of that, text
if environment.is_production:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOGGING = logging_settings(environment.log, is_production=environment.is_production)
DJANGO_GUID = guid_settings(environment.log)
METRICS_TOKEN = environment.metrics_token.get_secret_value() if environment.metrics_token else ""
TRACES_URL = environment.traces_url
if environment.sentry_dsn:
    report_errors_to(environment.sentry_dsn.get_secret_value())
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # a constraint on lower(email) keeps addresses unique, ignoring case
    "fields.W161",  # a venue closes at 23:00 by default, which at 23:00 looks like a mistaken `now`
]
