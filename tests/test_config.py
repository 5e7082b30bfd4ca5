"""`config`: what may stand in `sitegen.toml`, and how faults are told."""

from pathlib import Path

import pytest

from configuring import faults, load
from sitegen import config
from sitegen.errors import UsageError
from sitegen.model import Rule, Source


def test_every_key_is_optional(tmp_path: Path) -> None:
    settings = load(tmp_path, "")
    assert settings.sources == (tmp_path / "seeds",)
    assert settings.output == tmp_path / "site"
    assert settings.topics.enabled
    assert settings.search.enabled


def test_a_link_that_leads_nowhere_is_no_empty_configuration(tmp_path: Path) -> None:
    path = tmp_path / "sitegen.toml"
    path.symlink_to(tmp_path / "gone.toml")
    with pytest.raises(UsageError, match="leads nowhere") as raised:
        config.load(path)
    assert raised.value.problems[0].where == str(path)


def test_paths_count_from_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "look").mkdir()
    settings = load(tmp_path, 'sources = ["a", "b.txt"]\noutput = "out"\ntheme = "look"')
    assert settings.sources == (tmp_path / "a", tmp_path / "b.txt")
    assert settings.output == tmp_path / "out"
    assert settings.theme == tmp_path / "look"


def test_a_site_url_loses_its_last_slash(tmp_path: Path) -> None:
    assert load(tmp_path, 'site_url = "https://a.b/c/"').site_url == "https://a.b/c"


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    content = 'titel = "x"\nlanguage = 3\n\n[search]\nenabled = "yes"\nfull = true\n'
    assert faults(tmp_path, content) == [
        "sitegen.toml:1: unknown key 'titel' (did you mean 'title'?)",
        "sitegen.toml:2: 'language' must be a string",
        "sitegen.toml:5: 'search.enabled' must be true or false",
        "sitegen.toml:6: unknown key 'full' in [search] (known keys: enabled, full_index)",
    ]


def test_a_fault_of_one_source_has_the_line_of_that_source(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, 'sources = [\n  "a",\n  " ",\n  "b",\n]\n')
    assert said.startswith("sitegen.toml:3: a source is empty")


def test_a_theme_that_is_none_is_told_among_other_faults(tmp_path: Path) -> None:
    content = 'titel = "x"\ntheme = "nowhere"\n'
    assert [fault.partition(": ")[0] for fault in faults(tmp_path, content)] == [
        "sitegen.toml:1",
        "sitegen.toml:2",
    ]
    assert len(faults(tmp_path, 'titel = "x"\ntheme = 3\n')) == 2
    assert len(faults(tmp_path, 'titel = "x"\ntheme = "\\u0000"\n')) == 2


