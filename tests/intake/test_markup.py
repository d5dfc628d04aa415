"""HTML as its reader sees it: lines, lists, tables and quotes; what no reader sees is named; nothing is too broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frhearing.intake.formats.web.markup import read_html, text_of_html


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Dear&nbsp;Council,</p><p>I <b>opp</b>ose\n this.<br>Really.</p>",
         "Dear\xa0Council,\n\nI oppose this.\nReally."),
        ("<div>Hi</div><div><br></div><div>there</div>", "Hi\n\nthere"),
        ("<p class=MsoNormal>a</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>b</p>", "a\n\nb"),
        ("<ul><li>one<li>two</ul>end", "• one\n• two\n\nend"),
        ("<table><tr><td>Name:</td><td><p>Jane</p></td></tr><tr><td>Ward</td><td>5</td></tr></table>",
         "Name:\tJane\nWard\t5"),
        ("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
        ("wrote:<blockquote type=cite>old<br>older<blockquote type=cite>oldest</blockquote></blockquote>mine",
         "wrote:\n\n> old\n> older\n> \n> > oldest\n\nmine"),
        ("<blockquote style='margin:0 0 0 40px'>set in</blockquote>", "set in"),
        ("see <a href='https://example.org/a'>this</a>, <a href='https://example.org'>https://example.org</a>",
         "see this <https://example.org/a>, https://example.org"),
        ("<a href='mailto:a@example.org'>Ana</a> <a href='javascript:x()'>no</a>", "Ana <a@example.org> no"),
        ("<img src=x alt='a tree'> &lt;b&gt; &#233; &euro;", "[a tree] <b> é €"),
        ("<?xml version='1.0' encoding='latin-1'?><html><meta charset=cp1252><body>señor", "señor"),
        ("<textarea>typed</textarea><input value=in><input type=checkbox value=off>", "typed in"),
        ("plain only", "plain only"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_page_reads_as_it_looks(page: str, text: str) -> None:
    assert text_of_html(page) == text


def test_what_no_reader_sees_is_named() -> None:
    page = (
        "<html><head><title>The title</title><style>p{}</style></head><body>seen<!-- a remark --><script>run()</script>"
        "<div style='display:none'>hidden <b>words</b></div><input type=hidden value=token><iframe src=x></iframe>"
        "<!--[if mso]><p>Outlook only</p><![endif]--><!--[if gte mso 9]><xml><o:P>96</o:P></xml><![endif]-->"
        "</body></html>"
    )
    found = read_html(page)
    assert (found.text, found.title) == ("seen", "The title")
    assert found.not_read == (
        "a comment in the HTML (“a remark”)",
        "a script (“run()”)",
        "hidden text (“hidden words”)",
        "a hidden field of a form (“token”)",
        "a page inside the page (“x”)",
        "text for some mail programs only (“Outlook only”)",
    )


def test_a_page_that_hides_very_much_is_named_in_short() -> None:
    page = "".join(f"<!-- remark {at} -->" for at in range(500)) + "x"
    assert len(read_html(page).not_read) == 21
    assert read_html(page).not_read[-1].startswith("480 more parts")


@pytest.mark.parametrize("depth", [100, 1000, 5000])
def test_however_deep_a_page_its_words_are_found(depth: int) -> None:
    assert text_of_html("<div>" * depth + "words" + "</div>" * depth) == "words"
    assert read_html("<!-- only a remark -->").not_read == ("a comment in the HTML (“only a remark”)",)


@given(st.text(alphabet=st.sampled_from("<>/!-ab='\"& \n\x00\ud800divpt;#"), max_size=80))
def test_no_page_is_too_broken(page: str) -> None:
    assert read_html(page).text is not None
