"""Clean documents of our own, different for each seed: what errors are put into."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from renkei.core.checks.samples import budget, evaluation, lists

COUNTRIES = (
    "チリ", "ペルー", "ケニア", "サモア", "フィジー", "モロッコ", "オマーン", "ヨルダン", "ノルウェー",
    "ポルトガル", "ハンガリー", "メキシコ", "コロンビア", "セネガル", "トンガ", "パラオ",
)  # fmt: skip
TALKS = ("防衛相会談", "防衛相電話会談", "防衛副大臣会談", "防衛相テレビ会談")
THINGS = ("海図", "教材", "無線機", "測量機材", "訓練用具", "気象資料")
DEEDS = ("配布した", "整備した", "点検した", "更新した", "調達した", "翻訳した")
PLACES = ("港湾", "沿岸", "島嶼", "空港", "研修所", "造船所")
ENDS = ("計画を進めた", "体制を整えた", "理解を深めた", "往来を広げた", "備えを固めた")
SPARE = "、港湾、沿岸、島嶼、空港、研修所、造船所、倉庫、岸壁、航路、灯台、測候所の順に調べた。"


@dataclass(frozen=True)
class Entry:
    """One entry of a list: what, and its months within the fiscal year as printed."""

    country: str
    what: str
    months: tuple[str, ...]

    def __str__(self) -> str:
        return f"<{self.country}>\n{self.what}({'及び'.join(self.months)})"


@dataclass(frozen=True)
class Listed:
    """A standard sheet with the activities of fiscal 2021."""

    entries: tuple[Entry, ...]
    grounds: str
    prose: tuple[str, ...]

    def text(self) -> str:
        year = "●令和3年度\n" + "\n".join(map(str, self.entries))
        return lists(year, grounds=self.grounds, analysis="●" + "".join(self.prose))


@dataclass(frozen=True)
class Evaluated:
    """A numbered sheet with one quantitative indicator and an analysis that cites means."""

    targets: tuple[int, int]
    actuals: tuple[int, int]
    mark: str
    summary_mark: str
    means: str
    numbers: tuple[str, str]
    prose: tuple[str, ...]
    field_no: str = "１"
    primary: str = " ＊"

    def text(self) -> str:
        first, second = self.numbers
        analysis = (
            f"【測定指標１－１ 協議の回数{self.primary}】¶\n"
            f"１ {self.prose[0]}（令和３・４年度：{self.means}（達成手段{first}））¶\n"
            f"２ {self.prose[1]}（令和４年度：{self.means}（達成手段{second}））¶"
        )
        (t1, t2), (a1, a2) = self.targets, self.actuals
        return evaluation(
            summary=f"＊１－１ 協議の回数 {self.summary_mark}¶",
            values=f"－ {t1}回 {a1}回 {t2}回 {a2}回 {self.mark}",
            analysis=analysis,
            field=self.field_no,
        )


@dataclass(frozen=True)
class Budgeted:
    """A sheet with a budget of three parts (12, 10 and △3) and its total."""

    total: int = 19
    executed: int = 8

    def text(self) -> str:
        return budget(total=str(self.total), executed=str(self.executed))


@dataclass(frozen=True)
class Students:
    """A list of students with its printed total."""

    counts: dict[str, int]
    off_by: int = 0

    def text(self) -> str:
        total = sum(self.counts.values()) + self.off_by
        named = "、".join(f"{name}{number}名" for name, number in self.counts.items())
        return (
            "●令和4年度は以下のとおり留学生の交換を実施した。\n"
            f"・留学生の受け入れ：合計{total}名の留学生を新規に受け入れた。"
            f"内訳は以下のとおり。({named})\n"
        )


@dataclass(frozen=True)
class Prose:
    """Running paragraphs."""

    paragraphs: tuple[str, ...]
    after: dict[int, str] = field(default_factory=dict)

    def text(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"

    def with_paragraph(self, index: int, words: str) -> Prose:
        changed = list(self.paragraphs)
        changed[index] = words
        return replace(self, paragraphs=tuple(changed))


def sentence(random: Random) -> str:
    """A sentence with a remark in brackets."""
    place, thing, deed, end = map(random.choice, (PLACES, THINGS, DEEDS, ENDS))
    other = random.choice([each for each in PLACES if each != place])
    return f"{place}の{thing}を{deed}ほか、{other}（{random.randint(11, 90)}か所）の{end}。"


def prose(random: Random) -> Prose:
    """Four paragraphs, one with enough commas to tell the habit of the document."""
    return Prose(("施策の実績", *(sentence(random) for _ in range(3)), "順に述べると" + SPARE))


def listed(random: Random) -> Listed:
    """Six countries with one or two kinds of talks each, months in order and inside the year."""
    countries = random.sample(COUNTRIES, 6)
    entries = []
    for country in countries:
        months = sorted(random.sample(range(4, 13), random.randint(1, 2)))
        entries.append(
            Entry(country, random.choice(TALKS), tuple(f"{month}月" for month in months))
        )
    cited = random.choice(entries)
    grounds = f"●{cited.country}等の諸外国と{cited.what}を実施した。"
    return Listed(tuple(entries), grounds, (sentence(random),))


def evaluated(random: Random) -> Evaluated:
    """Targets nearly met in one year of two: the mark b follows."""
    first, second = random.randint(11, 40), random.randint(11, 40)
    thing = random.choice(THINGS)
    return Evaluated(
        targets=(first, second),
        actuals=(first, second - 1),
        mark="ｂ",
        summary_mark="ｂ",
        means=f"{thing}協力経費",
        numbers=("①", "①"),
        prose=tuple(sentence(random).removesuffix("。") for _ in range(2)),
    )


def students(random: Random) -> Students:
    """Students of five countries."""
    return Students({name: random.randint(1, 30) for name in random.sample(COUNTRIES, 5)})


def budgeted(_random: Random) -> Budgeted:
    """The one budget there is."""
    return Budgeted()
