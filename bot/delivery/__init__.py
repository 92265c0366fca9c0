"""Telegram out: the sender claims rows, the courier delivers and says what became of them, the pace keeps limits."""
