"""Rights of this app. ``enter`` is asked on the activity as it would be saved."""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_desk_officer,
    is_own,
    is_own_or_nobodys,
    is_planner,
)

_OWNS = is_administrator | (is_desk_officer & is_own) | (is_planner & is_own_or_nobodys)

grant("register.enter_activity", is_cleared & _OWNS)
grant("register.correct_activity", is_cleared & _OWNS)
