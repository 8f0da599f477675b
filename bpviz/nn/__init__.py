"""The network and its mathematics: passes, losses, updates, proofs.

NumPy only; imports nothing of bpviz but `messages`.
"""
