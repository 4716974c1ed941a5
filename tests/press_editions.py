"""Editions in every state, made from the shipped invented one."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Brief, Edition, KeyDevelopment, Section, Statement
from briefing.press.fixture import fixture_edition

WHOLE = fixture_edition()
LETTERS = "W" * 3000
HEBREW = "שלום עולם"


def briefs(edition: Edition = WHOLE) -> tuple[Brief, ...]:
    return tuple(story for section in edition.sections for story in section.stories)


def told(*stories: Brief, section: str = "World") -> Edition:
    return replace(WHOLE, sections=(Section(name=section, stories=stories),))


def headlined(story: Brief, text: str, name: str) -> Brief:
    return replace(story, id=name, headline=Statement(text=text, evidence=story.headline.evidence))


def empty() -> Edition:
    return replace(WHOLE, sections=(), standing_questions=(), watch_for=(), corrections=())


def sixty() -> Edition:
    stories = briefs()
    names = ("World", "Canada", "Science")
    return replace(
        WHOLE,
        sections=tuple(
            Section(name=name, stories=tuple(replace(stories[(3 * i + at) % 8], id=f"{name}{i}") for i in range(20)))
            for at, name in enumerate(names)
        ),
    )


def hostile() -> Edition:
    lead, second, _, fourth, *_ = briefs()
    evidence = lead.key_developments[0].evidence
    says = tuple(
        KeyDevelopment(text=text, verbatim=True, evidence=evidence)
        for text in (LETTERS, "\u202eevil <img src=x onerror=alert(1)>", "bell \x07 and non-character \uffff")
    )
    source = replace(
        lead.sources[0], name="</style><b>Evil</b>", url="javascript:alert(1)", title="https://x.example/" + "a/" * 300
    )
    bad = replace(
        headlined(lead, "<script>alert(1)</script> & “quotes” \"'", "bad"),
        key_developments=says,
        sources=(source, *lead.sources[1:]),
    )
    return told(bad, headlined(second, HEBREW, "rtl"), headlined(fourth, "A headline that goes on. " * 8, "long"))


TONGUES = {
    "ar": ("محادثات الحدود تنتهي من دون اتفاق بعد أسبوع", "قال المبعوث إن الجولة التالية تبدأ في 14 ديسمبر.", "هل يقبل الطرفان موعدًا جديدًا؟"),
    "he": ("שיחות הגבול הסתיימו ללא הסכם אחרי שבוע", "השליח אמר שהסבב הבא יתחיל ב-14 בדצמבר.", "האם שני הצדדים יסכימו למועד חדש?"),
    "hi": ("सीमा वार्ता एक सप्ताह बाद बिना समझौते के समाप्त", "दूत ने कहा कि अगला दौर 14 दिसंबर से शुरू होगा।", "क्या दोनों पक्ष नई तारीख मानेंगे?"),
    "ja": ("国境の会談は一週間後、合意なしに終わった", "特使は次の会談が十二月十四日に始まると述べた。", "両国は新しい日程を受け入れるのか。"),
    "ko": ("국경 회담이 일주일 만에 합의 없이 끝났다", "특사는 다음 회담이 12월 14일에 시작된다고 말했다.", "양측은 새 날짜를 받아들일까?"),
    "zh": ("边境会谈一周后无果而终", "特使说，下一轮会谈将于十二月十四日开始。", "双方会接受新的日期吗？"),
    "el": ("Οι συνομιλίες για τα σύνορα έληξαν χωρίς συμφωνία", "Ο απεσταλμένος είπε ότι ο επόμενος γύρος αρχίζει.", "Θα δεχθούν νέα ημερομηνία;"),
    "ru": ("Переговоры о границе завершились без соглашения", "Посланник сказал, что новый раунд начнётся скоро.", "Согласятся ли стороны на новую дату?"),
}  # fmt: skip
EMOJI = "Market day 🍎 opens, and the mayor sends 👩‍🚀 home"


def abroad() -> Edition:
    """One story in each of the tongues, and one with pictures among its words."""
    lead = briefs()[0]
    stories = [
        replace(
            headlined(lead, headline, tongue),
            language=tongue,
            summary=None,
            since_yesterday=(),
            analysis=(),
            unknowns=(),
            disagreements=(),
            key_developments=(
                replace(lead.key_developments[0], text=statement),
                replace(lead.key_developments[0], text=f"{statement} {headline}."),
            ),
            open_questions=(replace(lead.open_questions[0], text=question),),
        )
        for tongue, (headline, statement, question) in TONGUES.items()
    ]
    return told(*stories, headlined(briefs()[1], EMOJI, "emoji"))


ADDRESS = "https://archive.news.example/" + "a-very-long-path-without-any-hyphen".replace("-", "") * 6 + "?id=1"
CODE = "if(status==503){retry(after=60);log('gate_closed_for_maintenance_until_further_notice');return(None)}"


def laden() -> Edition:
    """A lead with 26 sources and a headline of 200 letters, statements of addresses and code, one from right to left."""
    lead, second, third, *_ = briefs()
    many = tuple(
        replace(
            lead.sources[0], name=f"The {name} Observer of the North", url=f"https://n{at}.example/{name}", copy=at > 11
        )
        for at, name in enumerate("abcdefghijklmnopqrstuvwxyz")
    )
    long = "The committee on the harbour, its four bridges and the northern line adjourns once more without a vote " * 3
    code = tuple(replace(lead.key_developments[0], text=text) for text in (ADDRESS, CODE, lead.headline.text))
    return told(
        replace(headlined(lead, long[:200].strip(), "many"), sources=many),
        replace(headlined(second, "שיחות הגבול הסתיימו ללא הסכם אחרי שבוע", "hebrew"), language="he"),
        replace(third, id="code", key_developments=code),
    )
