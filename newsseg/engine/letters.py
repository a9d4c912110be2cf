"""Letters and notices: whom they call upon, how they close, who signs them with the day; they are text, not titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsseg.engine.flow import Display, Paragraph
from newsseg.engine.lines import Line, ends_sentence, join
from newsseg.engine.torn import ends_text
from newsseg.grammar.dates import DATE, HALF_WIDTH
from newsseg.rules import Rules, longest_ending

LONGEST_CALL = 20  # characters of a line that calls upon somebody
LONGEST_SIGNER = 24  # and of an office's name
SIGNERS = 3  # lines above the day
LONGEST_TITLE = 20  # characters of a notice's title
STOPS = frozenset("，。；：？！")
SENTENCE = 20  # characters: a title with a comma and a colon at its end is shorter
NUMBERED = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.．、\s]|[①-⑳]")
ENDS = frozenset("。；：;:")


def lettered(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the first and last lines of letters and notices made paragraphs, their titles known as such.

    ``编辑同志：`` stands between a title and the text; ``此致``, ``敬礼``, an office and the day stand behind it.
    """
    before: Paragraph | Display | None = None
    flow = list(listed(flow))
    for i, item in enumerate(flow):
        after = flow[i + 1] if i + 1 < len(flow) else None
        if isinstance(item, Paragraph):
            yield item
            before = item
            continue
        start = closing_lines(item.lines, rules) if isinstance(before, Paragraph) else 0
        stop = len(item.lines)
        calls = isinstance(after, Paragraph) and start < stop and calls_upon(item.lines[-1].text, rules)
        yield from (Paragraph(item.place, line, None, None) for line in item.lines[:start])
        title = item.lines[start : stop - calls]
        if title:
            open_end = isinstance(after, Paragraph) and not after.opening
            begins = open_end and (before is None or start > 0 or is_ended(before, rules)) and is_notice(title, rules)
            yield item._replace(lines=title, begins=begins)
        if calls:
            yield Paragraph(item.place, item.lines[-1], None, None)
        before = item


def listed(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with a notice's list that was taken for display text made paragraphs: 现公告如下：, 1. ……；."""
    torn: Paragraph | None = None  # its line was cut, and goes on in the next paragraph
    for item in flow:
        if torn:
            if isinstance(item, Paragraph) and torn.line and item.line and not item.opening:
                item = item._replace(line=join([torn.line, item.line]))  # noqa: PLW2901
            else:
                yield torn
            torn = None
        if isinstance(item, Paragraph):
            yield item
            continue
        start = list_in(item.lines)
        if start:
            yield item._replace(lines=item.lines[:start])
        found = [Paragraph(item.place, line, None, None) for line in item.lines[start:]]
        torn = found.pop() if found and item.lines[-1].text[-1] not in ENDS else None
        yield from found
    if torn:
        yield torn


def list_in(lines: Sequence[Line]) -> int:
    """Return where a list begins in display lines, with the sentence that leads to it; their number where none does."""
    texts = [line.text for line in lines]
    start = next((i for i, text in enumerate(texts) if len(text) >= SENTENCE and leads(text)), len(texts))
    return start if all(map(NUMBERED.match, texts[start + 1 :])) else len(texts)


def leads(text: str) -> bool:
    """Tell whether a sentence leads to a list: it has a comma and ends in a colon (经研究，现公告如下：)."""
    return text[-1] in "：:" and "，" in text[1:-2]


def calls_upon(text: str, rules: Rules) -> bool:
    """Tell whether a line calls upon somebody (编辑同志：)."""
    if text[-1] not in "：:" or len(text) > LONGEST_CALL or not STOPS.isdisjoint(text[:-1]):
        return False
    return longest_ending(text[:-1], rules.salutations) > 0


def closing_lines(lines: Sequence[Line], rules: Rules) -> int:
    """Return how many lines behind a text close it: its last words, who signs it, the day."""
    count = 0
    while count < len(lines) and lines[count].text.rstrip("！!。") in rules.valedictions:
        count += 1
    for i, line in enumerate(lines[count : count + SIGNERS + 1], count):
        if DATE.fullmatch("".join(line.text.split()).translate(HALF_WIDTH)):
            return i + 1 if i else 0  # a day alone is the page's
        if len(line.text) > LONGEST_SIGNER or not STOPS.isdisjoint(line.text):
            break
    return count


def is_ended(before: Paragraph | Display, rules: Rules) -> bool:
    """Tell whether a text may end here: with its last sentence, a note, or the day on which it was signed."""
    if isinstance(before, Display) or before.closing or not before.line:
        return True
    text = before.line.text
    if ends_sentence(text) or ends_text(text, rules):
        return True
    return DATE.fullmatch("".join(text.split()).translate(HALF_WIDTH)) is not None


def is_notice(lines: Sequence[Line], rules: Rules) -> bool:
    """Tell whether display lines are a notice's title: short, not numbered, it ends so (招标公告)."""
    text = lines[-1].text
    plain = len(lines) == 1 or lines[-1].gap
    return plain and len(text) <= LONGEST_TITLE and text[0].isalpha() and longest_ending(text, rules.notices) > 0
