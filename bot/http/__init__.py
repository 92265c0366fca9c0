"""The HTTP server that the webhook and the health page stand on."""
