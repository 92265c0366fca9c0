"""Text as Telegram reads it: markup, entities, links, lengths in UTF-16 units."""
