"""Activities printed as lists per fiscal year and country (政策評価書 of the Ministry of Defense).

●令和2年度の交流実績 → <国> → 防衛相会談(6月及び11月)、空幕長訪問(7月) …
"""

from renkei.core.extract.activity_lists.family import read_activity_lists

__all__ = ["read_activity_lists"]
