"""Timeline → one HTML file: the treatment card to print, and a player that needs nothing but a browser.

What happens in the page is in `scripts/`, small modules of plain JavaScript that are joined into one; there is no other build.
"""
