"""The PDFs of consultations: the draft in print, and the sheet to write on."""

from strategy.cache import Cache
from strategy.consultations import form, form_pdf
from strategy.consultations.view import views
from strategy.content.compose import Composition
from strategy.languages.say import LANGUAGES
from strategy.model import Strategy, addresses
from strategy.pdf.booklet import booklet, printed


def of_site(
    strategy: Strategy, composition: Composition, site_url: str, cache: Cache
) -> dict[str, bytes]:
    """The PDFs of all drafts that readers may see: path below the site's root → content.

    Raises `PdfError`.
    """
    made: dict[str, bytes] = {}
    for language in LANGUAGES:
        for view in views(strategy, language, frozenset()):
            if view.draft is None:
                continue
            call = view.consultation
            asked = form.asked(call, language)
            draft = printed(
                booklet(strategy, composition, language, site_url, edition=view.draft, asked=asked),
                cache,
            )
            made[draft.path] = draft.data
            sheet = form.form(call, view.draft, strategy, language)
            path = addresses.form(call.id, language, "pdf")
            made[path] = form_pdf.pdf(sheet, call.opens.day, strategy.city[language], cache)
    return made
