"""A file → located nodes → typed values, and what somebody may have meant who typed it wrong.

Used from outside: the modules below.
"""

__all__ = [
    "broken_tags",
    "date_fields",
    "dates",
    "fields",
    "front_matter",
    "guesses",
    "model_fields",
    "personal_data",
    "placeholders",
    "quantities",
    "source",
    "validate",
    "yaml_lines",
    "yaml_nodes",
]
