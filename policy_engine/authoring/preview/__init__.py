"""A page on this machine alone that shows a policy while it is being written: its poster, its findings and a
call to play, drawn anew whenever the file is saved.
"""
