"""What to draw, worked out as plain arrays: positions, colours, strengths, numbers.

May import `training`, `data`, `nn` and `messages`; never Qt. Whatever a view paints is
decided here, so it can be tested without a screen.
"""
