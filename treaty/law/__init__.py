"""What a life of events means. Pure functions of a document and a day: nothing here reads a clock or a database."""
