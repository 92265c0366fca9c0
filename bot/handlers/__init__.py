"""Telegram in: the inbox, middleware, and one router a screen family.

A handler is one sentence: the filter understood, a use case decides, Fluent words it.
"""
