"""Which records of different documents tell of the same event, and why.

Pure: facts in, links and proposals out. A link is made only on evidence that tells one event from
another, and only if it is the best explanation of both records; what is likely but open to doubt
becomes a proposal for a person. Records of one document are never linked with each other.

    told = settle(nodes)            # nodes of any number of documents, in any order
    told.groups                     # keys of the records that are one event
    told.links, told.proposals      # pairs, each with what matched and what differed
"""

from renkei.core.linking.assignment import Pair
from renkei.core.linking.comparison import Link, compare
from renkei.core.linking.facts import Facts
from renkei.core.linking.groups import Decided, Node, Settled, settle
from renkei.core.linking.merging import merged

__all__ = [
    "Decided",
    "Facts",
    "Link",
    "Node",
    "Pair",
    "Settled",
    "compare",
    "merged",
    "settle",
]
