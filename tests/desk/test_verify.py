"""A printed summary carries its record, never more of it than is printed, and `verify` knows it again."""

import csv
import io
import json
from dataclasses import replace

import page
import pikepdf
import pytest
from clerk import open_hearing, record

from frhearing.cli.commands import main
from frhearing.desk import coding, digests, exporting, hearings, petitions, records, summaries, testimony
from frhearing.desk.desk import open_desk
from frhearing.desk.live import podium, queue, registering, sitting
from frhearing.desk.live.clockwork import open_live
from frhearing.model.comment import CommentStatus
from frhearing.model.letters import Signatures
from frhearing.model.live.signing import NewSlip
from frhearing.model.position import Stance
from frhearing.report.pdf import Attachment, write_pdf
from frhearing.report.summary import build_summary


@pytest.fixture
def desk(data_folder):
    opened, _hearing = open_hearing(data_folder)
    with opened:
        for number in range(1, 6):
            record(
                opened,
                1,
                f"Text {number}: “=1+1”,\nwith two lines; ñandú.",
                name=f"Ann Bo {number}",
                email=f"ann{number}@example.org",
                stances={1: Stance.SUPPORT},
            )
        yield opened


def attached(path):
    with pikepdf.open(path) as pdf:
        return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


def run(capsys, *arguments):
    code = main([str(one) for one in arguments])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def saved(desk, path, options=None):
    return summaries.save_summary(desk, 1, path, options)


def test_the_record_goes_along_as_data_and_the_file_stays_archival(desk, tmp_path):
    path = tmp_path / "summary.pdf"
    saved(desk, path)
    for profile in ("ua1", "3a"):
        assert page.validate_pdf(str(path), profile=profile, limits=page.SafetyLimits.unlimited()).is_compliant
    with pikepdf.open(path) as pdf:
        assert {str(spec.AFRelationship) for spec in pdf.Root.AF} == {"/Data"}
        assert [str(spec.UF) for spec in pdf.Root.AF] == ["comments.csv", "record.json"]
        assert all(str(spec.Desc) for spec in pdf.Root.AF)
        streams = [spec.EF.F for spec in pdf.Root.AF]
        assert [str(stream.Subtype) for stream in streams] == ["/text/csv", "/application/json"]
        assert all(int(stream.Params.Size) == len(stream.read_bytes()) for stream in streams)
    files = attached(path)
    told = json.loads(files["record.json"])
    rows = list(csv.DictReader(io.StringIO(files["comments.csv"].decode(), newline="")))
    whole = exporting.record_rows(desk, 1)
    assert [row["text"] for row in rows] == [row["text"] for row in whole]
    assert rows == told["comments"]
    assert told["record_digest"] == digests.record_digest(desk, 1)
    assert told["tally"]["counted"] == 5
    assert digests.record_digest(desk, 1).encode() in _page_text(path).encode()


def _page_text(path):
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    text = "".join(one.get_textpage().get_text_range() for one in pdf)
    pdf.close()
    return "".join(text.split())


def test_no_more_of_the_record_goes_along_than_is_printed(desk, tmp_path):
    testimony.set_status(desk, [3], CommentStatus.RESTRICTED, "confidential address")
    path = tmp_path / "summary.pdf"
    saved(desk, path)
    everything = b"".join(attached(path).values()).decode()
    assert "Ann Bo 2" in everything
    assert "example.org" not in everything
    assert "Ann Bo 3" not in everything
    assert "Text 3" not in everything
    assert "confidential address" in everything
    options = replace(summaries.load_options(desk, 1), names="initials")
    saved(desk, path, options)
    everything = b"".join(attached(path).values()).decode()
    assert "Ann Bo" not in everything
    assert "A. B. 2." in everything
    saved(desk, path, summaries.with_section(options, "appendix", False))
    files = attached(path)
    assert list(files) == ["record.json"]
    assert "Text" not in files["record.json"].decode()


