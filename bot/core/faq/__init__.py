"""Answers to questions: the tree of topics, their records, reviews, watches."""
