"""The program without a window: experiments, sessions, steps, time.

No Qt; imports `data` and `nn`.
"""
