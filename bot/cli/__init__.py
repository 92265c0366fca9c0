"""One module a command of ``python -m bot``; each has ``main() -> int``, its exit code."""
