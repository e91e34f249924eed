"""What the worker does. Tasks only wake it: what is to be done stands in the tables.

A task whose worker was killed stays RUNNING for ever and is not run again; that loses nothing,
because the next tick looks at the tables, and every worker begins with one.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from renkei.apps.notices import ticking

EVERY = timedelta(seconds=30)
KEPT = timedelta(days=1)


@task()
def send_mails() -> int:
    """Send what waits in the outbox; how many mails went."""
    from renkei.apps.notices.sending import send_waiting  # noqa: PLC0415 - sending loads mail

    return send_waiting()


@task()
def tick() -> None:
    """Look after everything that time brings, and see that there is a next tick."""
    ensure_tick(delay=EVERY)
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
    ticking.run()
    send_mails.call()


@transaction.atomic
def ensure_tick(delay: timedelta = timedelta()) -> None:
    """One tick waits, and only one."""
    path = tick.module_path
    waiting = DBTaskResult.objects.filter(task_path=path, status="READY")
    if not waiting.exists():
        tick.using(run_after=timezone.now() + delay).enqueue()
