"""Words and keywords: the same with and without rjieba, names whole, nothing read from or written to shared places."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsseg.record import Article, Credit, Element
from newsseg.reports.keywords import finder, stop_words, tokens_of
from newsseg.reports.tokens import UserWord, UserWordsError, cutter, read_user_words

if TYPE_CHECKING:
    from newsseg.reports.tokens import Cut

needs_rjieba = pytest.mark.skipif(find_spec("rjieba") is None, reason="rjieba (extra: fast) is not installed")

TEXT = (
    "东湾区审计局近日发布报告，全区产业集群集聚效应持续增强，智能家电产业集群产值增长12.5%。"
    "审计人员走访了46家企业，就产业集群用地、用电问题提出审计建议。薛碧芸介绍，下一步将开展专项审计。"
)
USER_WORDS = (UserWord("产业集群"), UserWord("专项审计", 5, "n"), UserWord("5G+医疗"), UserWord("aBc", 7))


def article(text: str = TEXT, *names: str) -> Article:
    credits_ = tuple(Credit(name, "reporter", "记者") for name in names)
    body = (Element("paragraph", text), Element("subhead", "审计建议见实效"))
    return Article("p.txt:1:1", "p.txt", 1, 1, "产业集群添动力", credits=credits_, body=body)


@cache
def cut(*, fast: bool = False, user_words: tuple[UserWord, ...] = ()) -> Cut:
    return cutter(user_words, fast=fast)


def test_tfidf_is_that_of_jieba() -> None:
    theirs = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", THEIRS], input=TEXT.encode(), capture_output=True, check=True
    )
    plain = Article("p.txt:1:1", "p.txt", 1, 1, body=(Element("paragraph", TEXT),))
    ours = finder("tfidf", top=8, stop=frozenset(), cut=cut())(plain)
    assert ours == theirs.stdout.decode().split()


# jieba's own extraction, with its cache where nobody else looks; numbers are no keywords with us.
THEIRS = """
import sys, tempfile, jieba
jieba.setLogLevel(100)
with tempfile.TemporaryDirectory() as folder:
    jieba.dt.tmp_dir = folder
    import jieba.analyse
    found = jieba.analyse.extract_tags(sys.stdin.buffer.read().decode(), topK=None)
words = [word for word in found if not word.replace(".", "").replace("%", "").isdigit()]
sys.stdout.buffer.write(" ".join(words[:8]).encode())
"""


@pytest.mark.parametrize("method", ["tfidf", "textrank"])
def test_keywords_tell_the_subject(method: str) -> None:
    found = finder(method, top=5, user_words=USER_WORDS, cut=cut(user_words=USER_WORDS))(article())
    assert len(found) == 5
    assert {"产业集群", "审计"} <= set(found)
    assert not set(found) & stop_words()


def test_stop_words_are_passed_over() -> None:
    found = finder("tfidf", stop=stop_words(["审计"]), cut=cut())(article())
    assert "审计" not in found


def test_counts_are_no_keywords() -> None:
    found = finder("tfidf", top=20, cut=cut())(
        article("十四项成果、九处码头、二百一十吨水、四十五天，三农政策，十四五规划。2024年45%。")
    )
    assert "三农" in found
    assert not set(found) & {"十四项", "九处", "二百一十", "二百一十吨", "四十五天", "2024", "45%"}


def test_no_text_has_no_keywords() -> None:
    empty = Article("p.txt:1:1", "p.txt", 1, 1)
    assert finder("tfidf", cut=cut())(empty) == finder("textrank", cut=cut())(empty) == []


def test_stop_words_are_a_list_of_words() -> None:
    words = stop_words()
    assert {"的", "以及", "记者", "the"} <= words
    assert not any(word.isspace() or word.startswith("#") for word in words)


@pytest.mark.parametrize("fast", [False, pytest.param(True, marks=needs_rjieba)])
@pytest.mark.parametrize("name", ["薛碧芸", "蓬督办", "卡尔·安德松"])
def test_names_of_the_credits_stay_whole(name: str, *, fast: bool) -> None:
    text = f"会后，{name}介绍说，工程已经开工。"
    one = article(text, name)
    alone = cut(fast=fast)(text)
    words = tokens_of(one, cut(fast=fast))["body"][0]  # type: ignore[index]
    assert name in words
    assert "".join(words) == text
    assert cut(fast=fast)(text) == alone, "a name of one article must not change how the next is cut"


def test_tokens_joined_are_the_text() -> None:
    one = article()
    found = tokens_of(one, cut())
    assert "".join(found["headline"]) == one.headline  # type: ignore[arg-type]
    assert ["".join(words) for words in found["body"]] == [element.text for element in one.body]  # type: ignore[attr-defined]


PIECES = st.one_of(
    st.sampled_from(
        ["产业集群", "审计局", "专项审计", "增长12.5%", "5G+医疗", "aBc", "U.S.", "3-5日", "a_b", "龦", "㐀", "豈"]
    ),
    st.text(
        st.sampled_from("一二东湾区发展了的云计算王李明，。、；：“”（）《》！？—…·　１Ａ%℃① \n\t1aZ.-_+#&"), max_size=8
    ),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=4),
    st.text(max_size=3),
)


@needs_rjieba
@settings(deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_rjieba_cuts_as_jieba_does(text: str) -> None:
    assert cut(fast=True)(text) == cut()(text)


@needs_rjieba
@settings(deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_rjieba_cuts_as_jieba_does_with_user_words(text: str) -> None:
    assert cut(fast=True, user_words=USER_WORDS)(text) == cut(user_words=USER_WORDS)(text)


@needs_rjieba
def test_rjieba_is_used() -> None:
    script = (
        "from newsseg.reports.tokens import cutter; import sys; cutter()('产业集群'); sys.exit('jieba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_nothing_is_written_and_nothing_said(tmp_path: Path) -> None:
    """A poisoned cache in the temporary folder is not read: unmarshalling it would fail or run wild."""
    (tmp_path / "jieba.cache").write_bytes(b"not marshal")
    script = "from newsseg.reports.tokens import cutter; print(cutter(fast=False)('审计局推动产业集群发展'))"
    environment = {"TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert done.stdout.decode() == "['审计局', '推动', '产业', '集群', '发展']\n"
    assert done.stderr == b""
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert (tmp_path / "jieba.cache").read_bytes() == b"not marshal"
    assert tempfile.gettempdir() != str(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "产业集群\n\n 专项审计 5\n云计算 3 n\n",
            [("产业集群", None, None), ("专项审计", 5, None), ("云计算", 3, "n")],
            id="jieba's form",
        ),
        pytest.param("镇街 n\r\n", [("镇街", None, "n")], id="tag only, CRLF"),
        pytest.param("", [], id="empty"),
    ],
)
def test_reads_user_dictionaries(text: str, expected: list[tuple[str, int | None, str | None]]) -> None:
    assert list(read_user_words(text, "words.txt")) == [UserWord(*word) for word in expected]


@pytest.mark.parametrize("line", ["产业集群 二十", "产业集群 5 n x", "产业 集群"])
def test_bad_user_dictionaries_say_where(line: str) -> None:
    with pytest.raises(UserWordsError, match=r"^words\.txt:2: write a word"):
        read_user_words(f"镇街\n{line}\n", "words.txt")
