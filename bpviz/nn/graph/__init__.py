"""Computational graphs: an expression taken apart into nodes, forward and backward.

Shares no code with `nn.backprop`, so that each can prove the other right.
"""
