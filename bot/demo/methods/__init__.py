"""The methods of the Bot API with Telegram's rules for refusing, one file for methods that belong together."""
