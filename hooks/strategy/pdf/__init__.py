"""The print edition: a record as a tagged PDF, set by Typst (https://typst.app).

`convert` turns the HTML of a record into Typst mark-up, `document` adds cover, contents, glossary
and colophon, ``template.typ`` says how all that looks, `press` sets it, `booklet` is the entrance.
"""
