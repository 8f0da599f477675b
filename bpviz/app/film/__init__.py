"""Films of the window: which pictures, and the files that they go into."""
