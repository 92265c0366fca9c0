"""What mailings say: texts, files, albums and their parts."""
