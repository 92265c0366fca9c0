"""The methods of the Bot API, a file a family, with the rules Telegram refuses by."""
