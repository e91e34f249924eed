"""Rights of this app. Planners keep the committee's business; who decides, chairs."""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_attache,
    is_decider,
    is_planner,
    is_reader,
)

_KEEPS = is_administrator | is_planner

grant("committee.read", ~is_attache & ~is_reader)
grant("committee.keep", _KEEPS)
grant("committee.decide", _KEEPS | is_decider)
