"""The webhook: Telegram brings the updates (O3, T91-T94)."""
