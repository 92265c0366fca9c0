"""What every update passes between the inbox and its handler."""
