"""A student's own gradients, run in a process of their own and compared."""
