"""The words of a stored text, found by a program of its own: `python -m records.extracting`.

It knows nothing of Django, the database or the settings. It takes the text's bytes on its standard input, limits its
own time, memory and output before it looks at them, and says what it found as JSON. What kills it kills nothing else.
"""
