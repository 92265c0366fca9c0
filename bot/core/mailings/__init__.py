"""Mailings: broadcasts and reminders on their way out, what each became, and who may stop them."""
