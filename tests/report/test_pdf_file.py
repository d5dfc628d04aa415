import io

import pikepdf
import pytest

from frhearing.report.pdf.file import PdfFile, deflate, deflate_exactly, text_string


def made(loose, data):
    """A file of one empty page with some loose objects and a stream of data."""
    pdf = PdfFile()
    numbers = [pdf.add(b"<</N %d>>" % number) for number in range(loose)]
    tree, page = pdf.reserve(), pdf.reserve()
    content = pdf.add_text_stream(b"q Q")
    pdf.fill(tree, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page)
    pdf.fill(
        page,
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents %d 0 R>>" % (tree, content),
    )
    held = b" ".join(b"%d 0 R" % number for number in numbers)
    root = b"<</Type/Catalog/Pages %d 0 R/Data %d 0 R/Held[%s]>>" % (tree, pdf.add_data_stream(data), held)
    return pdf.finished(pdf.add(root), pdf.add(b"<</Title%s>>" % text_string("Tïtle \U0001f44d")))


@pytest.mark.parametrize("loose", [0, 1, 194, 195, 196, 200, 450])
def test_a_file_of_any_number_of_objects_is_whole(loose):
    with pikepdf.open(io.BytesIO(made(loose, b"data"))) as opened:
        assert [int(one.N) for one in opened.Root.Held] == list(range(loose))
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
