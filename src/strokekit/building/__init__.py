"""Routines built in Python: builders whose keywords are the keys of the format, combinations of what they make, and `dump`.

What is built says nothing that a file could not say, and is checked by the code that checks files. The public names are those
of `strokekit.build`.
"""
