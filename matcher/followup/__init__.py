"""After the list: whom a person asked, what they met in a first talk, and how it goes from there.

Values only: nothing here reads a file or a clock, and nothing is counted up.
"""
