"""`bpviz bench`: how fast training is, beside the articles' code and other programs.

Only that command imports this package.
"""
