"""A month of the whole bot in a quarter of an hour: nothing that it holds grows."""
