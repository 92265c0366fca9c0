"""What an operator's machines ask: /health, /metrics, the heartbeat, the watchdog."""
