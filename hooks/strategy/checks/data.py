"""What ``data/`` says agrees with itself, beyond what a model can judge."""

from strategy.checks import accessibility_claim, figures, recorded_days
from strategy.content.data import Loaded
from strategy.model import Accessibility, Audit, Figures
from strategy.problems import Problems


def check(loaded: Loaded, problems: Problems) -> None:
    """Days of the record, the claim of accessibility, and the arithmetic of the figures."""
    models, nodes = loaded.models, loaded.nodes
    recorded_days.check(nodes, loaded.moment.date(), problems)
    accessibility, audit = models.get("accessibility"), models.get("audit")
    if isinstance(accessibility, Accessibility) and isinstance(audit, Audit):
        accessibility_claim.check(accessibility, nodes["accessibility"], audit, problems)
    if isinstance(numbers := models.get("figures"), Figures):
        figures.check(numbers, nodes["figures"], problems)
