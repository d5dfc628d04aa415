"""The command ``summary``: every product of a hearing in every format, from the one record."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from frhearing.cli.opening import DATA, HEARING, JSON, PLACE, opened, print_json
from frhearing.desk import hearings
from frhearing.model.errors import Refused

if TYPE_CHECKING:
    from frhearing.desk.summaries import PrintOptions

_NOT_WRITTEN = "Nothing was written."


@click.command("summary")
@HEARING
@click.option("-o", "--output", required=True, type=PLACE)
@click.option("--product", type=click.Choice(["full", "minutes", "tally"]), default="full", show_default=True)
@click.option("--format", "kind", type=click.Choice(["pdf", "html", "txt"]), help="Else by the ending of the file.")
@click.option("--paper", type=click.Choice(["letter", "legal", "a4"]), help="Of a PDF; else as chosen on Report.")
@click.option("--large-print", is_flag=True, help="A PDF in large print.")
@click.option("--language", type=click.Choice(["en", "es"]), help="Of the summary's own words.")
@click.option("--sections", metavar="KEYS", help="Only these sections, in this order: counts,events.")
@DATA
@JSON
def summary(
    hearing: str,
    output: Path,
    product: str,
    kind: str | None,
    paper: str | None,
    large_print: bool,
    language: str | None,
    sections: str | None,
    data: Path | None,
    as_json: bool,
) -> None:
    """Write the hearing's summary, its minutes paragraph or its tally sheet, by the ending of the file."""
    from frhearing.desk import products, summaries

    wanted = products.Product(product)
    as_ = products.format_of(output, kind or "")
    _fitting(wanted, as_, paper, large_print, sections)
    with opened(data) as desk:
        hearing_id = hearings.find_hearing(desk, hearing)
        options = _chosen(summaries.load_options(desk, hearing_id), paper, large_print, language)
        if sections is not None:
            options = products.only(options, [key.strip() for key in sections.split(",") if key.strip()])
        made = products.save(desk, hearing_id, output, wanted, as_, options)
    if as_json:
        facts = {"path": str(output), "product": product, "format": str(as_), "pages": made.pages}
        print_json({**facts, "record_digest": made.record_digest, "listed": made.listed})
    else:
        click.echo(_told(made.pages, output))
    if as_ == "pdf" and not made.listed:
        click.echo(summaries.NOT_LISTED, err=True)


def _fitting(product: str, kind: str, paper: str | None, large_print: bool, sections: str | None) -> None:
    """Refuse what does not go together, in a sentence."""
    if kind != "pdf" and paper is not None:
        raise Refused(f"Paper belongs to PDF, not to {kind}. {_NOT_WRITTEN} Leave --paper out, or write a PDF.")
    if kind != "pdf" and large_print:
        raise Refused(
            f"Large print belongs to PDF; in {kind} readers choose the size themselves. {_NOT_WRITTEN} "
            "Leave --large-print out, or write a PDF."
        )
    if product != "full" and sections is not None:
        raise Refused(f"Sections belong to the full summary, not to {product}. {_NOT_WRITTEN} Leave --sections out.")
    if sections is not None and not sections.replace(",", "").strip():
        raise Refused(f"No section is named. {_NOT_WRITTEN} Leave --sections out to print all that are chosen.")


def _chosen(options: "PrintOptions", paper: str | None, large_print: bool, language: str | None) -> "PrintOptions":
    """Return the options kept with the hearing, with what the call says instead."""
    return replace(
        options,
        paper=paper or options.paper,
        large=large_print or options.large,
        language=language or options.language,
    )


def _told(pages: int | None, output: Path) -> str:
    """Tell what was written."""
    if pages is None:
        return f"Written to {output}"
    return f"{pages} {'page' if pages == 1 else 'pages'} in {output}"
