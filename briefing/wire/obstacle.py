"""Pages that are served as if they were the article, and are a wall in front of it, or say that there is none."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing.wire.prose import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from briefing.model import Block

NO_ARTICLE = "its page holds no article that could be read"
_SUBSCRIBERS = "its page is for subscribers only"
_CONSENT = "its page asks for consent first"
_LOGIN = "its page asks for a login"


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_WALLS = (
    (
        "its page works only with JavaScript",
        _any(
            r"(?:enable|turn on|activate|requires?|need|without) (?:your )?java ?script",
            r"java ?script (?:is|must be|has been|seems to be|needs to be) (?:currently )?(?:disabled|required|enabled|not)",
            r"(?:you need to|please) enable java ?script",
            r"java ?script (?:ist|muss|wird|zu) (?:deaktiviert|aktiviert|benötigt|nicht)|(?:aktivieren sie|bitte|ohne) java ?script|java ?script (?:bitte )?aktivieren",
            r"(?:activer|activez|nécessite|sans) (?:le )?java ?script|java ?script (?:est|doit être) (?:désactivé|activé|requis)",
            r"(?:activar?|active|habilitar?|habilite|requiere|necesita) (?:el )?java ?script|java ?script (?:está|debe)",
            r"(?:abilita(?:re)?|attiva(?:re)?) java ?script|schakel java ?script in|włącz(?:yć)? (?:obsługę )?java ?script",
        ),
    ),
    (
        "its page asks whether one is human",
        _any(
            r"verify(?:ing)? (?:that )?you are (?:a )?(?:human|not a robot)|are you a robot|i[’']m not a robot|checking (?:if the site|your browser)",
            r"\bcaptcha\b|unusual (?:traffic|activity) from|just a moment\.\.\.|press (?:&|and) hold|ddos protection|cloudflare ray id|attention required!",
            r"needs to review the security of your connection|prove (?:that )?you are human|pardon our interruption|bot verification",
            r"sie (?:ein )?mensch sind|kein roboter|sicherheitsprüfung|vous n[’']êtes pas un robot|êtes un humain|no (?:eres|es|soy) un robot|non sono un robot",
        ),
    ),
    (
        _CONSENT,
        _any(
            r"before you continue|we (?:and our (?:\d* ?|trusted )partners|value your privacy)|accept (?:all )?cookies|we use cookies|your privacy choices",
            r"cookie (?:policy|consent|preferences|settings)|manage (?:consent|preferences)|consent to the use of",
            r"bevor sie (?:fortfahren|zu .{2,30} weitergehen)|wir (?:verwenden|nutzen) cookies|alle(?:n)? (?:cookies )?(?:akzeptieren|zustimmen)|mit werbung weiterlesen"
            r"|wir und unsere (?:\d+ )?partner|ihre zustimmung|einwilligung",
            r"avant de continuer|nous (?:et nos (?:\d+ )?partenaires|utilisons des cookies)|tout accepter|accepter et (?:continuer|fermer)|continuer sans accepter",
            r"antes de continuar|(?:nosotros y nuestros (?:\d+ )?socios|utilizamos cookies|usamos cookies)|aceptar (?:todo|todas|y continuar|cookies)",
            r"prima di continuare|utilizziamo (?:i )?cookie|accetta (?:tutto|e continua)|voordat je verdergaat|alles accepteren|przejdź do serwisu",
        ),
    ),
    (
        _LOGIN,
        _any(
            r"(?:log|sign) ?in to (?:continue|read|view|access|your account)|please (?:log|sign) ?in|you (?:must|need to) (?:be logged|log|sign) ?in",
            r"forgot(?:ten)? (?:your )?password|create (?:a free|an) account (?:to|and)|register (?:for free )?to (?:continue|read)|new user\? register",
            r"(?:bitte )?(?:melden sie sich an|anmelden), um|passwort vergessen|(?:jetzt )?registrieren(?:,)? (?:und|um) weiter|sie müssen (?:sich anmelden|angemeldet)",
            r"connectez-vous pour|veuillez vous connecter|mot de passe oublié|créez un compte pour|identifiez-vous pour",
            r"inici(?:a|e) sesión para|olvid(?:aste|ó) (?:tu|su) contraseña|reg[ií]str(?:ate|ese) para (?:seguir|continuar|leer)",
            r"accedi per (?:continuare|leggere)|password dimenticata|log in om (?:verder|door) te|wachtwoord vergeten",
        ),
    ),
    (
        _SUBSCRIBERS,
        _any(
            r"subscribe (?:now )?to (?:continue|read|keep|unlock|get (?:full|unlimited) access)|(?:for|to|available to|exclusive to|reserved for) (?:our )?(?:paid )?(?:subscribers|members)(?: only)?\b",
            r"(?:this|the rest of this|full) (?:article|story|post|content)s? (?:is|are) (?:only )?(?:for|available|reserved|exclusive)",
            r"already a (?:subscriber|member)|(?:subscriber|premium|member)s?[- ](?:only|exclusive)|(?:to|and) (?:continue|keep) reading|you have (?:reached|read) your (?:limit|last|free)",
            r"free articles? (?:left|remaining|this month)|unlock (?:this|the full) (?:article|story)|(?:view|read) the (?:full|whole) story, please subscribe",
            r"(?:nur|exklusiv) für (?:abonnent|mitglied)|jetzt (?:abonnieren|testen) und weiterlesen|weiterlesen mit|bereits abonnent|um (?:diesen artikel )?weiterzulesen|dieser (?:artikel|inhalt) ist (?:exklusiv|nur)",
            r"(?:réservée?s?|exclusi\w+) aux abonnés|(?:abonnez-vous|s[’']abonner) pour (?:lire|continuer|accéder)|déjà abonnée?|(?:la suite|cet article) est réservée?|il vous reste \d+ ?% de cet article",
            r"(?:solo|exclusivo) para (?:suscriptor|socio|abonad)|suscr[ií]b(?:ete|ase|irte) para (?:seguir|continuar|leer)|ya (?:eres|soy) suscriptor|contenido exclusivo para",
            r"(?:riservato|solo per) (?:agli )?abbonati|abbonati per (?:leggere|continuare)|sei già abbonato|alleen voor abonnees|al abonnee\?|dla (?:subskrybentów|prenumeratorów)",
        ),
    ),
)
_WALLS_ALL = _any(*(words.pattern for _, words in _WALLS))
_STOPS = (
    (
        _SUBSCRIBERS,
        _any(
            r"subscribe (?:now |today )?to (?:continue|read|keep|unlock)|(?:to|and) (?:continue|keep) reading|(?:the )?(?:rest of )?this (?:article|story|post|content) is (?:only )?(?:for|available to|reserved for|exclusive to)",
            r"(?:for|to) (?:paid |paying )?subscribers only|subscriber[- ]only (?:article|story|content)|unlock (?:this|the full) (?:article|story)|read your (?:last|limit|free)|to (?:read|view) the (?:full|whole|rest of the) (?:article|story),? (?:please )?subscribe",
            r"um (?:diesen artikel )?weiterzulesen|(?:abonnieren|testen) und weiterlesen|dieser (?:artikel|inhalt) ist (?:exklusiv|nur)|(?:exklusiv|nur) für abonnent",
            r"réservée?s? (?:à nos|aux) abonnés|abonne(?:z-vous|r) pour (?:lire|continuer)|il vous reste \d+ ?%|pour lire la suite",
            r"(?:solo|exclusivo) para (?:suscriptor|socio|abonad)|suscr[ií]b(?:ete|ase|irte) para (?:seguir|continuar|leer)|para seguir leyendo",
            r"riservato agli abbonati|abbonati per (?:leggere|continuare)|per continuare a leggere|alleen voor abonnees|om verder te lezen",
        ),
    ),
    (
        _LOGIN,
        _any(
            r"(?:log|sign) ?in to (?:continue|read|view)|register (?:for free )?to (?:continue|read)|(?:melden sie sich an|anmelden|einloggen),? um (?:weiter|den|diesen)",
            r"connectez-vous pour (?:lire|continuer)|inici(?:a|e) sesión para (?:seguir|leer|continuar)|reg[ií]str(?:ate|ese) para (?:seguir|continuar|leer)|accedi per (?:continuare|leggere)|log in om (?:verder|door) te",
        ),
    ),
)  # fmt: skip - what stands where a text breaks off
_ASKS = _any(*(words.pattern for cause, words in _WALLS if cause in {_SUBSCRIBERS, _LOGIN}))
_OF_CONSENT = _any(
    r"cookies?\b|consent|privacy|personal data|our partners|einwilligung|datenschutz|personenbezogen|zustimm|partner(?:n)?\b|consentement|vie privée"
    r"|données (?:personnelles|à caractère)|partenaires|consentimiento|privacidad|datos personales|socios|dati personali|consenso|persoonsgegevens|toestemming"
)
_GONE = (
    (
        "its page says that it was not found",
        _any(
            r"^(?:error|fehler|erreur|http)?\W*(?:404|410)\b|(?:page|article|story|content|site|url) (?:you .{0,40})?(?:could|can|was|is|has|does)?\s*(?:not|n[’']t|been|be|cannot)?\s*(?:be )?(?:not found|found|removed|exist|unavailable|no longer)"
            r"|^not found|(?:oops|sorry)\b.{0,40}(?:found|exist|gone|page)|(?:can[’']t|cannot|couldn[’']t) (?:find|seem to find)",
            r"(?:seite|artikel|inhalt)\b.{0,40}\b(?:nicht gefunden|existiert nicht|nicht (?:mehr )?(?:verfügbar|vorhanden))|nicht gefunden",
            r"(?:page|article)\b.{0,30}\b(?:introuvable|non trouvée?|n[’']existe (?:pas|plus)|n[’']est plus disponible)|introuvable",
            r"(?:página|pagina|artículo|contenido)\b.{0,30}\b(?:no (?:encontrad[oa]|existe|disponible|se encuentra|está disponible)|non (?:trovata|esiste|disponibile)|não encontrada|niet gevonden)|no encontrad[oa]|nie znaleziono",
        ),
    ),
    (
        "its page says that access is denied",
        _any(
            r"^(?:error|fehler|erreur|http)?\W*(?:401|403|451)\b|access (?:to this page |has been )?(?:is |was )?(?:denied|forbidden|blocked)|^forbidden|you have been blocked|not available in your (?:country|region)",
            r"unavailable (?:for legal reasons|in your (?:country|region))|request (?:blocked|rejected)|zugriff (?:verweigert|gesperrt)|zugang verweigert|accès (?:refusé|interdit|bloqué)|acceso (?:denegado|prohibido)|accesso negato|toegang geweigerd",
        ),
    ),
    (
        "its page says that something went wrong",
        _any(
            r"^(?:error|fehler|erreur|http)?\W*(?:500|502|503|504)\b|something (?:went|has gone) wrong|(?:internal )?server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|(?:an|unexpected) error (?:has )?occurred|^error\W*$|under maintenance|be right back|site (?:is )?temporarily",
            r"etwas ist schief ?gelaufen|ein fehler ist aufgetreten|wartungsarbeiten|interner serverfehler|vorübergehend nicht (?:erreichbar|verfügbar)",
            r"une erreur (?:est survenue|s[’']est produite)|erreur interne|quelque chose s[’']est mal passé|temporairement indisponible|en maintenance",
            r"algo (?:salió|ha salido|fue) mal|(?:se ha producido|ha ocurrido|ocurrió) un error|error (?:interno )?del servidor|si è verificato un errore|er is iets misgegaan|er ging iets mis",
        ),
    ),
)
_TEASER = 220  # words: what is longer is read, whatever stands under it
_GLIMPSE = 25  # words beside a wall's own: fewer are no article
_LONG_CONSENT = 500  # words: no page that asks for consent has more
_MOSTLY = 0.6
_HEADS = 3  # titles, among which an error page says that it is one
_HEAD_SIGNS = 110  # of a title that says so and nothing else
_LAST = 4  # blocks, among which a wall stands at an article's end
_LONG = 3000  # signs of a block: no wall has so long a one
_NOTICE = 160  # signs of a line that says why the text breaks off: a longer one is text
_SEEN = 40_000  # signs of a page among which a wall is looked for


def obstacle(tree: HtmlElement, blocks: Sequence[Block], ending: Sequence[str], words: int, *, free: bool) -> str:
    """Why what was found is no article, in a reader's words; nothing where it may be one.

    `ending` are the lines in which the text ends and those that follow it, `words` is how many the text has that say
    nothing of a wall, `free` whether the page's data leave it open to all.
    """
    if words < _LONG_CONSENT and _is_about_consent(blocks):
        return _CONSENT
    if words >= _TEASER:
        return ""
    heads = [clean(node.text_content()) for node in itertools.islice(tree.iter("title", "h1", "h2"), _HEADS)]
    heads = [said for said in heads if len(said) <= _HEAD_SIGNS]
    whole = sum(block.text.count(" ") + 1 for block in blocks)
    gone = _said_in(heads, _GONE) if whole < _TEASER else ""
    if gone or not free:
        return gone or _SUBSCRIBERS
    seen = heads if words >= _GLIMPSE else [" ".join(_visible(tree))[:_SEEN]]
    return _said_in(seen, _WALLS) or _said_in([said for said in ending if len(said) <= _NOTICE], _STOPS)


def _said_in(lines: Sequence[str], walls: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    return next((cause for cause, form in walls if any(map(form.search, lines))), "")


def _is_about_consent(blocks: Sequence[Block]) -> bool:
    """Whether most of a text is about what its reader is to agree to, and asks for it in so many words."""
    asked = _said_in(
        [block.text for block in blocks if len(block.text) <= _LONG], [wall for wall in _WALLS if wall[0] == _CONSENT]
    )
    whole = sum(len(block.text) for block in blocks)
    told = sum(len(block.text) for block in blocks if len(block.text) <= _LONG and _OF_CONSENT.search(block.text))
    return bool(asked) and told >= _MOSTLY * whole


def beside_the_wall(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that say nothing of what a wall says."""
    return tuple(block for block in blocks if len(block.text) > _LONG or not _WALLS_ALL.search(block.text))


def before_the_wall(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without what asks at their end for a subscription or a login."""
    end = blocks[-_LAST:]
    return blocks[: len(blocks) - len(end)] + tuple(
        block for block in end if len(block.text) > _NOTICE or not _ASKS.search(block.text)
    )


def _visible(tree: HtmlElement) -> list[str]:
    """What a reader sees, and what is shown to whoever runs no scripts."""
    return [
        text
        for node in tree.iter(
            "title", "noscript", "p", "h1", "h2", "h3", "h4", "button", "label", "span", "div", "a", "li", "strong", "b"
        )
        if (text := node.text) and not text.isspace()
    ]
