"""The PDFs of consultations: the draft in print, and the sheet to write on.

Like the print edition they are made once a build, before MkDocs runs, and handed over in a folder.
"""

from __future__ import annotations

import json
from pathlib import Path

from strategy.consultations import form, form_pdf
from strategy.consultations.view import views
from strategy.content.compose import Composition
from strategy.languages.say import LANGUAGES
from strategy.model import Strategy, addresses
from strategy.pdf.booklet import booklet, write

LIST = "sheets.json"


def hand_over(strategy: Strategy, composition: Composition, site_url: str, folder: Path) -> None:
    """The PDFs of all drafts that readers may see, with their list, in ``folder``.

    Raises `PdfError`.
    """
    listed: dict[str, str] = {}
    for language in LANGUAGES:
        for view in views(strategy, language, frozenset()):
            if view.draft is None:
                continue
            asked = form.asked(view.consultation, language)
            printed = booklet(
                strategy, composition, language, site_url, edition=view.draft, asked=asked
            )
            made = write(printed, folder)
            listed[made.path] = made.name
            sheet = form.form(view.consultation, view.draft, strategy, language)
            name = f"{view.consultation.id}-form.{language}.pdf"
            data = form_pdf.pdf(sheet, view.consultation.opens.day, strategy.city[language])
            (folder / name).write_bytes(data)
            listed[addresses.form(view.consultation.id, language, "pdf")] = name
    (folder / LIST).write_text(json.dumps(listed), encoding="utf-8")


def handed_over(folder: str) -> dict[str, bytes]:
    """Path below the site's root → content; nothing where no folder is named."""
    if not folder:
        return {}
    listed = json.loads((Path(folder) / LIST).read_text(encoding="utf-8"))
    return {path: (Path(folder) / name).read_bytes() for path, name in listed.items()}
