"""Two records side by side (新旧対照表): which block became which, what changed in it, as files.

`align` pairs the blocks, `words` marks the words, `comparison` makes the rows, `sheets` writes
them as CSV and as an Excel file. `chapters`, `similar` and `order` are what `align` stands on.
"""
