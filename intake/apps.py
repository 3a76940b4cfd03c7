from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """What comes into the register from outside: the starting register, and imports."""

    name = "intake"
