"""Documents made for tests: a Word file and a PDF with a word planted in each of the places where one can hide."""

import io
import zipfile

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, facts: str = "") -> str:
    """Make a run of text, with its properties."""
    return f'<w:r>{f"<w:rPr>{facts}</w:rPr>" if facts else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*pieces: str, facts: str = "") -> str:
    """Make a paragraph of pieces that are runs or the like already."""
    return f"<w:p>{f'<w:pPr>{facts}</w:pPr>' if facts else ''}{''.join(pieces)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Make a table of rows of cells, which are blocks already."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def word_file(
    body: str, parts: dict[str, tuple[str, str]] | None = None, *, core: str = "", strict: bool = False
) -> bytes:
    """Make a Word file. ``parts`` maps names such as ``header1`` to their kind and the XML in their root element."""
    relations, files = [], {}
    for at, (name, (kind, inside)) in enumerate((parts or {}).items(), 1):
        outside = inside if kind == "hyperlink" else ""
        target = outside or f"{name}.xml"
        mode = ' TargetMode="External"' if outside else ""
        relations.append(f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>')
        if not outside:
            files[f"word/{name}.xml"] = f"<w:{kind} {_NAMESPACES}>{inside}</w:{kind}>"
    main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    about = (
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    )
    files |= {
        "_rels/.rels": _relations(main, about if core else ""),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(*relations),
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
    }
    if core:
        spaces = (
            f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/"'
        )
        files["docProps/core.xml"] = f"<cp:coreProperties {spaces}>{core}</cp:coreProperties>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, said in files.items():
            said = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + said
            made.writestr(name, said.replace(_W, _STRICT) if strict else said)
    return out.getvalue()


def _relations(*made: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(made)}</Relationships>'


def _drawn(inside: str, described: str = "") -> str:
    return (
        f'<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{described}"/><a:graphic><a:graphicData>{inside}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def text_box(text: str) -> str:
    """Make a run with a text box, in the new form and in the old one as Word writes both."""
    content = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    new = _drawn(f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}'
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture(described: str) -> str:
    """Make a run with a picture and the words that describe it."""
    return f"<w:r>{_drawn('<pic:pic/>', described)}</w:r>"


WORD_MARKERS = (
    "mbody", "mcell", "mnested", "mheader", "mfooter", "mfootnote", "mendnote", "mcomment", "minserted", "mbox",
    "mcontrol", "malttext", "mfield", "mproperty",
)  # fmt: skip
"""The words planted in ``planted_word``; a deletion and hidden text are there too, and are named by their length."""


def planted_word(*, strict: bool = False) -> bytes:
    """Make a Word file with a word planted in each place; ``strict`` writes it in the strict dialect."""
    body = "".join(
        (
            paragraph(run("Dear mbody,")),
            table((paragraph(run("mcell")), paragraph(run("two")))),
            table((table((paragraph(run("mnested")),)) + paragraph(),)),
            paragraph(run("a note"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" and"),
                      '<w:r><w:endnoteReference w:id="3"/></w:r>', '<w:r><w:commentReference w:id="0"/></w:r>'),
            paragraph('<w:ins w:id="5" w:author="Pat">' + run("minserted") + "</w:ins>",
                      '<w:del w:id="6" w:author="Pat"><w:r><w:delText>mdeleted</w:delText></w:r></w:del>'),
            paragraph(run("mhidden", "<w:vanish/>"), text_box("mbox"), picture("malttext")),
            f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('mcontrol'))}</w:sdtContent></w:sdt>",
            paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE mcode</w:instrText></w:r>'
                      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("mfield"),
                      '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        )
    )  # fmt: skip
    parts = {
        "header1": ("header", paragraph(run("mheader"))),
        "footer1": ("footer", paragraph(run("mfooter"))),
        "footnotes": ("footnotes", '<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">'
                      + paragraph(run("mfootnote")) + "</w:footnote>"),
        "endnotes": ("endnotes", '<w:endnote w:id="3">' + paragraph(run("mendnote")) + "</w:endnote>"),
        "comments": ("comments", '<w:comment w:id="0" w:author="Lee">' + paragraph(run("mcomment")) + "</w:comment>"),
    }  # fmt: skip
    core = "<dc:creator>Jane Roe</dc:creator><dc:subject>mproperty</dc:subject>"
    return word_file(body, parts, core=f"{core}<dcterms:created>2026-04-01T10:00:00Z</dcterms:created>", strict=strict)


PDF_MARKERS = (
    "mbody", "msecond", "mfield", "mticked", "mnote", "mhighlight", "mtyped", "mlink", "mfile", "mpinned", "mproperty",
    "mlayer", "mstamp", "minvisible",
)  # fmt: skip
"""The words planted in ``planted_pdf``, which also has a page that is only a picture."""


def pdf_file(*pages: str) -> bytes:
    """Make a PDF of pages of lines; an empty page has a picture only."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in pages:
        if page:
            text = canvas.beginText(72, 760)
            text.textLines(page)
            canvas.drawText(text)
        else:
            canvas.drawImage(_grey_picture(), 72, 300, 400, 400)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _grey_picture():
    from PIL import Image

    return ImageReader(Image.new("L", (40, 40), 200))


def planted_pdf() -> bytes:
    """Make a PDF with a word planted in each place."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setAuthor("Jane Roe")
    canvas.setTitle("A letter")
    canvas.setSubject("mproperty")
    canvas.drawString(72, 760, "Dear mbody,")
    canvas.acroForm.textfield(name="Address", value="mfield", x=72, y=600, width=200, height=20)
    canvas.acroForm.checkbox(name="mticked", checked=True, x=72, y=560)
    canvas.linkURL("https://example.org/mlink", (72, 500, 200, 520))
    text = canvas.beginText(72, 740)
    text.setTextRenderMode(3)
    text.textLine("minvisible")
    canvas.drawText(text)
    canvas.showPage()
    canvas.drawString(72, 760, "and msecond")
    canvas.showPage()
    canvas.drawImage(_grey_picture(), 72, 300, 400, 400)
    canvas.showPage()
    canvas.save()
    made = pikepdf.open(io.BytesIO(out.getvalue()))
    first = made.pages[0]
    for kind, said in (("Text", "mnote"), ("Highlight", "mhighlight"), ("FreeText", "mtyped"), ("Stamp", "mstamp")):
        first.Annots.append(made.make_indirect(_mark(kind, said)))
    pinned = made.make_stream(b"mpinned")
    pinned.Type = Name.EmbeddedFile
    file = Dictionary(Type=Name.Filespec, F=String("mpinned.txt"), UF=String("mpinned.txt"), EF=Dictionary(F=pinned))
    first.Annots.append(made.make_indirect(_mark("FileAttachment", "", FS=made.make_indirect(file))))
    made.attachments["mfile.txt"] = b"in the file"
    layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    made.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    page = made.pages[1]
    page.Resources.Properties = Dictionary(MC0=layer)
    page.contents_add(b"/OC /MC0 BDC BT /F1 12 Tf 72 700 Td (mlayer) Tj ET EMC")
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def _mark(kind: str, said: str, **more: object) -> Dictionary:
    box = Array([300, 600, 380, 640])
    facts = {"Type": Name.Annot, "Subtype": Name(f"/{kind}"), "Rect": box, "T": String("Lee"), **more}
    if said:
        facts["Contents"] = String(said)
    return Dictionary(**facts)


def with_password(data: bytes, *, owner: str, user: str) -> bytes:
    """Return a PDF locked with passwords: the owner's forbids printing, the user's forbids opening."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner=owner, user=user))
    return out.getvalue()
