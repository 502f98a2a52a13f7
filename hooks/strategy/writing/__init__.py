"""Writing: what ``strategy check`` knows of good writing, one small module a family of rules.

textlint has some of these rules, but it needs Node, which those who edit do not have; no kept Python
library knows Japanese public writing, and most rules here are about this publication anyway.
"""
