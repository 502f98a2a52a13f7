"""The strategy as frozen, typed models: the one place that says what ``data/`` may hold.

One model a file of ``data/``; `Strategy` is all of them together. Used from outside: these, and the
modules named at the end of the list: what is computed from the models alone.
"""

from strategy.model.accessibility import Accessibility, Audit
from strategy.model.adopted import Group
from strategy.model.consultations import Consultation, Consultations, Contact, Opinion, Way
from strategy.model.editions import STATUS_NAMES, Edition, Editions, Status
from strategy.model.evidence import Evidence
from strategy.model.figures import Bar, BarGroup, Chart, Figure, Figures, Source
from strategy.model.glossary import Glossary, Term
from strategy.model.identity import Chapter, Identity
from strategy.model.redirects import Redirects
from strategy.model.revisions import REVISION_KINDS, ChangeKind, DeclaredChange, Revision
from strategy.model.strategy import FILES, FOLDERS, Strategy
from strategy.model.timeline import TimelineItem, TimelineMonth

__all__ = [
    "FILES",
    "FOLDERS",
    "REVISION_KINDS",
    "STATUS_NAMES",
    "Accessibility",
    "Audit",
    "Bar",
    "BarGroup",
    "ChangeKind",
    "Chapter",
    "Chart",
    "Consultation",
    "Consultations",
    "Contact",
    "DeclaredChange",
    "Edition",
    "Editions",
    "Evidence",
    "Figure",
    "Figures",
    "Glossary",
    "Group",
    "Identity",
    "Opinion",
    "Redirects",
    "Revision",
    "Source",
    "Status",
    "Strategy",
    "Term",
    "TimelineItem",
    "TimelineMonth",
    "Way",
    "accessibility",
    "accessibility_claim",
    "addresses",
    "call_states",
    "consultations",
    "criteria",
    "editions",
    "figures",
    "ids",
    "published_data",
    "schema",
    "spreadsheets",
]
