"""`output.places`: which paths are those of files of a site, told one by one and of all."""

from pathlib import Path

import pytest

from sitegen.errors import BuildError
from sitegen.output import check_inside, swap
from sitegen.output.places import is_inside

INSIDE = ["a", "a/b.html", "...", "a/..b", ".a", "a/b.sitegen/c", ".sitegen2", "ä/ö"]
ELSEWHERE = ["", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b", "a/../../b"]
ELSEWHERE += [".sitegen", ".sitegen/a", "a/.sitegen/b", "a\\b", "c:a", "a\0"]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_a_path_that_leads_elsewhere_is_told(path: str, tmp_path: Path) -> None:
    assert not is_inside(path)
    for paths in [path], [path, *INSIDE], [*INSIDE, path], [*INSIDE, path, *INSIDE]:
        with pytest.raises(ValueError, match="out of the site"):
            check_inside(paths)
    with pytest.raises(BuildError, match="no place"):
        swap.stage(tmp_path / "site", [("a", b""), (path, b"harm")])


def test_paths_below_the_site_are_no_strangers() -> None:
    assert all(map(is_inside, INSIDE))
    check_inside(INSIDE)
    check_inside([])
