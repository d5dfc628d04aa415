import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frhearing.drawing.charts import Look, Row, columns, present, single_bar, stacked_bars
from frhearing.drawing.colours import LIGHT
from frhearing.drawing.scene import Disc, Line, Polygon, Rect, Text, shortened
from frhearing.drawing.stances import ALL_KEYS, SIGNS, filled, mark

NAMES = {
    "support": "Support",
    "oppose": "Oppose",
    "mixed": "Mixed",
    "neutral": "Neutral",
    "not_stated": "Not stated",
    "not_tagged": "Not tagged yet",
}


def measure(text, size, weight):
    return len(text) * size * (0.55 if weight > 400 else 0.5)


LOOK = Look(LIGHT, measure, NAMES)
ROWS = [
    Row("Residents", {"support": 57, "oppose": 32, "mixed": 6, "neutral": 1}),
    Row("Police union", {"oppose": 3, "not_tagged": 2}),
    Row("Nobody", {}),
]
counts = st.dictionaries(st.sampled_from(ALL_KEYS), st.integers(0, 100_000))
rows = st.lists(st.builds(Row, st.text(max_size=60), counts), max_size=30)


def texts(scene):
    return [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def edges(shape):
    if isinstance(shape, Rect):
        return shape.x, shape.x + shape.width, shape.y, shape.y + shape.height
    if isinstance(shape, Line):
        return (
            min(shape.x1, shape.x2),
            max(shape.x1, shape.x2),
            min(shape.y1, shape.y2),
            max(shape.y1, shape.y2),
        )
    if isinstance(shape, Disc):
        r = shape.radius
        return shape.x - r, shape.x + r, shape.y - r, shape.y + r
    if isinstance(shape, Polygon):
        xs, ys = zip(*shape.points, strict=True)
        return min(xs), max(xs), min(ys), max(ys)
    wide = measure(shape.text, shape.size, shape.weight)
    left = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
    return left, left + wide, shape.y, shape.y


def test_every_total_stands_at_its_bar():
    said = texts(stacked_bars(ROWS, 500, LOOK))
    assert said.count("96") == 1
    assert said.count("5") == 1
    assert said.count("0") == 1


def test_legend_names_only_what_occurs_in_the_fixed_order():
    said = texts(stacked_bars(ROWS, 500, LOOK))
    assert [word for word in said if word in NAMES.values()] == [
        "Support",
        "Oppose",
        "Mixed",
        "Neutral",
        "Not tagged yet",
    ]
    assert present(ROWS) == ("support", "oppose", "mixed", "neutral", "not_tagged")


def test_areas_carry_the_figures_for_reading_aloud():
    scene = stacked_bars(ROWS, 500, LOOK)
    for index, row in enumerate(ROWS):
        whole = [area for area in scene.areas if area.row == index and not area.key]
        assert [area.comments for area in whole] == [row.total]
        parts = {area.key: area.comments for area in scene.areas if area.row == index and area.key}
        assert parts == row.counts


def test_bars_are_as_long_as_their_counts():
    scene = stacked_bars(ROWS, 500, LOOK)
    widths = {area.key: area.width for area in scene.areas if area.row == 0 and area.key}
    assert widths["support"] / widths["oppose"] == pytest.approx(57 / 32)


def test_a_number_in_a_patterned_bar_lies_on_a_plain_patch():
    scene = stacked_bars([Row("a", {"oppose": 30})], 500, LOOK)
    number = next(shape for shape in scene.shapes if isinstance(shape, Text) and shape.anchor == "middle")
    patch = scene.shapes[scene.shapes.index(number) - 1]
    assert isinstance(patch, Rect)
    assert patch.fill == LIGHT["oppose"]
    left, right, _, _ = edges(number)
    assert patch.x < left
    assert right < patch.x + patch.width


@pytest.mark.parametrize("key", ALL_KEYS)
def test_no_two_stances_share_mark_or_pattern(key):
    def form(other):
        shape = mark(other, 0, 0, 5, LIGHT)
        outline = getattr(shape, "points", "disc"), shape.fill is None, getattr(shape, "dotted", False)
        pattern = [(type(part), getattr(part, "dotted", None)) for part in filled(other, 0, 0, 40, 20, LIGHT)]
        return outline, pattern

    assert sum(form(other)[0] == form(key)[0] for other in ALL_KEYS) == 1
    assert len(set(SIGNS.values())) == len(ALL_KEYS)


@pytest.mark.parametrize("key", ALL_KEYS)
@given(width=st.floats(0.5, 400), height=st.floats(0.5, 60))
def test_patterns_never_leave_their_bar(key, width, height):
    for shape in filled(key, 10, 20, width, height, LIGHT):
        left, right, top, bottom = edges(shape)
        assert left >= 10 - 0.01
        assert right <= 10 + max(width, 0.9) + 0.01
        assert top >= 20 - max(0, 1.6 - height) - 0.01
        assert bottom <= 20 + max(height, 1.6) + 0.01


@given(rows)
def test_bars_stay_inside_the_picture(some):
    scene = stacked_bars(some, 520, LOOK)
    for shape in scene.shapes:
        left, right, top, bottom = edges(shape)
        assert left >= -0.01
        assert right <= 520 + 0.8 * len(ALL_KEYS)
        assert top >= -0.01
        assert bottom <= scene.height + 0.01


@given(rows)
def test_columns_reach_the_height_of_their_counts(some):
    scene = columns(some, 520, 200, LOOK)
    drawn = [(area.row, area.key, area.comments) for area in scene.areas if area.key]
    assert drawn == [
        (index, key, row.counts[key]) for index, row in enumerate(some) for key in present(some) if row.counts.get(key)
    ]
    if len({area.height / area.comments for area in scene.areas if area.key}) > 1:
        heights = [area.height / area.comments for area in scene.areas if area.key]
        assert max(heights) == pytest.approx(min(heights))


def test_crowded_days_lose_labels_but_no_columns():
    days = [Row(f"Feb {day}", {"support": day}) for day in range(1, 61)]
    scene = columns(days, 400, 160, LOOK)
    labels = [text for text in texts(scene) if text.startswith("Feb")]
    assert 2 <= len(labels) < 30
    assert len([area for area in scene.areas if not area.key]) == 60


def test_single_bar_shows_the_words_it_is_given():
    scene = single_bar(ROWS[0], 600, LOOK, {"support": "59 %", "oppose": "33 %"})
    assert texts(scene) == ["59 %", "33 %"]
    assert sum(area.width for area in scene.areas) == pytest.approx(600)


@given(st.text(max_size=80), st.floats(0, 300))
def test_shortened_text_fits_or_is_an_ellipsis(text, width):
    short = shortened(text, width, 12, 400, measure)
    assert short == "…" or measure(short, 12, 400) <= width
    assert short == text or text.startswith(short[:-1])
    assert not math.isnan(measure(short, 12, 400))
