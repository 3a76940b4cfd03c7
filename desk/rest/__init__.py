"""Writing by REST: the desk for programs, under the same rules as its pages."""
