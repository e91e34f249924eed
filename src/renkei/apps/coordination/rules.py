"""Rights of this app. The target is the case.

The lead organisation proposes and leads; planners approve and chair the meeting, so that nobody
approves alone what is theirs; the security officer clears; those who are asked answer (services).
"""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_decider,
    is_desk_officer,
    is_own,
    is_own_or_nobodys,
    is_planner,
    is_reader,
    is_security_officer,
)

_LEADS = is_administrator | (is_desk_officer & is_own) | (is_planner & is_own_or_nobodys)
_COORDINATES = is_administrator | is_planner

grant("coordination.propose", is_cleared & _LEADS)
grant("coordination.lead", is_cleared & _LEADS)
grant("coordination.stop", is_cleared & (_LEADS | _COORDINATES))
grant("coordination.approve", is_cleared & (_COORDINATES | is_decider))
grant("coordination.meet", is_cleared & _COORDINATES)
grant("coordination.remark", is_cleared & ~is_reader)
grant("coordination.secure", is_cleared & (is_administrator | is_security_officer))
grant("coordination.watch", is_cleared & (_LEADS | is_security_officer))
grant("coordination.learn", is_cleared & _COORDINATES)
