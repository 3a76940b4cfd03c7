"""How the desk writes moments: "8 September 1951, 14:30", as every other page does."""

DATETIME_FORMAT = "j F Y, H:i"
TIME_FORMAT = "H:i"
