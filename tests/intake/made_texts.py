"""OpenDocument and rich texts made for tests, a word planted in each place; and a sound file of every kind."""

import io
import zipfile

from made_documents import planted_pdf, planted_word

OPEN_TEXT_MARKERS = (
    "mbody", "mcell", "mnested", "mheader", "mfooter", "mfootnote", "mcomment", "mbox", "msection", "malttext",
    "mlink", "mitem", "mproperty", "mfield",
)  # fmt: skip
"""The words planted in ``planted_open_text``; a deletion and hidden text are there too."""


def open_text_file(body: str, *, styles: str = "", meta: str = "", manifest: str = "") -> bytes:
    """Make an OpenDocument text of what lies in its body, its styles and its properties."""
    names = {name: name for name in ("office", "text", "table", "meta", "style")} | {"draw": "drawing"}
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in names.items()
    )
    spaces += ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {spaces}>{styles}</office:document-styles>",
        "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, said in files.items():
            made.writestr(name, said)
    return out.getvalue()


def planted_open_text() -> bytes:
    """Make an OpenDocument text with a word planted in each place."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>mdeleted</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:h>Dear  mbody,</text:h><table:table><table:table-header-rows><table:table-row><table:table-cell>"
        "<text:p>mcell</text:p></table:table-cell><table:table-cell><text:p>two</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><table:table><table:table-row>"
        "<table:table-cell><text:p>mnested</text:p></table:table-cell></table:table-row></table:table>"
        "</table:table-cell></table:table-row></table:table>"
        "<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>mfootnote</text:p>"
        "</text:note-body></text:note>, "
        "<office:annotation><dc:creator>Lee"
        "</dc:creator><dc:date>2026-01-01</dc:date><text:p>mcomment</text:p></office:annotation>"
        "<text:a xlink:href='https://example.org/mlink'>here</text:a> <text:date>mfield</text:date>"
        "<text:hidden-text text:string-value='mhidden'/></text:p>"
        "<text:section><text:p>msection<draw:frame><draw:text-box><text:p>mbox</text:p></draw:text-box></draw:frame></text:p>"
        "</text:section><text:list><text:list-item><text:p>mitem</text:p></text:list-item></text:list>"
        "<text:p><draw:frame><svg:title>malttext</svg:title><draw:image/></draw:frame></text:p>"
    )
    styles = (
        "<style:header><text:p>mheader</text:p></style:header><style:footer><text:p>mfooter</text:p></style:footer>"
    )
    meta = "<meta:initial-creator>Jane Roe</meta:initial-creator><dc:subject>mproperty</dc:subject>"
    return open_text_file(body, styles=styles, meta=meta)


RICH_TEXT_MARKERS = (
    "mbody",
    "mcell",
    "mheader",
    "mfooter",
    "mfootnote",
    "mcomment",
    "mbox",
    "mfield",
    "mlink",
    "mproperty",
)
"""The words planted in ``planted_rich_text``; a deletion and hidden text are there too."""


def planted_rich_text() -> bytes:
    """Make a rich text document with a word planted in each place."""
    return (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}"
        rb"{\info{\author Jane N\'fa\'f1ez}{\title mproperty}}{\header mheader}{\footerr mfooter}\pard Dear mbody,\par "
        rb"\'e9 \u8217? \u-10179?\u-8704? {\f1 \'cf\'f0\'e8}{\footnote \pard mfootnote \'e9}"
        rb'{\field{\*\fldinst{HYPERLINK "https://example.org/mlink"}}{\fldrslt{mfield}}}\par'
        rb"{\trowd\cellx1\cellx2 mcell\cell b\cell\row}{\*\annotation mcomment}{\v mhidden}{\b\deleted mdeleted}"
        rb"{\pict\wmetafile8 0102}{\shp{\*\shpinst{\shptxt \pard mbox\par}}}\par end\}\par}"
    )


def samples() -> dict[str, bytes]:
    """Return one sound file of each kind made here, by the ending of its name: what a harness may damage."""
    turns = (("Jane Roe", "I oppose the plan."), ("Pat Lee", "I do not.")) * 4 + (("Jane Roe", "Thank you."),)
    cues = [f"00:00:0{at}.000 --> 00:00:0{at}.900\n<v {name}>{said}</v>\n" for at, (name, said) in enumerate(turns, 1)]
    times = [f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{said}\n" for at, (_, said) in enumerate(turns, 1)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("letter.txt", "Dear Council,\nno.\n")
        made.writestr("more/comments.csv", "Name,Comment\nJane Roe,I oppose\nPat Lee,I do not\n")
        made.writestr("more/letter.docx", planted_word())
    return {
        "docx": planted_word(),
        "pdf": planted_pdf(),
        "odt": planted_open_text(),
        "rtf": planted_rich_text(),
        "zip": packed.getvalue(),
        "vtt": ("WEBVTT\n\n" + "\n".join(cues)).encode(),
        "srt": "\n".join(times).encode(),
        "md": b"---\nname: Jane Roe\ndate: 2026-04-01\n---\nDear Council,\n\nI oppose the plan.\n"
        + b"It is too costly.\n" * 20,
    }
