"""Settings of both sizes: the embedded default (SQLite, no services) and production (from the environment).

`.env.example` describes every variable that is read here.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.secret_key import kept_secret_key

env = environ.Env()

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(env.str("ENTENTE_VAR", default="") or ROOT / "var").absolute()  # all that the embedded size writes

# Which size is this?
DATABASE_URL = env.str("DATABASE_URL", default="")
REDIS_URL = env.str("REDIS_URL", default="")
DEBUG = env.bool("DEBUG", default=not DATABASE_URL)
EMBEDDED = DEBUG and not DATABASE_URL  # only here: demo people, a key of its own, plain http
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

if EMBEDDED:
    VAR.mkdir(parents=True, exist_ok=True)
    SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret_key(VAR / "secret_key")
else:
    SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=[]), *LOOPBACK]
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text: only the embedded default makes its own key.")
if not DEBUG and ALLOWED_HOSTS == LOOPBACK:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the host names of this site, with commas between them.")

# The floors, lowest first. `treaty` and `columns` are plain Python.
HOUSE = [
    "parties",
    "records",
    "accounts",
    "agreements",
    "provisions",
    "catalogue",
    "editorial",
    "intake",
    "desk",
    "api",
    "web",
    "config",
]
INSTALLED_APPS = [
    *HOUSE,
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",  # only its files
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "knox",
]
AUTH_USER_MODEL = "accounts.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.policy.PolicyOnEveryAnswer",  # before whitenoise: every answer carries the policy, static files too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "rest.limits.RateLimits",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",  # sets a cookie only when a session is written
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",  # lazy: it asks nothing before somebody asks who is there
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "desk.troubles.DeskTroublePages",  # who saves while another holds the database is told so, and loses nothing
    "web.middleware.TroublePages",  # what goes wrong in a page, or at no address at all, is a page
    "axes.middleware.AxesMiddleware",  # innermost, as axes asks: turns a refused sign-in into its page
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


# How long a request waits for somebody else who writes. It must end before the 30 seconds after which gunicorn takes a worker for dead.
ENTENTE_LOCK_SECONDS = env.int("ENTENTE_LOCK_SECONDS", default=20)


def database(url: str) -> dict[str, Any]:
    """Durable and strict on SQLite; kept-alive and checked connections on PostgreSQL. Neither waits for a lock without end."""
    config = dict(env.db_url_config(url))
    if config["ENGINE"].endswith("sqlite3"):
        config["CONN_MAX_AGE"] = None
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",  # two writers queue; with DEFERRED the second one fails at once
            "timeout": ENTENTE_LOCK_SECONDS,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA recursive_triggers=ON;"  # else INSERT OR REPLACE walks past the append-only triggers
            ),
        }
    else:
        config.setdefault("CONN_MAX_AGE", 60)
        config["CONN_HEALTH_CHECKS"] = True
        patience = f"-c lock_timeout={ENTENTE_LOCK_SECONDS}s"
        config["OPTIONS"] = {"connect_timeout": 5, "options": patience, **config.get("OPTIONS", {})}
    return {**config, "ATOMIC_REQUESTS": False}


DATABASES = {"default": database(DATABASE_URL or f"sqlite:///{VAR / 'entente.sqlite3'}")}

# Redis may be down or frozen: nothing waits for it longer than a second, nothing is tried twice.
IMPATIENT: dict[str, Any] = {"socket_timeout": 1, "socket_connect_timeout": 1}


def cache(url: str) -> dict[str, Any]:
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    options = {**IMPATIENT, "retry": Retry(NoBackoff(), 0)}
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "OPTIONS": options}


def progress_cache(url: str) -> dict[str, Any]:
    """Where work tells how far it is, and is told to stop, while it holds the database: other processes have to see it."""
    if url:
        return cache(url)
    return {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR / "progress"}


CACHES = {
    "default": {**cache(REDIS_URL), "KEY_PREFIX": "entente"},
    "progress": {**progress_cache(REDIS_URL), "KEY_PREFIX": "progress"},
}

CELERY_BROKER_URL = REDIS_URL or "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {**IMPATIENT, "visibility_timeout": 3600} if REDIS_URL else {}
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ALWAYS_EAGER = not REDIS_URL
CELERY_TASK_EAGER_PROPAGATES = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"

# Nothing comes from another host, no script or style stands in a page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=0 if DEBUG else 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=not DEBUG)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=not DEBUG)
if proxy_header := env.str("SECURE_PROXY_SSL_HEADER", default=""):
    SECURE_PROXY_SSL_HEADER = ("HTTP_" + proxy_header.upper().replace("-", "_"), "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("SECURE_COOKIES", default=not DEBUG)
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
SESSION_COOKIE_AGE = 12 * 3600  # a working day, from the sign-in on; Django gives a new key at each sign-in

# Who guesses passwords waits for half an hour; `accounts.lockout` has the limits.
ENTENTE_PROXIES = env.int("ENTENTE_PROXIES", default=0)
AXES_HANDLER = "accounts.lockout.Lockout"
AXES_CLIENT_IP_CALLABLE = "accounts.lockout.client_address"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_FAILURE_LIMIT = 5  # at one name from one address
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time that the page names stays true
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "desk.account.locked.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # no book of who signed in from where
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# Tokens for programs: knox keeps hashes. Their names and scopes are in `accounts`.
KNOX_TOKEN_MODEL = "knox.AuthToken"  # noqa: S105 - the name of a table
REST_KNOX = {"AUTH_HEADER_PREFIX": "Bearer", "TOKEN_PREFIX": "entente_", "TOKEN_TTL": timedelta(days=30), "AUTO_REFRESH": False}
OTP_TOTP_ISSUER = "Entente"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default="") or ROOT / "staticfiles")
STATICFILES_DIRS = [ROOT / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG  # so `up` needs no collectstatic
MEDIA_ROOT = VAR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # the form of an agreement with 30 parties and 60 events sends some 2,500

LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = "config.formats"
TIME_ZONE = "UTC"
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}

# Requests to the API that are answered in a minute; 0 for no limit. Who wants the whole register asks once, not page by page.
ENTENTE_RATE_LIMITS = {
    "address": env.int("ENTENTE_RATE_PER_ADDRESS", default=1200),
    "token": env.int("ENTENTE_RATE_PER_TOKEN", default=600),
}

# Reading is public view by view; a REST view that says nothing is closed.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "rest.problems.answer_with_problem",
    "URL_FORMAT_OVERRIDE": None,  # else "?format=" would be understood where it is not a parameter
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Entente",
    "APPEND_COMPONENTS": {
        "securitySchemes": {
            "token": {
                "type": "http",
                "scheme": "bearer",
                "bearerFormat": "entente_ and 64 hexadecimal digits",
                "description": "A token of a person of the desk, made on the account page, with scopes and an end.",
            }
        }
    },
    "DESCRIPTION": "An open register of defence agreements. Reading needs no key. The same for people: /api/v1/docs/",
    "LICENSE": {"name": "CC BY 4.0, with the terms of the sources", "identifier": "CC-BY-4.0"},  # of what is answered
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVERS": [{"url": "/"}],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": ["api.sharing.share"],
    "SERVE_INCLUDE_SCHEMA": False,
}

# The rules of the house
ENTENTE_FOUR_EYES = env.bool("ENTENTE_FOUR_EYES", default=True)  # nobody publishes what they submitted

# Texts that editors upload: how large a file may be, and what reading its words may cost, in a program of its own.
ENTENTE_UPLOAD_MB = env.int("ENTENTE_UPLOAD_MB", default=25)
ENTENTE_TEXT_LIMITS = {
    "seconds": env.int("ENTENTE_TEXT_SECONDS", default=20),  # in the embedded size a request waits for it
    "memory": env.int("ENTENTE_TEXT_MEMORY_MB", default=512) * 2**20,
    "pages": env.int("ENTENTE_TEXT_PAGES", default=3_000),
    "characters": 5_000_000,  # the column's own limit
}
FILE_UPLOAD_HANDLERS = [
    "desk.texts.uploading.NoMoreThanAllowed",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
ENTENTE_TWO_FACTOR = env.bool("ENTENTE_TWO_FACTOR", default=not EMBEDDED)  # who can publish or change people shows a second factor
