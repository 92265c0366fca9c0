"""What the pages for operators say, done: by machines where that goes, and with the time it took."""
