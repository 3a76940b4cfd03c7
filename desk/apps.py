from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The door of the editors: the admin, with review, publication and retraction."""

    name = "desk"

    def ready(self) -> None:
        import desk.admin  # noqa: F401 - registers every model with the site
