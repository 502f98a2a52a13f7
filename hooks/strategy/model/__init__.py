"""The strategy as frozen, typed models: the one place that says what ``data/`` may hold.

One model a file of ``data/``; `Strategy` is all of them together. Used from outside: these, and the
modules named at the end of the list: what is computed from the models alone.
"""

from strategy.model.accessibility import Accessibility, Audit, Examined, Issue, Judgement, Tool
from strategy.model.adopted import (
    Goal,
    Group,
    Mission,
    Statement,
    Statements,
    Value,
    Values,
    Vision,
)
from strategy.model.consultations import (
    Consultation,
    Consultations,
    Contact,
    Disposition,
    Opinion,
    Way,
)
from strategy.model.editions import STATUS_NAMES, Edition, EditionFacts, Editions, Status
from strategy.model.evidence import Evidence
from strategy.model.figures import Bar, BarGroup, Chart, Figure, Figures, Ratio, Source
from strategy.model.glossary import Glossary, Spellings, Term
from strategy.model.governance import Body, Governance, Step
from strategy.model.identity import Chapter, Identity, Part, Printed, Publication
from strategy.model.redirects import Redirect, Redirects
from strategy.model.revisions import (
    REVISION_KINDS,
    ChangeKind,
    DeclaredChange,
    Revision,
    RevisionKind,
    Revisions,
)
from strategy.model.strategy import FILES, FOLDERS, Strategy
from strategy.model.synonyms import Alias, Synonyms, Wanted, WordGroup
from strategy.model.timeline import Timeline, TimelineItem, TimelineMonth

__all__ = [
    "FILES",
    "FOLDERS",
    "REVISION_KINDS",
    "STATUS_NAMES",
    "Accessibility",
    "Alias",
    "Audit",
    "Bar",
    "BarGroup",
    "Body",
    "ChangeKind",
    "Chapter",
    "Chart",
    "Consultation",
    "Consultations",
    "Contact",
    "DeclaredChange",
    "Disposition",
    "Edition",
    "EditionFacts",
    "Editions",
    "Evidence",
    "Examined",
    "Figure",
    "Figures",
    "Glossary",
    "Goal",
    "Governance",
    "Group",
    "Identity",
    "Issue",
    "Judgement",
    "Mission",
    "Opinion",
    "Part",
    "Printed",
    "Publication",
    "Ratio",
    "Redirect",
    "Redirects",
    "Revision",
    "RevisionKind",
    "Revisions",
    "Source",
    "Spellings",
    "Statement",
    "Statements",
    "Status",
    "Step",
    "Strategy",
    "Synonyms",
    "Term",
    "Timeline",
    "TimelineItem",
    "TimelineMonth",
    "Tool",
    "Value",
    "Values",
    "Vision",
    "Wanted",
    "Way",
    "WordGroup",
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
