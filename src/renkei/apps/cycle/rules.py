"""Rights of this app. The target is the policy.

The bureau in charge enters; the evaluation section reviews all policies; the secretary of the
outside experts keeps their remarks; one who decides decides, and nobody else.
"""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_decider,
    is_desk_officer,
    is_evaluation_officer,
    is_expert_secretary,
    is_own,
    is_own_or_nobodys,
)

_ENTERS = (
    is_administrator | (is_desk_officer & is_own) | (is_evaluation_officer & is_own_or_nobodys)
)
_REVIEWS = is_administrator | is_evaluation_officer

grant("cycle.enter", is_cleared & _ENTERS)
grant("cycle.review", is_cleared & _REVIEWS)
grant("cycle.experts", is_cleared & (_REVIEWS | is_expert_secretary))
grant("cycle.decide", is_cleared & is_decider)
grant("cycle.answer", is_cleared & (_ENTERS | _REVIEWS | is_expert_secretary))
