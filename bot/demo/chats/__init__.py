"""People, groups and what the bot is told of them."""
