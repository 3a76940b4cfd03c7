"""From a file to its rows, within limits: what cannot be read safely is refused with a sentence, a row and a column."""
