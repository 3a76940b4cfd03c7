"""Texts at the desk: a file is uploaded, read, searched, and cited passage by passage."""
