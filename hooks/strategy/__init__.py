"""The core of the publication: everything that is not MkDocs.

``check`` reads ``data/`` (``load``) and ``docs/`` (``pages``) and reports every problem at once;
``markers`` and ``sections`` turn data into page content; ``publish`` builds the site. Nothing here
imports mkdocs: the hook file beside this package does.
"""
