"""Writing: what ``strategy check`` knows of good writing, one small module a family of rules."""
