"""What a notice says, in both languages. A parameter that is [group, code] is a term."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renkei.core import vocabulary
from renkei.core.errors.message import Language, Message

SENTENCES: dict[str, Message] = {
    "asked": Message(
        "「{title}」について{who}から合議がありました。期限は {due} です。",
        "{who} asks for your answer on “{title}” by {due}.",
    ),
    "answered": Message(
        "{who}が「{title}」に回答しました（{outcome}）。",
        "{who} answered on “{title}”: {outcome}.",
    ),
    "delegated": Message(
        "{who}が「{title}」の回答をあなたに委任しました。期限は {due} です。",
        "{who} lets you answer on “{title}” by {due}.",
    ),
    "answer_due": Message(
        "「{title}」の回答期限は {due} です。まだ回答がありません。",
        "Your answer on “{title}” is due on {due} and still missing.",
    ),
    "no_answer": Message(
        "{who}は「{title}」に期限までに回答しませんでした。",
        "{who} did not answer on “{title}” by the deadline.",
    ),
    "moved": Message(
        "「{title}」は{state}になりました。",
        "“{title}” is now: {state}.",
    ),
    "told_plan": Message(
        "「{title}」の企画を知らせます。意見を経過に書いてください。",
        "“{title}” is being planned. Say in its thread what you think.",
    ),
    "told_result": Message(
        "「{title}」の結果が報告されました。",
        "The result of “{title}” was reported.",
    ),
    "decided": Message(
        "調整会議が「{title}」について決めました：{text}",
        "The section chiefs' meeting decided on “{title}”: {text}",
    ),
    "promise_due": Message(
        "約束「{text}」の期日は {due} です（「{title}」）。",
        "The promise “{text}” is due on {due} (“{title}”).",
    ),
    "promise_late": Message(
        "約束「{text}」は期日 {due} を過ぎても果たされていません（「{title}」）。",
        "The promise “{text}” was due on {due} and is not kept (“{title}”).",
    ),
    "lesson": Message(
        "「{title}」から教訓が提案されました：{text}",
        "A lesson of “{title}” is proposed: {text}",
    ),
}
DISCREET = Message(
    "Renkei に新しいお知らせがあります。内容は取扱区分のため、サインインして見てください。",
    "Something new is in Renkei. Because of its marking, sign in to read it.",
)
"""Instead of the sentence where its marking forbids mail."""


def sentence(code: str, params: Mapping[str, Any], language: Language) -> str:
    """The sentence of a notice."""
    words = {name: _words(value, language) for name, value in params.items()}
    return SENTENCES[code].text(language).format(**words)


def _words(value: Any, language: Language) -> str:
    if isinstance(value, list):
        group, code = value
        return vocabulary.load().label(code, language, group)
    return str(value)
