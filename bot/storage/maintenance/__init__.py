"""What is done to the whole file: unlock, encrypt, restore, back up daily."""
