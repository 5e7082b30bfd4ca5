"""A pasted text, in any script, finds the papers most like it by few of its terms."""

import pytest
from playwright.sync_api import expect

from browsing import Reader
from making import paper, publish, seeds, site
from scripting import Node
from sitegen import search
from sitegen.model import Paper

ABSTRACT = (
    "针对未知环境下移动机器人的路径规划问题，本文提出一种深度强化学习方法。该方法利用注意力机制提取"
    "激光雷达特征，并通过分层奖励函数缓解稀疏奖励问题。实验结果表明，所提方法在仿真与真实场景中均优于"
    "传统算法。"
)
NEAR = "移动机器人的路径规划：用激光雷达与注意力机制的强化学习，奖励函数分层，奖励稀疏。"
TITLE = "大規模言語モデルを用いた対話システムの感情推定"
COMMON = "本文中我们提出了一种方法，实验结果表明所提方法有效。"


@pytest.fixture(scope="module")
def library() -> list[Paper]:
    """Two papers that are alike, and others that share what all abstracts say."""
    others = [paper(f"other-{at}", abstract=COMMON) for at in range(30)]
    return [
        paper("asked", abstract=ABSTRACT),
        paper("near", abstract=NEAR),
        paper("ja", TITLE, abstract="感情を推定する。"),
        paper("ja-near", "大規模言語モデルと対話する", abstract="対話システム。"),
        *others,
    ]


@pytest.mark.parametrize(
    ("text", "is_pasted"),
    [
        (ABSTRACT, True),
        (TITLE, True),
        (" ".join(["word"] * 26), True),
        (" ".join(["word"] * 25), False),
        ("深度强化学习方法", False),
        ("强化学习 机器人 路径规划 注意力机制 激光雷达 奖励函数", False),
        (f'"{TITLE}"', False),
        (f"-「{TITLE}」 対話", False),
        (f"title:{TITLE}", False),
        (f'"対話" {TITLE}', True),
        ("대규모 언어 모델의 수학적 추론 능력 평가 방법 비교", False),
        ("x" * 5000, False),
    ],
)
def test_what_is_longer_than_one_types_was_pasted(
    node: Node, library: list[Paper], text: str, *, is_pasted: bool
) -> None:
    given = {"files": dict(search.files(library, {}, {})), "similar": False, "queries": [text]}
    assert node("find.cjs", given)["answers"][0]["isPasted"] is is_pasted


@pytest.mark.browser
def test_a_pasted_abstract_without_blanks_finds_its_paper_and_what_is_like_it(
    reader: Reader, library: list[Paper], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(site(library), tmp_path_factory.mktemp("site"))
    tab = reader.open(folder.as_uri() + "/", "search.html")
    hits = tab.locator("#results li[data-paper-id]")
    for text, found in ((ABSTRACT, {"asked", "near"}), (TITLE, {"ja", "ja-near"})):
        tab.locator("#q").fill(text)
        expect(tab.locator("#results-status")).to_contain_text("like this text")
        expect(hits).to_have_count(2)
        ids = {hit.get_attribute("data-paper-id") for hit in hits.all()}
        assert ids == found


def test_a_pasted_abstract_of_the_library_finds_more_than_its_own_paper(node: Node) -> None:
    library = seeds()
    asked = library[::20]
    given = {
        "files": dict(search.files(library, {}, {})),
        "similar": True,
        "queries": [one.abstract for one in asked],
    }
    answers = node("find.cjs", given)["answers"]
    for one, answer in zip(asked, answers, strict=True):
        assert answer["hits"][0] == one.id
        assert answer["all"] > 5
        assert min(answer["words"]) >= 2
