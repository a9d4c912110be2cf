"""The weights that part articles are learnt from composed pages, and tell most of them right."""

from __future__ import annotations

import pytest

from benchmarks.compose import read_articles
from benchmarks.learn_boundaries import Lesson, fit, lesson, solved
from benchmarks.sets import INVENTED
from newsseg.engine.boundaries import ANOTHER, BASE, scored
from newsseg.engine.twice import SECOND


@pytest.fixture(scope="module")
def found() -> Lesson:
    return lesson([read_articles(INVENTED)], 40)


def test_the_choices_of_composed_pages_are_told(found: Lesson) -> None:
    weights = (BASE, *ANOTHER)
    wrong = sum((scored(weights, options[1]) > 0) != right for options, right in found.titles)
    assert len(found.titles) > 100
    assert wrong < len(found.titles) / 20
    lost = sum(max(o, key=lambda told: scored(SECOND, told)) != o[right] for o, right in found.partings)
    assert len(found.partings) > 5
    assert lost < len(found.partings) / 3


def test_weights_are_fitted_to_choices() -> None:
    choices = [([[0.0, 0.0], [1.0, x]], int(x > 3)) for x in (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)]
    (base, slope), right = fit(choices, [0.02, 0.02])
    assert right == 1
    assert 3 < -base / slope < 4


def test_linear_equations_are_solved() -> None:
    assert solved([[4.0, 1.0], [1.0, 3.0]], [9.0, 5.0]) == pytest.approx([2.0, 1.0])
