"""Whether two questions ask the same, under the same words or others.

Words that news uses for one another stand in sets, as a thesaurus has them (WordNet's synsets; Fellbaum 1998); two questions
are the same where they ask of the same with the same verb, or mostly in the same words, once each set counts as one word.
"""

from __future__ import annotations

import re

from briefing.desk.text import folded, stem, stems

ALIKE = 0.6
ENOUGH = 3  # words: two questions of fewer are of one happening only by chance
_SETS = {
    "en": """mine pit colliery / open reopen restart resume / close shut shutter / ban prohibit outlaw bar / approve pass adopt back endorse ratify accept /
        resign quit depart / kill die dead death deaths / find locate / talks negotiations negotiation / deal agreement accord pact treaty settlement / fire blaze inferno /
        crash accident collision wreck / blast explosion bombing bomb / ship vessel boat ferry / flood flooding floods / cause trigger spark / bill law legislation measure /
        plan proposal scheme / strike walkout stoppage / vote ballot referendum / election poll polls / raise increase hike / cut reduce lower slash / pay fund finance /
        prime-minister premier / harbour harbor port / court judge judges / reveal disclose publish release / choose elect select / inquiry investigation probe / ruling verdict decision judgment judgement /
        build construct / buy acquire purchase takeover / leave withdraw pull / police officers investigators / protest rally demonstration / storm hurricane cyclone typhoon / victims dead /
        whereabouts happened fate / survive hold withstand / begin start / stop halt end / replace succeed / sell divest / free release""",
    "fr": """mine puits / ouvrir rouvrir rouvrira ouvrira rouvert / fermer fermera fermeture / approuver adopter accepter ratifier voter approuvera adoptera acceptera / pourparlers négociations
        discussions / accord traité pacte / incendie feu / accident collision / explosion attentat / navire bateau ferry / projet plan / grève débrayage / loi texte / port havre / cause origine raison /
        démissionner démissionnera quitter quittera / payer paiera financer financera / enquête investigation""",
}
_ONE = {
    language: {stem(word): at for at, line in enumerate(text.split("/")) for word in line.split()}
    for language, text in _SETS.items()
}
_IDLE = {
    "en": frozenset(stem(word) for word in "going go again still likely able ever finally be reached behind".split()),
    "fr": frozenset(("enfin", "encore", "va", "vont")),
}
_CAUSE = re.compile(
    r"(?i)^(?:why did|what (?:made|led to|set off|started|sparked|triggered|was the (?:cause|reason) (?:of|for|behind)))\b|^how did (?=.* (?:start|begin|happen)\?)"
)


_TAIL = re.compile(r"(?i)-(?:t-)?(?:ils?|elles?|on)\b|\best-ce (?:que |qu')|^qu'est-ce (?:que |qu'|qui )")


def alike(left: str, right: str, language: str) -> bool:
    """Tell whether two questions ask the same: about the same with the same verb, or in mostly the same words."""
    ours, theirs = _meaning(left, language), _meaning(right, language)
    if ours[:2] == theirs[:2]:
        return True
    common = set(ours) & set(theirs)
    return len(common) / max(1, min(len(set(ours)), len(set(theirs)))) >= ALIKE


def one_in_words(left: str, right: str, language: str) -> bool:
    """Tell whether two questions say the same in the same words, once each set counts as one word, in whatever order."""
    ours, theirs = frozenset(_meaning(left, language)), frozenset(_meaning(right, language))
    return ours == theirs and len(ours) >= ENOUGH


def _meaning(text: str, language: str) -> list[str]:
    plain = _TAIL.sub("", _CAUSE.sub("What caused", folded(text)))
    one, idle = _ONE.get(language, {}), _IDLE.get(language, frozenset())
    return [
        f"={one[word]}" if word in one else word
        for word in stems(plain, language)
        if not (language == "en" and word.endswith("ly")) and word not in idle
    ]
