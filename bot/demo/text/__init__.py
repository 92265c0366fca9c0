"""Text as Telegram parses it: HTML, entities, links, lengths in UTF-16 units."""
