"""White space as a browser shows it: runs become one space, none at the ends of a block.

A line break between two wide characters (Japanese has no spaces) vanishes.
"""

import re
import unicodedata


class Spaces:
    """Follows the text of a block from piece to piece; ``last`` is the last character so far."""

    def __init__(self) -> None:
        self.last = ""
        self._waiting = ""

    def start(self) -> None:
        """A block or a line begins."""
        self.last = self._waiting = ""

    def collapse(self, text: str) -> str:
        """The next piece of text. A space at its end waits for what follows."""
        made = ""
        for part in re.split(r"([ \t\n\r\f]+)", text):
            if not part:
                continue
            if part[0] in " \t\n\r\f":
                self._waiting += part
                continue
            if (
                self._waiting
                and self.last not in ("", " ")
                and not self._is_inside_japanese(part[0])
            ):
                made += " "
            self._waiting, self.last = "", part[-1]
            made += part
        return made

    def flush(self) -> str:
        """The space that waits, before an element to which it does not belong."""
        if not self._waiting or not self.last or ("\n" in self._waiting and _is_wide(self.last)):
            return ""
        self._waiting, self.last = "", " "
        return " "

    def _is_inside_japanese(self, following: str) -> bool:
        return "\n" in self._waiting and _is_wide(self.last) and _is_wide(following)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
