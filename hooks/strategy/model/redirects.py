"""``redirects.yml``: addresses that pages once had. They go on working."""

import re
from typing import Annotated

from pydantic import AfterValidator

from strategy.problems import Invalid
from strategy.reading.fields import Line, Model, RefersTo


def _address(text: str) -> str:
    if not re.fullmatch(r"([a-z0-9-]+/)+", text):
        raise Invalid.of("redirect-address", text=text)
    return text


class Redirect(Model):
    """An address below the site's root that is no more, and the page or section that took over.

    It holds in both languages: ``en/`` stands before both for English.
    """

    old: Annotated[str, AfterValidator(_address)]
    new: Annotated[Line, RefersTo("place")]


class Redirects(Model):
    """``redirects.yml``: all redirects; nothing below ``redirects:`` while there are none."""

    redirects: tuple[Redirect, ...] | None

    @property
    def all(self) -> tuple[Redirect, ...]:
        """The redirects in the order of the file."""
        return self.redirects or ()