def test_rules_on_topics_stand_in_either_file(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text('# mine\n[rename]\n"B" = "C"\n')
    settings = load(tmp_path, '[topics]\nenabled = false\nban = [\n  "A",\n]\n')
    assert not settings.topics.enabled
    assert settings.rules == (
        Rule("ban", "A", "", Source(str(tmp_path / "sitegen.toml"), 4)),
        Rule("rename", "B", "C", Source(str(tmp_path / "topics.toml"), 3)),
    )


def test_rules_need_no_configuration_beside_them(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text('ban = ["A"]')
    assert [rule.topic for rule in config.load(tmp_path / "sitegen.toml").rules] == ["A"]
    (tmp_path / "topics.toml").unlink()
    assert config.load(Path("nowhere", "sitegen.toml")) == config.Config(
        sources=(Path("nowhere", "seeds"),),
        output=Path("nowhere", "site"),
        files=(Path("nowhere", "sitegen.toml"), Path("nowhere", "topics.toml")),
    )


def test_faults_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text('bann = []\n[pin]\n"A" = []\n')
    content = 'titel = 1\n[topics]\nban = ["a"]\nenable = true\nmerge = 1\n'
    banned = tmp_path / "sitegen.toml:3"
    assert faults(tmp_path, content) == [
        "sitegen.toml:1: unknown key 'titel' (did you mean 'title'?)",
        "sitegen.toml:4: unknown key 'enable' in [topics] (did you mean 'enabled'?)",
        "sitegen.toml:5: 'merge' must be a table (write [topics.merge], below it \"…\" = …)",
        "topics.toml:1: unknown key 'bann' among the rules on topics (did you mean 'ban'?)",
        f"topics.toml:3: 'A' is pinned, but 'a' is banned ({banned}) (leave one of them out)",
    ]
    (tmp_path / "topics.toml").write_text('ban = ["A"')
    assert faults(tmp_path, "")[0].startswith("topics.toml:1: is not TOML")
    opposed, broken = faults(tmp_path, '[topics]\nban = ["A"]\ndescription.A = "B"\n')
    assert broken.startswith("topics.toml:1: is not TOML")
    assert opposed.startswith("sitegen.toml:3: 'A' is described as 'B', but 'A' is banned")
    (tmp_path / "topics.toml").unlink()
    (tmp_path / "topics.toml").mkdir()
    assert "can't be read" in faults(tmp_path, "")[0]


def test_faults_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text('ban = ["A"]\npin.B = []\npin.A = []\nrename.B = 3\n')
    content = 'theme = "nowhere"\n[topics]\nban = 3\nbann = []\n[related]\nenabled = 3\n'
    with pytest.raises(UsageError) as raised:
        load(tmp_path, content)
    where = [Path(problem.where).name for problem in raised.value.problems]
    assert where == [f"sitegen.toml:{n}" for n in (1, 3, 4, 6)] + [
        f"topics.toml:{n}" for n in (3, 4)
    ]


def test_a_key_that_stands_in_the_wrong_place_is_told_where_it_belongs(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text("[topics]\nban = []\n")
    assert faults(tmp_path, "full_index = true\nenabled = true\nban = []\n") == [
        "sitegen.toml:1: unknown key 'full_index' (it stands below [search])",
        (
            "sitegen.toml:2: unknown key 'enabled' "
            "(it stands below [topics] or [related] or [search])"
        ),
        (
            "sitegen.toml:3: unknown key 'ban' "
            "(rules on topics stand in topics.toml, or below [topics])"
        ),
        (
            "topics.toml:1: unknown key 'topics' among the rules on topics "
            "(in a file of their own rules stand without [topics])"
        ),
    ]


def test_a_key_inside_a_long_string_is_not_mistaken_for_one(tmp_path: Path) -> None:
    content = 'description = """\ntitel = 1\n"""\ntitel = "x"\n'
    assert faults(tmp_path, content)[0].startswith("sitegen.toml:4:")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('site_url = "papers.example"', "is not an absolute address"),
        ('site_url = "javascript:alert(1)"', "is not an absolute address"),
        ('site_url = "a.org/p/?q=1"', "not an absolute address (did you mean 'https://a.org/p'?)"),
        ('site_url = "https://a/?"', "has a query or a fragment (did you mean 'https://a'?)"),
        (
            'site_url = "https://a/b/#top"',
            "has a query or a fragment (did you mean 'https://a/b'?)",
        ),
        (
            'site_url = "https://a/b/index.html"',
            "is a page, not the site (did you mean 'https://a/b'?)",
        ),
        (
            'site_url = "https://github.com/Ada/papers.git"',
            "is a repository, not its site (did you mean 'https://ada.github.io/papers'?)",
        ),
        ('site_url = "https:/a/b"', "is not an absolute address (such as https://"),
        ('site_url = "https://a:99999999/"', "is not an absolute address"),
        ('site_url = "https://a/é"', "is not an absolute address"),
        ('title = "a\\u0000b"', "a character that can't be shown"),
        ('sources = ["a\\u0000b"]', "a character that can't be shown"),
        ('language = "english please"', "is not a language tag"),
        ('title = " "', "'title' is empty"),
        ("sources = []", "'sources' is empty"),
        ('sources = ["a", " "]', "a source is empty ('.' is this file’s folder)"),
        ("sources = [1]", "'sources' must be a list of strings"),
        ("topics = true", "'topics' must be a table"),
        ('theme = "nowhere"', "is not a folder"),
        ("title = ", "is not TOML"),
        (f"title = {'9' * 9000}", "is not TOML"),
        (f"title = {'[' * 9000}", "too deeply"),
    ],
)
def test_bad_values_are_refused(tmp_path: Path, content: str, said: str) -> None:
    (found,) = faults(tmp_path, content)
    assert found.startswith(("sitegen.toml:1: ", "sitegen.toml: "))
    assert said in found


def test_a_theme_that_is_missing_leads_to_the_one_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "looks" / "mine").mkdir(parents=True)
    (fault,) = faults(tmp_path, 'theme = "looks/mein"')
    assert fault.endswith(f"is not a folder (did you mean '{tmp_path / 'looks' / 'mine'}'?)")


def test_a_whole_index_of_no_search_is_refused(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "[search]\nenabled = false\nfull_index = true\n")
    assert fault.startswith("sitegen.toml:3: 'search.full_index' asks for a part of the search")
    assert fault.endswith("(leave out full_index = true, or enabled = false)")
    assert not load(tmp_path, "[search]\nenabled = false\nfull_index = false").search.enabled


@pytest.mark.parametrize("url", ["http://localhost:8000", "https://a.b.html", "https://a/b.c/d"])
def test_other_addresses_are_taken_as_they_are(tmp_path: Path, url: str) -> None:
    assert load(tmp_path, f'site_url = "{url}"').site_url == url
