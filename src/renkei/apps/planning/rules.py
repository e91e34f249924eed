"""Rights of this app. The target is the paper, or what else bears an organisation and a marking.

The bureau in charge and the planners draft; planners review; a planner or decider adopts.
"""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_decider,
    is_desk_officer,
    is_own,
    is_planner,
)

grant("planning.write", is_cleared & (is_administrator | is_planner | (is_desk_officer & is_own)))
grant("planning.review", is_cleared & (is_administrator | is_planner))
grant("planning.send_back", is_cleared & (is_administrator | is_planner | is_decider))
grant("planning.adopt", is_cleared & (is_administrator | is_planner | is_decider))
