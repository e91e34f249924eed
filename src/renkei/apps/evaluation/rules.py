"""Rights of this app. The target is the policy that a row belongs to."""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_evaluation_officer,
    is_own_or_nobodys,
)

_OWNS = is_administrator | (is_evaluation_officer & is_own_or_nobodys)

grant("evaluation.correct", is_cleared & _OWNS)
