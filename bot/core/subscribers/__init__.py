"""People who asked to be told: what is stored of them, their choices, how they leave."""
