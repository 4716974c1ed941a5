"""Days in a text: the dates that it names, and the date behind a relative day.

`dates_in` resolves what may be a date, for a calendar of what is to come; `dated` gives only what is certain, to be
printed in brackets behind the source's own words.
"""

from briefing.desk.days.behind import dated
from briefing.desk.days.named import dates_in
from briefing.desk.days.names import DAYS, MONTHS

__all__ = ["DAYS", "MONTHS", "dated", "dates_in"]
