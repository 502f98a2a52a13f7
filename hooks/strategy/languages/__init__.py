"""What is said in two languages: messages, labels, and days as each language shows them.

Used from outside: the modules below.
"""

__all__ = ["calendar", "japanese", "labels", "say"]
