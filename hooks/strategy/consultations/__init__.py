"""Public comment, from the call to the answers: states, opinions, pages, forms and commands."""
