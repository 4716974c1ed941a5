from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from press_editions import WHOLE, empty, hostile

from briefing import press
from briefing.errors import PressError, TemplateError, UserError
from briefing.press.loading import refuse_loading

if TYPE_CHECKING:
    from pathlib import Path


def folders(root: Path, **files: str) -> list[Path]:
    """Write `morning__edition_html="…"` to templates/morning/edition.html; give the folders, most specific first."""
    for name, text in files.items():
        folder, _, rest = name.rpartition("__")
        path = root / "templates" / folder / rest.replace("_html", ".html").replace("_css", ".css")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [root / "templates" / "morning", root / "templates"]


def screen(templates: press.Templates) -> str:
    return press.page_html(WHOLE, templates, medium="screen")


def test_the_audience_wins_over_the_workspace_and_that_over_the_shipped(tmp_path: Path) -> None:
    found = press.gather(folders(tmp_path, style_css="/*all*/ a{}", morning__style_css="b{}"))
    where = {name: place for name, _, place in found.files}
    assert where["style.css"] == "templates/morning/style.css"
    assert where["edition.html"] == "builtin:edition.html"
    assert where["builtin:style.css"] == "builtin:style.css"


def test_a_block_is_replaced_by_extending_the_shipped_page_for_screen_and_print(tmp_path: Path) -> None:
    mine = '{% extends "builtin:edition.html" %}{% block colophon %}{{ super() }}<p>Printed for the board.</p>{% endblock %}'
    templates = press.gather(folders(tmp_path, edition_html=mine))
    assert "Printed for the board." in screen(templates)
    assert "About this edition" in screen(templates)
    assert "Printed for the board." in press.page_html(WHOLE, templates, medium="print")


def test_a_block_within_a_story_sees_the_story_and_its_form(tmp_path: Path) -> None:
    mine = '{% extends "builtin:edition.html" %}{% block headline %}<h{{ level }}>{{ form }}: {{ story.id }}</h{{ level }}>{% endblock %}'
    assert "<h3>lead: talks</h3>" in screen(press.gather(folders(tmp_path, morning__edition_html=mine)))