def test_a_summary_is_the_same_to_the_byte_until_something_changes_and_then_the_next_draft(desk, tmp_path):
    first, again, other = (tmp_path / name for name in ("1.pdf", "2.pdf", "3.pdf"))
    digest, dated = digests.record_digest(desk, 1), hearings.get_hearing(desk, 1)
    made = saved(desk, first)
    assert (made.edition, made.listed) == ("Draft 1", True)
    assert saved(desk, again).edition == "Draft 1"
    assert first.read_bytes() == again.read_bytes() == summaries.make_summary(desk, 1).pdf
    assert desk.store.value("SELECT count(*) FROM edition") == 1
    assert digests.record_digest(desk, 1) == digest
    assert hearings.get_hearing(desk, 1) == dated
    large = saved(desk, other, replace(summaries.load_options(desk, 1), large=True))
    assert large.edition == "Draft 1"
    assert desk.store.value("SELECT count(*) FROM edition") == 2
    coding.set_stance(desk, [2], 1, Stance.OPPOSE)
    assert saved(desk, other).edition == "Draft 2"
    desk.undo()
    assert saved(desk, other).edition == "Draft 3"
    assert saved(desk, other).edition == "Draft 3"
    assert records.check(desk).ok


def test_verify_confirms_what_was_saved_and_names_what_has_changed_since(desk, tmp_path, capsys):
    path = tmp_path / "summary.pdf"
    saved(desk, path)
    code, out, err = run(capsys, "verify", path, "--data", desk.folder)
    assert (code, err) == (0, "")
    assert "as Draft 1" in out
    assert "the digests are equal" in out
    coding.set_stance(desk, [2], 1, Stance.OPPOSE)
    record(desk, 1, "Late.")
    testimony.void_comment(desk, 4, "entered twice")
    code, out, err = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 1
    assert "No. 2 is not as it was then." in out
    assert "No. 4 is not on the record any more." in out
    assert "No. 6 is on the record only since." in out
    assert err == "summary.pdf is not confirmed.\n"
    code, out, _ = run(capsys, "verify", path, "--data", desk.folder, "--json")
    facts = json.loads(out)
    assert (code, facts["ok"], facts["whole"], facts["saved_by_this_desk"]) == (1, False, True, True)
    assert (facts["differing"], facts["gone"], facts["new"]) == ([2], [4], [6])


@pytest.mark.parametrize(("product", "called"), [("minutes", "minutes paragraph"), ("tally", "tally sheet")])
def test_verify_knows_the_other_products_too(desk, tmp_path, capsys, product, called):
    path = tmp_path / "other.pdf"
    command = ("summary", "--hearing", 1, "--product", product, "-o", path, "--data", desk.folder)
    desk.close()
    assert run(capsys, *command)[0] == 0
    code, out, _ = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 0
    assert f"is Draft 1 of the {called} of “" in out
    assert f"as Draft 1, the {called}, 1 page." in out
    assert list(attached(path)) == ["record.json"]
    assert "comments" not in json.loads(attached(path)["record.json"])


def test_a_clerk_is_told_when_a_file_could_not_be_put_on_the_list(desk, tmp_path, capsys):
    path = tmp_path / "summary.pdf"
    code, out, err = run(capsys, "summary", "--hearing", 1, "-o", path, "--data", desk.folder)
    assert (code, path.exists()) == (0, True)
    assert "pages in" in out
    assert "could not be put on the list" in err


