"""What other apps want done from time to time: they register it, this app runs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

Job = Callable[[datetime], object]
_JOBS: dict[str, Job] = {}


def register(name: str, job: Job) -> None:
    """Have ``job`` run with the local time at every tick. It must bear to be run twice."""
    _JOBS[name] = job


def run(now: datetime | None = None) -> None:
    """Every job, once."""
    at = now or timezone.localtime()
    for job in _JOBS.values():
        job(at)
