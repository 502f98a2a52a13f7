"""The core of the publication: everything that is not MkDocs, in rooms named by what flows through.

`reading` takes files in, `content` holds the project as read, `checks` says what is wrong with it,
`site` makes what is published, and `cli` is how people ask for it. A room imports only from those
below it (README, “Where things are”). Nothing here imports mkdocs: the hook file beside this package
does.
"""
