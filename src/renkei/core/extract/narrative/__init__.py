"""Activities told in running prose (防衛白書 and reports like it).

「2020年7月、統幕長はX国軍司令官と電話会談を行い…」: who met whom, when, in what form.
"""

from renkei.core.extract.narrative.family import read_narrative
from renkei.core.extract.narrative.progress import read_progress

__all__ = ["read_narrative", "read_progress"]
