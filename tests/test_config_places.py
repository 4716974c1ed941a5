from __future__ import annotations

import zoneinfo

import pytest

from briefing.config import places


@pytest.mark.parametrize(
    ("written", "city", "country"),
    [
        ("Ottawa", "Ottawa", "CA"),
        ("montreal", "Montréal", "CA"),
        ("London", "London", "GB"),
        ("London, CA", "London", "CA"),
        ("Kiev", "Kyiv", "UA"),
        ("San Jose", "San Jose", "US"),
        ("San José", "San José", "CR"),
        ("Sao Paulo", "São Paulo", "BR"),
        ("st johns", "St. John's", "CA"),
        ("Washington, D.C.", "Washington", "US"),
        ("Lodz", "Łódź", "PL"),
    ],
)
def test_a_city_is_found_however_it_is_spelled(written: str, city: str, country: str) -> None:
    found = places.find(written)
    assert found is not None
    assert (found.name, found.country) == (city, country)


def test_the_name_printed_is_the_one_written_without_the_country() -> None:
    assert [places.printed(name) for name in ("Montreal", "London, CA", "Washington, D.C.")] == [
        "Montreal",
        "London",
        "Washington, D.C.",
    ]


def test_the_table_of_cities_is_sound() -> None:
    cities = places.cities()
    assert len(cities) >= 400
    assert {city.timezone for city in cities} <= zoneinfo.available_timezones()
    assert all(abs(city.latitude) <= 90 and abs(city.longitude) <= 180 and len(city.country) == 2 for city in cities)
    assert len({(city.name, city.country) for city in cities}) == len(cities)
    provincial = (
        "Toronto Québec Halifax Fredericton Winnipeg Victoria Charlottetown Regina Edmonton Yellowknife Iqaluit"
    )
    assert all((found := places.find(name)) and found.country == "CA" for name in provincial.split())
    assert all(places.find(name) for name in ("St. John's", "Whitehorse", "Gatineau"))
