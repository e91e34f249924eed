"""Rating: schemes as data, an engine that proposes with its reasons, and what would change it."""

from renkei.core.evaluation.rating.changes import Change, changes
from renkei.core.evaluation.rating.loading import parse, scheme, shipped
from renkei.core.evaluation.rating.proposal import Proposal, propose
from renkei.core.evaluation.rating.reason import Reason
from renkei.core.evaluation.rating.scheme import Scheme, Step
from renkei.core.evaluation.rating.verdict import Verdict, verdict_of

__all__ = [
    "Change",
    "Proposal",
    "Reason",
    "Scheme",
    "Step",
    "Verdict",
    "changes",
    "parse",
    "propose",
    "scheme",
    "shipped",
    "verdict_of",
]
