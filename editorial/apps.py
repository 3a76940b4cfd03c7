from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """The only bridge from the desk to the public: compose, submit, review, publish, retract."""

    name = "editorial"
