"""Planning: basic policy, policies of regions and partners, priorities, the medium-term plan."""
