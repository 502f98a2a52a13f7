"""The search: the text in sections (`entries`), and the index that a browser searches (`index`)."""