def test_verify_sees_every_change_of_the_file(desk, tmp_path, capsys):
    path = tmp_path / "summary.pdf"
    data = saved(desk, path).pdf
    for at in range(20, len(data), len(data) // 40):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert run(capsys, "verify", path, "--data", desk.folder)[0] == 1
    path.write_bytes(data + b"more")
    code, out, _ = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 1
    assert "4 bytes were appended" in out
    path.write_bytes(data[:-30])
    assert run(capsys, "verify", path, "--data", desk.folder)[0] == 1


def test_verify_without_a_store_says_what_can_be_said(desk, tmp_path, capsys):
    path = tmp_path / "summary.pdf"
    saved(desk, path)
    code, out, _ = run(capsys, "verify", path)
    assert code == 1
    assert "Every byte of it fits its own fingerprint." in out
    assert "There is no store here" in out
    assert run(capsys, "verify", path, "--data", tmp_path / "nowhere")[0] == 1
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"\x00" * 999, b"startxref\n0\n%%EOF\n", b"startxref\n9\n%%EOF\n" * 99]
)
def test_verify_of_anything_else_ends_in_a_sentence(data, tmp_path, capsys):
    path = tmp_path / "some.pdf"
    path.write_bytes(data)
    code, out, _ = run(capsys, "verify", path)
    assert code == 1
    assert out.count("\n") == 1
    assert run(capsys, "verify", tmp_path / "nothing.pdf")[0] == 1


HOSTILE = [
    {"digests": {"9" * 5000: "0" * 64}},
    {"digests": {"²": "0" * 64}},
    {"digests": {"1": "\ud800"}},
    {"digests": [1]},
    {"files": [1]},
    {"hearing": {"uid": "zz", "title": "\x1b[2J\ud800 title"}},
    {"hearing": {"uid": 5, "title": "x"}},
    {"edition": None},
    {"record_digest": "\ud800"},
]


@pytest.mark.parametrize("changed", HOSTILE, ids=range(len(HOSTILE)))
def test_verify_of_a_file_made_to_harm_ends_in_sentences(changed, tmp_path, capsys, desk):
    told = {"format": "frhearing record 1", "edition": "Draft 1", "recorded_at": "", "record_digest": "", "digests": {}}
    told |= {"hearing": {"uid": "00", "title": "t"}, **changed}
    along = [Attachment("record.json", "application/json", "", json.dumps(told).encode())]
    path = tmp_path / "made.pdf"
    path.write_bytes(write_pdf(build_summary(summaries.facts(desk, 1)), attachments=along).data)
    code, out, err = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 1
    assert out
    assert err == "made.pdf is not confirmed.\n"
    assert "\x1b" not in out
    assert run(capsys, "verify", path, "--data", desk.folder, "--json")[0] == 1


def test_a_summary_printed_while_another_window_writes_is_made_but_not_on_the_list(desk, tmp_path, capsys):
    path = tmp_path / "summary.pdf"
    with open_desk(desk.folder, writing=False) as reader:
        made = summaries.save_summary(reader, 1, path)
    assert not made.listed
    code, out, _ = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 1
    assert "not on this store's list" in out
    folder = desk.folder
    desk.close()
    with open_desk(folder, writing=False) as reader:
        assert summaries.save_summary(reader, 1, path).listed
    assert run(capsys, "verify", path, "--data", folder)[0] == 0


def test_a_file_under_another_name_is_known_again(desk, tmp_path, capsys):
    path = tmp_path / "summary.pdf"
    saved(desk, path)
    code, out, _ = run(capsys, "verify", path.rename(tmp_path / "what the paper got.PDF"), "--data", desk.folder)
    assert code == 0
    assert "as Draft 1" in out


def test_a_file_saved_anew_by_another_program_is_not_taken_for_the_desks(desk, tmp_path, capsys):
    path, other = tmp_path / "summary.pdf", tmp_path / "other.pdf"
    saved(desk, path)
    for linearized in (True, False):
        with pikepdf.open(path) as pdf:
            pdf.save(other, linearize=linearized)
        code, out, err = run(capsys, "verify", other, "--data", desk.folder)
        assert code == 1
        assert "another program has written it anew since" in out
        assert err == "other.pdf is not confirmed.\n"


