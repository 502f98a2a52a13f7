"""What is printed: tagged PDFs, set by Typst (https://typst.app).

The print edition of a record: `convert` turns its HTML into Typst mark-up, `document` adds cover,
contents, glossary and colophon, `booklet` is the entrance. Forms, reports and comparisons: `paper`.
For both, ``template.typ`` says how it looks, and `press` sets it.

Used from outside: the modules below.
"""

__all__ = [
    "booklet",
    "comparison",
    "convert",
    "errors",
    "fonts",
    "links",
    "offers",
    "paper",
    "press",
]
