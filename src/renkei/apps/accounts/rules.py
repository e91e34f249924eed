"""Rights of this app."""

from renkei.apps.accounts.rights import grant, is_administrator

grant("accounts.manage", is_administrator)
grant("audit.read", is_administrator)
