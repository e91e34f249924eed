"""The Django apps: the register as organisations keep it. Upper apps import lower ones only.

publications -> evaluation -> planning -> register -> documents -> accounts -> audit -> search
"""
