"""How the program looks and in which language it speaks.

Palettes, type sizes, icons, fonts and translations, for everything that draws.
Imports Qt, `bpviz.resources` and `bpviz.messages`, and nothing else of the program.
"""
