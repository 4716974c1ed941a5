"""The words by which a sentence asserts, decides, finds or only wonders: English and French, our own lists."""

from __future__ import annotations

import re

PARTS = r"\d[\d.,\u202f\u00a0]*|[\w'’-]+|[,;:]"  # of a sentence: numbers, words, pauses
PLACE = r"\b(?:in|at|near|off|on|outside) (?:the )?[A-Z]"
# It settles nothing who is charged, suspected, or believed to have done it; nor what was nearly, partly or once so.
UNSURE = {
    "en": re.compile(
        r"(?i)\b(?:accus\w+|alleg\w+|suspect\w*|(?:first|second) reading|(?:sub)?committee|in part|charged with|blam\w+|den(?:y|ies|ied)|claim\w*|rumou?r\w*|preliminary|provisional\w*|tentative\w*|"
        r"in principle|almost|nearly|partly|partially|some of|in part|about to|on the brink|close to|once|formerly|years? ago|last (?:year|month|week)|previous\w*|"
        r"earlier this|in the past|traditionally|usually|normally|every (?:year|winter|summer)|remains? to|analysts?|experts?|observers?|economists?|"
        r"poll\w*|forecast\w*|predict\w*|sources?|anonymous\w*|had been|had \w+ed|draft\w*|scheduled|slated|tomorrow|next (?:week|month|year)|later this|"
        r"for now|so far|as yet|fail\w*|at least|more than|up to|around|roughly|approximately|estimat\w+|appear\w*|seem\w*|sister|another|similar|"
        r"discuss\w*|talks? (?:about|on|over)|aim\w*|prepar\w+|ready to|intend\w*|recommend\w*|hinted|signal(?:s|led|ed)|feels?|felt|believes?|thinks?)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:accus\w+|soupçonn\w+|présumée?s?|en (?:première|deuxième) lecture|en commission|dément\w*|prétend\w*|rumeurs?|provisoire\w*|de principe|presque|en partie|partiellement|"
        r"sur le point|autrefois|l'an dernier|l'année dernière|le mois dernier|la semaine dernière|précédent\w*|jadis|d'habitude|chaque (?:année|hiver|été)|"
        r"analystes?|experts?|observateurs?|économistes?|sondages?|prévisions?|pronosti\w+|projet de|demain|prochaine?s?|la semaine prochaine|"
        r"pour l'instant|pour le moment|jusqu'ici|à ce stade|faute de|au moins|plus de|environ|estim\w+|semble\w*|paraît|autre|"
        r"négoci\w+|discut\w+|prépar\w+|prêts?|recommand\w+|laisse entendre|croit|pense|juge que|avait|avaient|\w{3,}(?:era|eront|erait|eraient|ira|iront|ra|ront))\b"
    ),
}
# What was long before a question was asked is no news of it.
BEFORE_IT = re.compile(
    r"(?i)\b(?:years?|decades?|months?) (?:ago|before|earlier)\b|\blast year\b|\bil y a (?:un|deux|trois|\d+|quelques|des) (?:ans?|mois|années)\b|\bl'an dernier\b|\bl'année dernière\b"
)
FOUND = re.compile(r"(?i)\b(?:was|were) (?:found|located|rescued|discovered)\b")
# A party decides: what follows is what it will do, or not do.
DECIDES = {
    "en": re.compile(
        r"(?i)\b(?P<verb>decided|voted|chose|opted|agreed|ruled|refused|declined)\b(?:,? (?:on|by|late|early|unanimously|with|in a|after|\d+|to \d+|–|-)[^,.;]{0,30}?)?,? "
        r"(?P<not>not to|against|out|to)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:a|ont) (?P<verb>décidé|voté|choisi|accepté|refusé|renoncé|convenu)\b(?: [^,.;]{0,30}?)?,? (?P<not>de ne pas|de|d'|contre|à)(?: |(?<='))"
    ),
}
REFUSALS = frozenset("refused declined refusé renoncé".split())
NEVER_SAID = re.compile(
    r"(?i)\b(?:to (?:say|comment|answer|discuss|disclose|confirm|specify|reveal)|de (?:dire|préciser|commenter|répondre|confirmer)|d'indiquer)\b"
)
FINDERS = re.compile(
    r"(?i)\b(?:investigators?|inquiry|inquest|coroner|commission|court|judge|tribunal|enquêteurs?|enquête|juge)\b[^,.;]{0,40}?\b(?:found|concluded|determined|established|ruled|confirmed|"
    r"(?:a|ont) (?:conclu|établi|confirmé|constaté))\b|"
    r"(?i:\b(?:inquiry|investigation|ministry|board|official|final|commission|police|court)(?:'s)? (?:final )?report (?:says|said|finds|found|concludes|concluded)\b)|"
    r"(?i:\b(?:safety|investigation|accident) (?:board|bureau|agency)\b[^.;]{0,40}? (?:said in its (?:\w+ )?report|found|concluded)\b)"
)
OWN_WORDS = re.compile(
    r"(?i)\b(?:said|says|announced|confirmed|a (?:dit|annoncé|confirmé|indiqué)|ont (?:dit|annoncé|confirmé|indiqué)|annonce|confirme|indique)\b"
)
CAUSED = re.compile(
    r"(?i)\b(?:caused|triggered|set off|started|was traced to|led to|sparked|provoqué|causé|déclenché)\b"
)
COUNT = re.compile(
    r"(?i)\b\d[\d.,\u202f\u00a0]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|billion)\b"
)
PAST_NOT = re.compile(
    r"(?i)\b(?:did not|didn't|was not|wasn't|were not|weren't|has not|n'a pas|n'ont pas|n'est pas|ne s'est pas)\b"
)
PARTICIPLE = re.compile(
    r"(?i)\b(?:a|ont|est|sont|s'est|se sont) (?:été )?(?:\w+ment |également |bien |enfin |déjà )?(\w{3,})\b"
)
CONDITION = re.compile(r"(?i)\b(?:if|unless|provided|on condition|once|si|s'il|à condition|pourvu)\b")
ASKS = re.compile(
    r"(?i)\b(?:unclear|not clear|unknown|(?:nobody|no one) (?:knows|can say)|nul ne sait|personne ne sait|not known|no word|remains to be seen|remain(?:s|ed)? (?:uncertain|open|undecided)|"
    r"(?:has|have|had|did|would|could) ?(?:not|n't)(?: yet| immediately)? (?:said?|say|disclosed?|decided?|know|explained?)|"
    r"(?:declined|refused) to (?:say|comment|discuss|answer)|whether|"
    r"on ignore|ignore encore|reste à savoir|ne sait pas|pas encore (?:dit|connu|précisé|décidé)|n'a pas (?:dit|précisé|indiqué)|"
    r"refusé de (?:dire|préciser)|inconnue?s?)(?!\w)"
)
