"""What a message of an admin carries, read, copied, and opened by discreet readers."""