def test_a_table_inside_that_was_put_in_place_of_the_desks_is_seen(desk, tmp_path, capsys, monkeypatch):
    path = tmp_path / "summary.pdf"
    real = summaries.archive.attachments

    def forged(*given):
        table, record_ = real(*given)
        return Attachment("comments.csv", table.mime, "", table.data.replace(b"support", b"oppose")), record_

    monkeypatch.setattr(summaries.archive, "attachments", forged)
    path.write_bytes(summaries.make_summary(desk, 1).pdf)
    code, out, _ = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 1
    assert "does not agree with the digest it states" in out
    assert "not on this store's list" in out


def test_a_file_of_another_store_and_one_of_an_older_draft(desk, tmp_path, capsys):
    path, older = tmp_path / "summary.pdf", tmp_path / "older.pdf"
    saved(desk, older)
    coding.set_stance(desk, [2], 1, Stance.OPPOSE)
    saved(desk, path)
    code, out, _ = run(capsys, "verify", older, "--data", desk.folder)
    assert code == 1
    assert "as Draft 1" in out
    assert "No. 2 is not as it was then." in out
    assert run(capsys, "verify", path, "--data", desk.folder)[0] == 0
    open_hearing(tmp_path / "elsewhere")[0].close()
    code, out, _ = run(capsys, "verify", path, "--data", tmp_path / "elsewhere")
    assert code == 1
    assert "Every byte of it fits its own fingerprint." in out
    assert "Its hearing is not in this store." in out


def test_signatures_and_turns_are_in_the_digest(desk):
    plain = digests.record_digest(desk, 1)
    made, _ = petitions.make_petition(desk, 3, sponsor="Ann", signatures=Signatures(40, 30))
    signed = digests.record_digest(desk, 1)
    petitions.correct_petition(desk, made, sponsor="Ann", signatures=Signatures(40, 31))
    assert len({plain, signed, digests.record_digest(desk, 1)}) == 3
    desk.undo()
    assert digests.record_digest(desk, 1) == signed
    live = open_live(desk, 1)
    registering.register(live, NewSlip(("Ann Speaker",)))
    sitting.open_hearing(live)
    queue.call(live, 1)
    podium.start(live, 1)
    before = digests.record_digest(desk, 1)
    podium.end(live)
    assert digests.record_digest(desk, 1) != before


@pytest.mark.parametrize("named", [True, False])
def test_a_file_of_the_older_rule_is_compared_by_it_and_told_so(desk, tmp_path, capsys, monkeypatch, named):
    made, _ = petitions.make_petition(desk, 3, sponsor="Ann", signatures=Signatures(40, 30))
    path = tmp_path / "summary.pdf"
    real = summaries.archive.attachments

    def as_it_was(*given):
        table, record_ = real(*given)
        told = json.loads(record_.data)
        if not named:
            del told["digest_rule"]
        return table, Attachment(record_.name, record_.mime, "", json.dumps(told).encode())

    with monkeypatch.context() as older:
        defaults = (digests.COMMENTS_ONLY,)
        older.setattr(digests.digests, "__defaults__", defaults)
        older.setattr(digests, "LATEST", digests.COMMENTS_ONLY)
        older.setattr(summaries.archive, "attachments", as_it_was)
        saved(desk, path)
    assert digests.record_digest(desk, 1) not in path.read_bytes().decode("latin-1")
    petitions.correct_petition(desk, made, sponsor="Ann", signatures=Signatures(40, 31))
    code, out, _ = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 0
    assert "the digests are equal" in out
    assert "not the slips, the turns or the signatures of petitions" in out
    coding.set_stance(desk, [2], 1, Stance.OPPOSE)
    assert "No. 2 is not as it was then." in run(capsys, "verify", path, "--data", desk.folder)[1]


@pytest.mark.parametrize("rule", [3, None, "2", [1]])
def test_a_rule_that_nobody_knows_yet_is_named(desk, tmp_path, capsys, monkeypatch, rule):
    path = tmp_path / "summary.pdf"
    monkeypatch.setattr(digests, "LATEST", rule)
    saved(desk, path)
    code, out, _ = run(capsys, "verify", path, "--data", desk.folder)
    assert code == 1
    assert "a rule that this version does not know" in out
