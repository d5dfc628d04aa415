"""What a file says about itself: title, dates, language and the standards it keeps, in two places alike."""

from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from frhearing import paths
from frhearing.report.pdf.file import PdfFile

CREATOR, PRODUCER = "frhearing", "ReportLab PDF Library"

_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""PDF/A wants every vocabulary explained that it does not know itself, and it does not know PDF/UA's."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<dc:date><rdf:Seq><rdf:li>{date}</rdf:li></rdf:Seq></dc:date>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords></pdf:Keywords>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
{extension}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself; `dated` is UTC text, `language` a tag such as `en-US`."""

    title: str
    author: str
    subject: str
    language: str
    dated: str

    @property
    def moment(self) -> datetime:
        """The date to the second, in UTC."""
        return datetime.fromisoformat(self.dated).astimezone(UTC).replace(microsecond=0)

    @property
    def identity(self) -> UUID:
        """A name for the document that no other has: the same record under the same title has the same."""
        return uuid5(NAMESPACE_OID, "\n".join((self.author, self.title, self.subject, self.dated)))


def set_info(canvas: Any, about: Metadata) -> None:
    """Give a reportlab canvas what it writes into the information dictionary."""
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(CREATOR)
    canvas.setProducer(PRODUCER)
    date = about.moment.strftime("D:%Y%m%d%H%M%S+00'00'")
    canvas.setDateFormatter(lambda *_: date)


def write_packet(pdf: PdfFile, about: Metadata) -> int:
    """Write the same facts as XMP, with the standards the file keeps; returns the stream's number."""
    packet = _PACKET.format(
        title=escape(about.title),
        author=escape(about.author),
        subject=escape(about.subject),
        language=escape(about.language),
        creator=CREATOR,
        identity=about.identity,
        producer=PRODUCER,
        date=about.moment.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
        extension=_EXTENSION,
    )
    return pdf.add_stream(packet.encode(), b"/Type/Metadata/Subtype/XML")


def write_output_intent(pdf: PdfFile) -> int:
    """Write what the colours mean: sRGB, by the profile that ships with the program."""
    profile = pdf.add_data_stream(paths.resource("colour", "sRGB.icc").read_bytes(), b"/N 3")
    return pdf.add(
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        b"/DestOutputProfile %d 0 R>>" % profile
    )
