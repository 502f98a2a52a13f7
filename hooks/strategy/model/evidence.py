"""Facts from the city's public record, which stand beside the strategy."""

from strategy.model.ids import EvidenceId
from strategy.reading.date_fields import Moment
from strategy.reading.fields import Model, Text, WebAddress


class Evidence(Model):
    """A fact from the city's public record: not part of the strategy, always with its page."""

    id: EvidenceId
    date: Moment
    text: Text
    page: WebAddress
