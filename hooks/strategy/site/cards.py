"""Pictures of a site: the icons, and the card that other services show for a link.

`card_drawing` draws them; its libraries are loaded only for a picture that is not kept.
"""

from strategy.cache import Cache
from strategy.languages.say import Language


def icon(size: int, cache: Cache) -> bytes:
    """The icon as a square PNG with ``size`` pixels a side, as ``favicon.svg`` draws it."""

    def draw() -> bytes:
        from strategy.site import card_drawing  # noqa: PLC0415 - a tenth of a second

        return card_drawing.icon(size)

    return cache.kept("icon", (str(size),), draw)


def card(title: str, above: str, below: str, language: Language, cache: Cache) -> bytes:
    """The card of a page as a PNG of `metadata.CARD` pixels.

    ``title`` is the page's, ``above`` names the publication, ``below`` the city and the edition.
    """

    def draw() -> bytes:
        from strategy.site import card_drawing  # noqa: PLC0415 - as above

        return card_drawing.card(title, above, below, language)

    return cache.kept("card", (title, above, below, language), draw)
