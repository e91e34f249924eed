"""A limit of processor time, so that a test of linear work fails instead of hanging."""

import signal
import time
from collections.abc import Callable, Iterator
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


SMALL = 2_000
MOMENT = 0.004  # quadratic work on four times SMALL takes many times longer


def growth(work: Callable[[int], object]) -> float:
    """How many times as long ``work`` takes for four times the size: 4 if linear, 16 if quadratic.

    Work that is done in a moment for the larger size is not measured further: 1.
    """
    if _seconds(work, 4 * SMALL) < MOMENT:
        return 1.0
    small = min(_seconds(work, SMALL) for _ in range(5))
    large = min(_seconds(work, 4 * SMALL) for _ in range(5))
    return large / small


def _seconds(work: Callable[[int], object], size: int) -> float:
    begin = time.thread_time()  # the clock of the process is coarse while a timer runs
    work(size)
    return time.thread_time() - begin
