"""Answers as reviewers see them: stamps, /reload, what was asked."""
