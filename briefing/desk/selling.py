"""What sells: posts that somebody paid for, releases of a party about itself, and the words in which they praise.

None of it is news by itself. Of a press release the deeds, figures and days are told; of a paid post nothing; words of
praise ("a global leader in", "revolutionary platform") nowhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.compression import QUOTED
from briefing.desk.text import folded

if TYPE_CHECKING:
    from briefing.model import Article, Report

FIRST = 3  # blocks at a page's head that say who paid for it
LABEL = 8  # words of such a label
PRESS = "press release"
_GOODS = r"(?:products?|platforms?|technolog\w+|systems?|solutions?|devices?|approach|tools?|apps?|designs?|services?|software|features?|formula|range|experience|innovations?|way)"
HYPE = {
    "en": re.compile(
        r"(?i)\b(?:(?:global|world|market|industry|recogni[sz]ed|undisputed) leaders? in|(?:world|industry|market|class)-leading|leading (?:global )?(?:provider|supplier|innovator|maker) of|"
        rf"(?:revolutionary|ground-?breaking|cutting-edge|next-gen(?:eration)?|state-of-the-art|innovative|game-chang\w+|disruptive|seamless|unparalleled|unrivall?ed|award-winning|world-class|premium|transformative) (?:new |[\w-]+ )?{_GOODS}\b|"
        r"best-in-class|game-?changer|revolutioni[sz]e\w*|unlock (?:the |their |its |your )?(?:full |true )?(?:potential|power|value)|empower(?:s|ing) (?:\w+ )?(?:to|businesses|customers|enterprises|users|people)|"
        r"(?:is|are|am) (?:\w+ )?(?:thrilled|excited|delighted|proud|pleased|honou?red) to|redefin(?:es|ing) (?:the|how|what)|takes? .{2,40} to the next level|"
        r"one-stop|must-have|don't miss|order now|use (?:our|the|this|my) (?:discount |promo )?code|buy now|shop now|limited(?:-time)? offer|while stocks last)\b"
    ),
    "fr": re.compile(
        r"(?i)(?<!\w)(?:leader (?:mondial|européen|incontesté|du marché)|numéro un mondial de l'|acteur (?:majeur|incontournable|de référence)|à la pointe d|de pointe pour|"
        r"(?:solution|plateforme|technologie|produit|offre|expérience|gamme|approche|service|outil)s? (?:\w+ )?(?:révolutionnaire|innovant|inédit|unique en son genre|de (?:nouvelle|dernière) génération|haut de gamme|sans précédent)\w*|"
        r"révolutionn(?:e|er|era|ant) |libérer (?:tout )?le potentiel|(?:est|sommes|sont) (?:\w+ )?(?:ravie?s?|fi[eè]re?s?|heureu(?:x|ses?)|enchantée?s?) d|"
        r"incontournable|offre limitée|commandez|profitez|code promo|n'attendez plus)"
    ),
}
PAID = re.compile(
    r"(?i)^\W*(?:sponsored|advertisement|advertorial|paid (?:partnership|content|post|for by)|promoted|partner content|brand(?:ed)? content|"
    r"in partnership with|presented by|publireportage|publi-?rédactionnel|publicité|contenu (?:sponsorisé|partenaire|de marque)|"
    r"(?:article |post )?sponsorisé|en partenariat (?:avec|rémunéré)|communiqué publicitaire|anzeige)\b"
)
SAID_PAID = re.compile(
    r"(?i)\b(?:contains? affiliate links|this (?:\w+ )?(?:post|article|content|story|page|review) (?:is|was|has been) (?:sponsored|paid for|produced (?:in partnership|by) |created in partnership)|"
    r"(?:paid|sponsored) (?:partnership|post|content) (?:with|by|from)|contient des liens affiliés|cet article (?:est|a été) (?:sponsorisé|rédigé en partenariat|financé par))"
)
# The label of an advertisement's place stands on many a page of news; with a reader spoken to it is an advertisement.
SLOT = re.compile(r"(?i)\W*(?:advertisement|publicité|anzeige|sponsored)\W*")
SPOKEN_TO = re.compile(r"(?i)\b(?:you|your|we|our|vous|votre|vos|nous|notre)\b")
RELEASED = re.compile(
    r"(?i)^\W*(?:for immediate release|press release|media release|news release|communiqué de presse|pour diffusion immédiate|"
    r"(?:press|media|investor) contacts?\b|contacts? presse|about [A-Z][\w&. -]{1,30}$)"
)
ABOUT = re.compile(
    r"^\W*(?:About (?=[A-Z])|À propos d|(?:(?:Press|Media|Investor) c|C)ontacts?\b(?: presse)?)[^.!?]{0,60}:?$|^(?i:(?:press|media|investor) contacts?|contacts? presse) ?:"
)
RELEASE_MARKS = 2  # of its forms make a text a press release, where its outlet does not say so; one at its head does


def sells(text: str, language: str) -> bool:
    """Tell whether a sentence praises what its writer has to sell, outside any quotation."""
    rule = HYPE.get(language)
    return rule is not None and rule.search(QUOTED.sub("", folded(text))) is not None


@lru_cache(maxsize=64)
def paid(article: Article) -> bool:
    """Tell whether an article says of itself that somebody paid for it."""
    head = [block.text for block in article.blocks if block.text.strip()][:FIRST]
    if PAID.match(article.title) and not SLOT.fullmatch(article.title):
        return True
    if any(PAID.match(text) and len(text.split()) <= LABEL and not SLOT.fullmatch(text) for text in head):
        return True
    if any(SLOT.fullmatch(text) for text in head[:1]) and len(SPOKEN_TO.findall(article.text)) > 1:
        return True
    return SAID_PAID.search(article.text) is not None


@lru_cache(maxsize=64)
def released(report: Report) -> bool:
    """Tell whether a report is a party's own release: its outlet says so, or its form does."""
    if PRESS in (report.article.kind, report.feed.kind):
        return True
    lines = [block.text.strip() for block in report.article.blocks if block.text.strip()]
    marks = [RELEASED.match(line) is not None for line in lines]
    return sum(marks) >= RELEASE_MARKS or (any(marks[:1]) and not lines[0].lower().startswith("about"))


def about_itself(article: Article) -> int | None:
    """Give the block at which a release begins to say who its party is and whom to ring; None where none does."""
    return next((n for n, block in enumerate(article.blocks) if n and ABOUT.match(block.text.strip())), None)
