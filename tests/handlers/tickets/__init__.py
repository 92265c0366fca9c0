"""Questions to the lawyers, as chats."""
