"""A limit of processor time, so that a test of linear work fails instead of hanging."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import pytest


@contextmanager
def processor_seconds(most: float) -> Iterator[None]:
    """Fail what uses more than ``most`` seconds of this process; other processes do not count."""

    def stop(signal_number: int, frame: FrameType | None) -> NoReturn:
        pytest.fail(f"more than {most} seconds of processor time: not linear")

    previous = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, previous)
