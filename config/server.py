"""gunicorn inside `manage.py up`, so that a start does not pay for a second Python."""

from typing import Any

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication


class Server(BaseApplication):
    def __init__(self, options: dict[str, Any]) -> None:
        # No control socket: nothing is written outside the var folder. Sync workers answer such pages fastest.
        self.options = {"preload_app": True, "control_socket_disable": True, "loglevel": "warning", **options}
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Import every view before the workers fork: the first page then costs what any page costs."""
        application = get_wsgi_application()
        _ = get_resolver().url_patterns
        return application
