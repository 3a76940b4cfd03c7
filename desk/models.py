"""The tables of the desk itself: all that is edited stands on lower floors."""

from desk.rest.models import KeptAnswer

__all__ = ["KeptAnswer"]
