"""How the program looks and in which language it speaks.

Palettes, the style of widgets, type sizes, icons, fonts, translations and the words
for places on the time axis, for everything that draws. Imports Qt and the half of the
program without Qt; the views, the controls and the window import it.
"""
