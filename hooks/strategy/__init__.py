"""The core of the publication: everything that is not MkDocs.

``load`` reads ``data/`` and ``docs/`` into one frozen ``Strategy``, ``markers`` and ``sections``
turn it into page content, ``publish`` builds the site. Nothing here imports mkdocs: the hook
files beside this package do.
"""