def test_tokens_alone_are_appended_last(tmp_path: Path) -> None:
    html = screen(press.gather(folders(tmp_path, style_css=":root { --accent: #0b5a4a }")))
    assert html.index("--accent: #8c1d18") < html.index("--accent: #0b5a4a")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{% extends "builtin:edition.html" %}\n{% block title %}\n{{ editoin.title }}{% endblock %}', "templates/edition.html:3: 'editoin' is undefined (did you mean 'edition'?)"),
        ('{% extends "builtin:edition.html" %}{% block story %}\n{{ storys }}{% endblock %}', "templates/edition.html:2: 'storys' is undefined (did you mean 'story'?)"),
        ('{% extends "builtin:edition.html" %}{% block title %}\n{{ edition.titel }}{% endblock %}', "templates/edition.html:2: 'titel' is undefined (did you mean 'title'?)"),
        ("line\n{% if %}", "templates/edition.html:2: Expected an expression"),
        ('{% extends "builtin:editoin.html" %}', "templates/edition.html:1: no template 'builtin:editoin.html' (did you mean 'builtin:edition.html'?)"),
        ("\n{{ 1 / 0 }}", "templates/edition.html:2: division by zero"),
        ('{% extends "edition.html" %}', "a template extends or includes itself"),
        ("{{ edition.nope }}", "templates/edition.html:1: 'nope' is undefined (nearest are: "),
        ("{% for n in range(100001) %}{% endfor %}", "templates/edition.html:1: Range too big"),
        ("{% for n in range(9999) %}{% for m in range(9999) %}{% endfor %}{% endfor %}", "templates/edition.html:1: its loops over `range` take more than"),
        ("{{ edition.title|shout }}", "templates/edition.html:1: No filter named 'shout'"),
        ("{{ ''.__class__.__mro__ }}", "templates/edition.html:1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ edition.update({}) }}", "templates/edition.html:1:"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_the_nearest_name(tmp_path: Path, text: str, message: str) -> None:
    templates = press.gather(folders(tmp_path, edition_html=text))
    with pytest.raises(UserError) as caught:
        press.set_type(WHOLE, templates, ["html"])
    assert message in str(caught.value)
    assert "faces" not in str(caught.value)  # what is no key of an edition is not offered for one
    assert any(message in mistake for mistake in press.check_templates(templates, "en"))


def test_the_check_finds_what_no_rendering_reaches(tmp_path: Path) -> None:
    mine = '{% extends "builtin:edition.html" %}{% block title %}{% if false %}\n{{ edtion }}{% endif %}{% endblock %}'
    mistakes = press.check_templates(press.gather(folders(tmp_path, edition_html=mine)), "en")
    assert mistakes == ("templates/edition.html:2: 'edtion' is undefined (did you mean 'edition'?)",)


@pytest.mark.parametrize("locale", ["en_CA", "fr", "de_DE", "ar"])
def test_the_shipped_templates_have_no_mistake(locale: str) -> None:
    assert press.check_templates(press.gather([]), locale) == ()


@pytest.mark.parametrize(
    "sheet", ["@import 'x.css';", "a { background: url(https://x.example/a.png) }", "a{src:url( 'f.ttf')}"]
)
def test_a_style_that_would_load_something_is_refused_with_its_line(tmp_path: Path, sheet: str) -> None:
    templates = press.gather(folders(tmp_path, style_css=f"/* url(fine) */\n{sheet}"))
    with pytest.raises(PressError, match=r"templates/style.css:2: .* would load something"):
        screen(templates)


def test_a_style_cannot_close_its_element(tmp_path: Path) -> None:
    assert "</style><script>" not in screen(
        press.gather(folders(tmp_path, style_css="a::after{content:'</style><script>'}"))
    )


def test_the_digest_is_of_names_and_texts_and_not_of_places(tmp_path: Path) -> None:
    one = press.gather(folders(tmp_path / "one", style_css="a{}"))
    two = press.gather(folders(tmp_path / "two", morning__style_css="a{}"))
    assert one.digest == two.digest
    assert one.digest != press.gather([]).digest


def test_the_templates_of_then_come_back_as_they_were(tmp_path: Path) -> None:
    templates = press.gather(folders(tmp_path, style_css="a{color:red}"))
    assert press.load(press.dump(templates)) == templates
    assert press.set_type(WHOLE, press.load(press.dump(templates)), ["html"]) == press.set_type(
        WHOLE, templates, ["html"]
    )


def test_a_template_that_is_no_text_is_named(tmp_path: Path) -> None:
    places = folders(tmp_path, style_css="x")
    (tmp_path / "templates" / "style.css").write_bytes(b"a\n\xff")
    templates = press.gather(places)
    assert press.check_templates(templates, "en") == ("templates/style.css:2: is not UTF-8: save it as UTF-8",)
    assert templates.digest != press.gather([]).digest  # else what was printed without it would pass for its work
    with pytest.raises(TemplateError, match=r"style.css:2: is not UTF-8"):
        screen(templates)


def test_folders_that_are_not_there_give_the_shipped_templates(tmp_path: Path) -> None:
    assert press.gather([tmp_path / "no", tmp_path / "none"]).files == press.gather([]).files


def test_two_locales_do_not_mix() -> None:
    templates = press.gather([])
    french = replace(WHOLE, dateline=replace(WHOLE.dateline, locale="fr"))
    assert "Questions ouvertes" in press.page_html(french, templates, medium="screen")
    assert "Open questions" in screen(templates)


@pytest.mark.parametrize(
    ("text", "line", "address"),
    [
        ("<p>\n<img src='https://x.example/a.png'>", 2, "https://x.example/a.png"),
        ("<link rel=stylesheet href=/style.css>", 1, "/style.css"),
        ("<script src='//x.example/a.js'></script>", 1, "//x.example/a.js"),
        ("\n\n<iframe src='file:///etc/hosts'></iframe>", 3, "file:///etc/hosts"),
        ("<video><source src=a.mp4></video>", 1, "a.mp4"),
        ("<object data='a.svg'></object>", 1, "a.svg"),
        ("<embed src='a.svg'>", 1, "a.svg"),
        ("<img srcset='data:image/png;base64,AA 1x, https://x.example/2 2x'>", 1, "https://x.example/2"),
        ("<style>\n@import 'https://x.example/a.css';</style>", 2, "https://x.example/a.css"),
        ('<style>a{}\nb{background:url( "https://x.example/b" )}</style>', 2, "https://x.example/b"),
        ("<p style='background:u\\72l(https://x.example/c)'>", 1, "https://x.example/c"),
        ("<meta http-equiv=refresh content='1; url=https://x.example/d'>", 1, "https://x.example/d"),
        ("<svg><use xlink:href='https://x.example/e.svg#a'/></svg>", 1, "https://x.example/e.svg#a"),
        ("<a href='file:///etc/hosts'>hosts</a>", 1, "file:///etc/hosts"),
    ],
)
def test_a_page_that_would_load_something_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, address: str
) -> None:
    templates = press.gather(folders(tmp_path, edition_html=text))
    told = f"templates/edition.html:{line}: '{address}' would be loaded: a page carries all in itself"
    with pytest.raises(TemplateError) as caught:
        screen(templates)
    assert str(caught.value) == told
    assert told in press.check_templates(templates, "en")


def test_an_address_that_a_template_puts_together_is_refused_under_the_pages_name(tmp_path: Path) -> None:
    templates = press.gather(
        folders(tmp_path, edition_html="<img src='{{ edition.sections[0].stories[0].sources[0].url }}'>")
    )
    with pytest.raises(TemplateError, match=r"^templates/edition.html: 'http"):
        screen(templates)


def test_links_to_sources_and_what_is_inside_the_page_stay(tmp_path: Path) -> None:
    text = (
        "<a href='https://x.example/'>x</a><a href='#top'>top</a><img src='data:image/png;base64,AA' alt=''>"
        "<style>a{background:url(data:image/png;base64,AA);fill:url(#a)}</style><p title='url(https://x.example)'>"
    )
    assert text in screen(press.gather(folders(tmp_path, edition_html=text)))


def test_the_shipped_page_loads_nothing_whatever_an_article_says() -> None:
    for edition in (WHOLE, empty(), hostile()):
        for medium, name in (("screen", "edition.html"), ("print", "print.html")):
            html = press.page_html(edition, press.gather([]), medium=medium)
            assert refuse_loading(html, name, press.gather([])) == ()


def test_a_template_that_writes_without_end_is_stopped(tmp_path: Path) -> None:
    endless = "{% for n in range(1000) %}{{ edition.title|center(60000) }}{% endfor %}"
    with pytest.raises(TemplateError, match=r"templates/edition.html: writes more than 50000000 characters"):
        screen(press.gather(folders(tmp_path, edition_html=endless)))
