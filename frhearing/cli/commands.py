"""The command line: the same desk without a window. Facts go to stdout, sentences about faults to stderr.

Exit code 0 for done, 1 for bad input or a fault told in one sentence, 2 for a call that cannot be understood.
"""

import io
import sys
from pathlib import Path
from typing import Any

import click

from frhearing import __version__
from frhearing.cli.letters import groups
from frhearing.cli.live import live_group
from frhearing.cli.opening import DATA, HEARING, JSON, PLACE, opened, print_json
from frhearing.cli.output import print_import, print_no_more, print_tally
from frhearing.cli.summary import summary
from frhearing.cli.verify import verify
from frhearing.desk import arrivals, backups, exporting, figures, hearings, records, searching
from frhearing.model.counted import counted
from frhearing.model.errors import ClerkError, Refused
from frhearing.model.hearing import STATUS_WORDS, NewHearing
from frhearing.model.question import NewQuestion
from frhearing.model.tally import Scope
from frhearing.model.times import DEFAULT_ZONE, zone_known


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(version)s")
def commands() -> None:
    """Keep the record of a public hearing. Without a command the window opens; --demo opens it on the example."""


def data_last(arguments: list[str]) -> list[str]:
    """Let ``--data DIR`` stand before the command too: there it is given to the command like behind it."""
    taken = 2 if arguments[:1] == ["--data"] else 1 if arguments and arguments[0].startswith("--data=") else 0
    data, rest = arguments[:taken], arguments[taken:]
    if not taken or not rest:
        return arguments
    end = rest.index("--") if "--" in rest else len(rest)
    return [*rest[:end], *data, *rest[end:]]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code; a fault becomes one sentence, never a traceback."""
    if sys.stdout is None:
        # Whoever closed the output does not want to read it; the work is done all the same.
        sys.stdout = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that knows few letters shows the others by their numbers.
            stream.reconfigure(errors="backslashreplace")
    try:
        commands.main(
            args=data_last(sys.argv[1:] if arguments is None else arguments),
            prog_name="frhearing",
            standalone_mode=False,
        )
    except click.exceptions.Exit as done:
        return int(done.exit_code)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was under way left nothing behind.", err=True)
        return 1
    except ClerkError as fault:
        click.echo(str(fault), err=True)
        return 1
    except BrokenPipeError:
        # Whoever read the output has gone; there is nobody left to tell.
        print_no_more()
        return 0
    except OSError as fault:
        told = f"{fault.filename} could not be used ({fault.strerror}). The record was not changed."
        if not fault.filename:
            # Only what is printed has no name: by then the work itself is done.
            told = f"What was to be printed could not be written ({fault.strerror}). Look at the record before a retry."
            print_no_more()
        click.echo(told, err=True)
        return 1
    return 0


commands.add_command(groups)
commands.add_command(live_group)
commands.add_command(summary)
commands.add_command(verify)


@commands.group("hearing")
def hearing_group() -> None:
    """Make and list hearings."""


@hearing_group.command("new")
@click.option("--title", required=True)
@click.option("--body", required=True, help="The council, committee or commission that hears.")
@click.option("--date", required=True, help="Day of the hearing, as 2026-02-26.")
@click.option("--place", default="")
@click.option("--zone", default=DEFAULT_ZONE, show_default=True, help="Time zone of the place, by its IANA name.")
@click.option("--question", "questions", multiple=True, required=True, help="May be repeated.")
@click.option("--support-means", multiple=True, help="For each question in turn.")
@click.option("--oppose-means", multiple=True, help="For each question in turn.")
@DATA
@JSON
def new_hearing(
    title: str,
    body: str,
    date: str,
    place: str,
    zone: str,
    questions: tuple[str, ...],
    support_means: tuple[str, ...],
    oppose_means: tuple[str, ...],
    data: Path | None,
    as_json: bool,
) -> None:
    """Make a hearing and print its id."""
    if len(support_means) > len(questions) or len(oppose_means) > len(questions):
        raise Refused("There are more meanings than questions. Nothing was made.")
    if not zone_known(zone):
        raise Refused(f"There is no time zone “{zone}”. Nothing was made. Name one such as {DEFAULT_ZONE}.")
    asked = [
        NewQuestion(text, dict(enumerate(support_means)).get(i, ""), dict(enumerate(oppose_means)).get(i, ""))
        for i, text in enumerate(questions)
    ]
    with opened(data, writing=True, new=True) as desk:
        hearing_id, _ = hearings.create_hearing(desk, NewHearing(title, body, date, place, tuple(asked), zone=zone))
    if as_json:
        print_json({"id": hearing_id})
    else:
        click.echo(f"Hearing {hearing_id}: {title}")


@hearing_group.command("list")
@DATA
@JSON
def list_hearings(data: Path | None, as_json: bool) -> None:
    """List the hearings, the one changed last first."""
    with opened(data) as desk:
        cards = hearings.list_hearings(desk)
    if as_json:
        print_json(
            [
                {
                    "id": c.id,
                    "title": c.title,
                    "body": c.body,
                    "date": c.date,
                    "status": str(c.status),
                    "comments": c.comments,
                    "to_tag": c.to_tag,
                }
                for c in cards
            ]
        )
        return
    for c in cards:
        status, comments = STATUS_WORDS[c.status], counted(c.comments, "comment")
        click.echo(f"{c.id:>4}  {c.date}  {status:<13} {comments:>16}  {' '.join(c.title.split())}")
    if not cards:
        click.echo("There are no hearings in this store yet.")


@commands.command("import")
@click.argument("files", nargs=-1, required=True, type=PLACE)
@HEARING
@click.option("--map", "map_file", type=PLACE, help="JSON file: which column goes where.")
@click.option("--encoding", help="Encoding of the files; asked for only where it cannot be known.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@DATA
@JSON
def import_files(
    files: tuple[Path, ...],
    hearing: str,
    map_file: Path | None,
    encoding: str | None,
    dry_run: bool,
    data: Path | None,
    as_json: bool,
) -> None:
    """Import comments from files of any kind, from ZIPs and folders; two tables are joined by their common key."""
    from frhearing.desk import importing

    mapping = importing.read_mapping(map_file) if map_file else None
    with opened(data, writing=not dry_run) as desk:
        hearing_id = hearings.find_hearing(desk, hearing)
        plan = importing.read_files(desk, hearing_id, list(files), encoding=encoding, mapping=mapping)
        result = importing.foresee(plan) if dry_run else importing.add(desk, plan)[0]
        alike = "" if dry_run or as_json else arrivals.words(arrivals.look_at_all(desk, hearing_id))
    if as_json:
        print_json(result.to_json())
        return
    print_import(plan, result, dry_run=dry_run)
    if alike:
        click.echo(f"{alike} Nothing was joined; look at them in the window or with “frhearing groups”.")


@commands.command("tally")
@HEARING
@click.option("--only", type=click.Choice(["written", "spoken"]), help="Else all comments are counted.")
@click.option("--once-each", is_flag=True, help="Count each form letter once instead of every copy.")
@DATA
@JSON
def tally(hearing: str, only: str | None, once_each: bool, data: Path | None, as_json: bool) -> None:
    """Print the counts, with their denominators and what is counted."""
    scope = Scope(None if only is None else only == "spoken", once_each)
    with opened(data) as desk:
        facts: dict[str, Any] = figures.tally_json(desk, hearings.find_hearing(desk, hearing), scope)
    if as_json:
        print_json(facts)
    else:
        print_tally(facts)


@commands.command("search")
@click.argument("query")
@click.option("--hearing", metavar="H", help="Only in this hearing.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 10_000))
@DATA
@JSON
def search(query: str, hearing: str | None, limit: int, data: Path | None, as_json: bool) -> None:
    """Find words in every text, name and organization; the last may be a beginning, "quoted ones" stand together."""
    with opened(data) as desk:
        hearing_id = hearings.find_hearing(desk, hearing) if hearing else None
        found = searching.search(desk, query, hearing_id, limit)
        count, capped = searching.count_hits(desk, query, hearing_id)
    if as_json:
        hits = [
            {"hearing": h.hearing_id, "number": h.number, "name": h.name, "snippet": h.snippet, "spans": h.spans}
            for h in found
        ]
        print_json({"count": count, "more": capped, "hits": hits})
        return
    for h in found:
        click.echo(f"No. {h.number}  {h.name}: {' '.join(h.snippet.split())}")
    click.echo(f"{f'{count:,}+ comments' if capped else counted(count, 'comment')} found.")


@commands.command("export")
@HEARING
@click.option("-o", "--output", required=True, type=PLACE)
@click.option("--for-spreadsheets", is_flag=True, help="Guard CSV cells that a spreadsheet would take for formulas.")
@DATA
@JSON
def export(hearing: str, output: Path, for_spreadsheets: bool, data: Path | None, as_json: bool) -> None:
    """Write every comment of a hearing as CSV or JSON, by the ending of the file."""
    ending = output.suffix.lower()
    if ending not in (".csv", ".json"):
        raise Refused(f"{output} does not end in .csv or .json. Nothing was written.")
    with opened(data) as desk:
        hearing_id = hearings.find_hearing(desk, hearing)
        if ending == ".csv":
            count = exporting.export_csv(desk, hearing_id, output, spreadsheet_safe=for_spreadsheets)
        else:
            count = exporting.export_json(desk, hearing_id, output)
    if as_json:
        print_json({"path": str(output), "comments": count})
    else:
        click.echo(f"{counted(count, 'comment')} in {output}")


@commands.command("check")
@DATA
@JSON
def check(data: Path | None, as_json: bool) -> None:
    """Examine the store: the file, the change log's chain, every row, what was received, the counters."""
    with opened(data) as desk:
        report = records.check(desk)
    if as_json:
        print_json({"ok": report.ok, "lines": report.lines})
    else:
        for line in report.lines:
            click.echo(line)
    if not report.ok:
        raise ClerkError(
            "The store does not agree with its log, see above. It was left as it stands. "
            "Restore the newest backup that is sound, or ask for help before anything else is done with it."
        )


@commands.command("backup")
@click.argument("destination", type=PLACE)
@DATA
@JSON
def backup(destination: Path, data: Path | None, as_json: bool) -> None:
    """Copy the store, reopen the copy and compare it. DESTINATION is a folder, or a file ending in .db."""
    with opened(data) as desk:
        made = backups.backup(desk, destination)
    if as_json:
        print_json({"path": str(made.path), "comments": made.comments, "chain_head": made.head, "verified": made.ok})
    else:
        click.echo(f"{counted(made.comments, 'comment')} in {made.path}, reopened and compared.")
