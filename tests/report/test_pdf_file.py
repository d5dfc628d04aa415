import io
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pikepdf
import pytest

from frhearing.report.pdf.file import PdfFile, deflate, deflate_exactly, text_string
from frhearing.report.pdf.library import NO_FONT, reportlab
from frhearing.report.pdf.packing import packed

PACKER = ThreadPoolExecutor(1)


def made(loose, data):
    """A file of one empty page with some loose objects and a stream of data."""
    canvas = reportlab().canvas.Canvas(None, pagesize=(9, 9), pdfVersion=(1, 7), initialFontName=NO_FONT)
    document = canvas._doc
    pdf = PdfFile(document, PACKER)
    numbers = [pdf.add(b"<</N %d>>" % number) for number in range(loose // 2)]
    numbers += range(pdf.next_number, pdf.next_number + loose - len(numbers))
    pdf.add_all([b"<</N %d>>" % number for number in range(loose // 2, loose)])
    canvas.setTitle("Tïtle \U0001f44d")
    canvas.showPage()
    content = pdf.reserve()
    document.Pages.pages[-1].Contents = b"%d 0 R" % content
    pdf.fill(content, b"<</Length 3>>\nstream\nq Q\nendstream")
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "Data", "Held"]
    catalog.Data = b"%d 0 R" % pdf.add_data_stream(data)
    catalog.Held = b"[%s]" % b" ".join(b"%d 0 R" % number for number in numbers)
    document.format = partial(packed, pdf)
    return canvas.getpdfdata()


@pytest.mark.parametrize("loose", [0, 1, 190, 191, 192, 193, 194, 195, 196, 200, 450])
def test_a_file_of_any_number_of_objects_is_whole(loose):
    with pikepdf.open(io.BytesIO(made(loose, b"data"))) as opened:
        assert [int(one.N) for one in opened.Root.get("/Held")] == list(range(loose))
        assert str(opened.docinfo.Title) == "Tïtle \U0001f44d"
        assert opened.check_pdf_syntax() == []


def test_data_comes_back_exactly_and_no_length_is_off_whatever_the_bytes_are():
    for number in range(400):
        data = b"data %d " % number + bytes([number % 256])
        with pikepdf.open(io.BytesIO(made(number % 7, data))) as opened:
            assert bytes(opened.Root.Data.read_bytes()) == data
            assert opened.get_warnings() == []


def test_no_stream_ends_in_a_line_end():
    texts = [b"%d x " % number + bytes([number % 90 + 33]) for number in range(3000)]
    exact = [deflate_exactly(text) for text in texts]
    assert not any(packed[-1] in (10, 13) for packed, _ in exact)
    assert not any(deflate(text)[-1] in (10, 13) for text in texts)
    assert any(filtered == b"" for _, filtered in exact)


def test_a_text_string_keeps_every_character():
    for text in ("", "plain (text) \\", "Tïtle \U0001f44d", "אבג"):
        assert bytes.fromhex(text_string(text)[5:-1].decode()).decode("utf-16-be") == text
