"""What a bad setting is told it must be."""

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

MUST_BE = {
    "bot_token": "must be the token BotFather gave you, like 123456:ABC-DEF",
    "admin_ids": "must be a list of numeric Telegram ids, separated by commas",
    "admin_aliases": "must be a list like 123456789:Anna;987654321:Boris (numeric id, name for the journal)",
    "reviewers": "must be a list like 123456789:Jane Doe;987654321:John Roe (numeric id, public name)",
    "lawyer_chat_id": "must be the numeric id of a group, like -1001234567890",
    "lawyers": "must be group or reviewers",
    "official_links": "must be a list of http(s) links, separated by commas",
    "database_url": "must be an address like postgresql://name@host/database",
    "database_unencrypted": "must be yes or no",
    "backup_recipients": "must be a list of age recipients (age1…), separated by commas",
    "default_language": "must be ru or en",
    "reminder_offsets": "must be a list like 24h,1h,10m,0 with the units s, m, h, d",
    "send_rate": "must be a number from 1 to 1000",
    "paid_broadcast_rate": "must be 0 (off), or a whole number from 31 to 1000 and more than SEND_RATE",
    "second_approval_above": "must be a whole number of recipients, 0 or more",
    "send_undo": "must be a number of seconds from 0 (off) to 60",
    "telegram_api_url": "must be an http(s) address",
    "telegram_proxy": "must be an address like socks5://name:password@host:1080 or http://host:3128",
    "webhook_url": "must be an https address like https://bot.example.org/telegram, without a query",
    "webhook_secret": "must be 16 to 256 letters, digits, _ or -",
    "webhook_listen": "must be HOST:PORT, like 127.0.0.1:8080",
    "metrics_listen": "must be HOST:PORT, like 127.0.0.1:9105",
    "heartbeat_url": "must be an http(s) address",
    "successor": "must be a bot's @name or an http(s) link",
    "site_url": "must be an http(s) address without a query",
    "youtube_feed_url": "must be the address of a channel's feed, or the channel's id, like UC and 22 signs more",
    "youtube_autopush": "must be yes or no",
    "youtube_shorts": "must be yes or no",
    "demo_port": "must be a whole number from 0 to 65535",
    "log_level": f"must be one of {', '.join(LEVELS)}",
}
"""What a setting must be, where its check says nothing of its own."""

UNREADABLE = "must be text in UTF-8"
