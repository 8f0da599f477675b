"""Data sets, the readers of people's own files, and the order of batches."""
