"""The words of the summary in English. `{}` fields are filled in; `.one` and `.many` follow a count."""

from types import MappingProxyType

from frhearing.report.labels_en_counted import COUNTED
from frhearing.report.labels_en_hall import HALL
from frhearing.report.labels_en_products import PRODUCTS
from frhearing.report.labels_en_rules import RULES

ENGLISH = MappingProxyType(
    {
        "language": "en-US",
        "page": "Page {page} of {pages}",
        "summary": "Public hearing summary",
        "office": "Office of the City Clerk",
        "draft_mark": "DRAFT",
        "edition.draft": "Draft {number}",
        "edition.certified": "Certified",
        "edition.corrected": "Corrected {number}",
        "as_of": "{edition} · record of {date}",
        "number": "No. {number}",
        "continued": "No. {number}, continued",
        "continued.title": "{title}, continued",
        "no_name": "Name not given",
        "question": "Question {number}",
        "question_short": "Q{number}",
        "comments.one": "1 comment",
        "comments.many": "{n} comments",
        "and": "{a} and {b}",
        "more": "{n} more",
        # sections
        "title.cover": "Cover",
        "title.contents": "Contents",
        "title.hearing": "The hearing",
        "title.questions": "The questions",
        "title.background": "Background and why it matters",
        "title.timeline": "Timeline",
        "title.players": "The players",
        "title.press": "What they are saying",
        "title.next": "What is next",
        "title.takeaway": "The takeaway",
        "title.counts": "Counts",
        "title.groups": "Who said what",
        "title.themes": "What people talked about",
        "title.times": "When it came in",
        "title.quotes": "Key quotes",
        "title.written": "Written comments",
        "title.outside": "On the record, not counted",
        "title.method": "Method and definitions",
        "title.certificate": "Certificate",
        "title.appendix": "All comments in full",
        # stances
        "support": "Support",
        "oppose": "Oppose",
        "mixed": "Mixed",
        "neutral": "Neutral",
        "not_stated": "Not stated",
        "not_tagged": "Not tagged yet",
        "mixed.means": "In part or on conditions",
        "neutral.means": "Gives information, takes no side",
        "not_stated.means": "Speaks to the matter without taking a position",
        "not_tagged.means": "Nobody has read it for a position yet; the counts will change",
        # channels
        "channel.in_person": "In person",
        "channel.remote": "Remote",
        "channel.email": "E-mail",
        "channel.web_form": "Web form",
        "channel.post": "Mail",
        "channel.hand_delivered": "Delivered by hand",
        "channel.fax": "Fax",
        "channel.phone": "Phone",
        "channel.voicemail": "Voicemail",
        "channel.social": "Social media",
        "channel.other": "Other",
        # status and time
        "status.restricted": "Restricted",
        "status.withdrawn": "Withdrawn",
        "status.disputed": "Attribution disputed",
        "status.returned": "Returned: meant for another body",
        "status.duplicate": "Duplicate",
        "late.late_accepted": "Late, accepted",
        "late.late_not_considered": "Late, not considered",
        "late.undated": "Undated",
        # the hearing
        "hearing.body": "Body",
        "hearing.presiding": "Presiding",
        "hearing.date": "Date and time",
        "hearing.place": "Place",
        "hearing.file": "File",
        "hearing.mode": "Held",
        "hearing.authority": "Authority",
        "hearing.notice": "Notice",
        "hearing.note": "Note",
        "mode.in_person": "In person",
        "mode.remote": "Remotely",
        "mode.hybrid": "In person and remotely",
        "cover.lead": "{comments} on the record: {spoken} spoken and {written} written.",
        "cover.reproduced.one": "This document counts it, quotes it and reproduces it in full.",
        "cover.reproduced.many": "This document counts them, quotes them and reproduces each one in full.",
        "cover.counted.one": "This document counts and quotes it.",
        "cover.counted.many": "This document counts and quotes them.",
        "questions.lead": "Every position in this summary is a position on one of these questions.",
        "questions.lead_one": "Every position in this summary is a position on this question.",
        "question.support": "“Support” means: {meaning}",
        "question.oppose": "“Oppose” means: {meaning}",
        "background.why": "Why it matters",
        "paraphrase": "paraphrase",
        # counts
        "counts.lead.one": "1 of {record} on the record is counted.",
        "counts.lead.many": "{counted} of {record} on the record are counted.",
        "counts.votes": (
            "Comments are not votes: they do not measure how many people in the city hold a view, and "
            "nothing is decided by their number."
        ),
        "counts.sheet": "The count sheet",
        "counts.sheet_summary": "Numbers of comments with the definition of each",
        "counts.column.what": "What is counted",
        "counts.column.n": "Number",
        "counts.column.how": "How it is counted",
        "counts.record": "On the record",
        "counts.record.how": "Every numbered comment that is not voided, spoken or written",
        "counts.outside": "Not counted",
        "counts.outside.how": "{what}; still on the record, and listed with the reason",
        "counts.outside.none": "Comments withdrawn, disputed, returned, duplicate or too late to be considered",
        "counts.counted": "Counted",
        "counts.counted.how": "On the record less those not counted; every copy of a form letter counts",
        "counts.spoken": "Spoken",
        "counts.spoken.how": "Of those counted, in person or remotely: heard or registered",
        "counts.written": "Written",
        "counts.written.how": "Of those counted, by letter, e-mail, form, voicemail or the like",
        "counts.persons": "Persons heard",
        "counts.persons.how": "Different people among the appearances: whoever spoke twice is one person",
        "counts.registered": "Registered only",
        "counts.registered.how": "Of the spoken, put a position on the record without speaking",
        "counts.late": "Late, accepted",
        "counts.late.how": "Of those counted, received after the time limit and accepted: {numbers}",
        "counts.late.none": "Of those counted, received after the time limit and accepted",
        "counts.undated": "Undated",
        "counts.undated.how": "Of the written, without a day of receipt",
        "counts.distinct": "Distinct texts",
        "counts.distinct.how": "Of the written: each form letter once, and each copy with words of its sender's own",
        "counts.names": "Persons by name",
        "counts.names.how": "Different names with their organizations; joined comments of one person count once",
        "counts.no_name": "No name",
        "counts.no_name.how": "Of those counted, without the name of a person",
        "counts.no_text": "No text",
        "counts.no_text.how": "Of those counted, without words: only files came, none were noted, or one registered",
        "counts.no_group": "No group",
        "counts.no_group.how": "Of those counted, without a stakeholder group",
        "counts.no_theme": "No theme",
        "counts.no_theme.how": "Of those counted, without a theme",
        "counts.channels": "How they came in",
        "counts.channel": "Channel",
        "counts.positions": "Positions on question {number}",
        "counts.positions_summary": "Positions on question {number}: comments, share and meaning",
        "counts.position": "Position",
        "counts.share": "Share of tagged",
        "counts.means": "Meaning",
        "counts.tagged": "Tagged",
        "counts.tagged.how": "Comments with a position, “not stated” among them",
        "counts.all": "All counted",
        "counts.inferred": "In {comments} the clerk inferred the position from the text.",
        "counts.once": "Each form letter counted once: {counts}, of {total}.",
        "counts.no_share": "No shares are printed below {least} tagged comments.",
        "counts.of_tagged": "{percent} % of tagged",
        "counts.key.written": "{spoken} spoken, {written} written",
        "counts.key.not_counted": "withdrawn, disputed, returned, duplicate, too late",
        "counts.key.counted": "of {record}",
        "comments": "Comments",
        "total": "Total",
        # charts
        "groups.column": "Stakeholder group",
        "groups.all": "All groups",
        "groups.alt": "Bars of comments by stakeholder group and position on question {number}.",
        "groups.caption": (
            "Of {all} counted, every copy of a form letter among them. Each bar is one group, with its total at "
            "the end. A comment belongs to one group at most."
        ),
        "groups.summary": "Comments by stakeholder group and position on question {number}",
        "themes.lead": (
            "A comment can have several themes and counts once under each, so the rows do not add up "
            "to the number of comments. {without} without a theme."
        ),
        "themes.column": "Theme",
        "themes.alt": "Bars of comments by theme and position on question {number}.",
        "themes.caption": "Of {all} counted, every form-letter copy among them. Each bar is one theme, with its total.",
        "themes.summary": "Comments by theme and position on question {number}",
        "themes.means": "What each theme covers",
        "times.lead.day": "Written comments by the day on which they came in, every form-letter copy among them.",
        "times.lead.week": "Written comments by week of receipt (from Monday), every form-letter copy among them.",
        "times.lead.month": "Written comments by the month in which they came in, every form-letter copy among them.",
        "times.undated.one": "1 undated comment is not shown.",
        "times.undated.many": "{n} undated comments are not shown.",
        "times.column": "Received",
        "times.alt": "Columns of written comments by time of receipt and position on question {number}.",
        "times.summary": "Written comments by time of receipt and position on question {number}",
        "chart.row": "{label}: {counts}; total {total}.",
        "chart.below": "The same numbers are in the table that follows.",
        "chart.most": "The chart shows the {shown} largest of {all}; the table has all of them.",
        # quotes
        "quotes.lead": (
            "Chosen by staff, at most {most} from each side, in order of number. Words in quotation marks "
            "stand letter for letter in the comment."
        ),
        "quotes.none": "No quote is marked from this side.",
        "quotes.support": "In support",
        "quotes.oppose": "Opposed",
        "quotes.mixed": "Mixed",
        "quotes.neutral": "Neutral",
        "quotes.not_stated": "Position not stated",
        "quotes.not_tagged": "Not tagged yet",
        # lists
        "written.lead.one": "1 comment was received in writing.",
        "written.lead.many": "{n} comments were received in writing, in order of number.",
        "list.summary.written": "Written comments with number, name, group and position",
        "list.number": "No.",
        "list.name": "Name",
        "list.group": "Speaks for",
        "list.position": "Position",
        "list.not_tagged": "Not tagged",
        "outside.lead": "These comments stay on the record. They are not in the counts, for the reason given.",
        "outside.summary": "Comments on the record that are not counted, with the reason",
        "outside.reason": "Why it is not counted",
        "outside.late": "Late comments",
        "outside.late.lead": "Received after the time limit, accepted and counted.",
        "outside.late.summary": "Late comments",
        "outside.status": "Status",
        # method
        "method.lead": (
            "Every number in this document is a number of comments, unless it says otherwise, and comes from "
            "one count of the record."
        ),
        "method.definitions": "Definitions",
        "method.comment": "A comment is one voice on the record, spoken or written, with a number used once.",
        "method.position": (
            "A position is the stance of one comment on one question: support, oppose, mixed (in part or on "
            "conditions), neutral, or not stated. It is taken from the slip, the spoken word or the text, "
            "never from tone."
        ),
        "method.not_tagged": (
            "“Not tagged yet” is not a stance: nobody has read the comment for a position. Shares are shares "
            "of tagged comments, “not stated” among them, in whole percent."
        ),
        "method.inferred": "A position inferred by the clerk counts only where none was stated.",
        "method.group": "A stakeholder group is the group that a comment speaks for, not a theme.",
        "method.theme": "A theme counts once per comment, however often it comes up.",
        "method.forms": "Form letters",
        "method.forms.rule": (
            "Letters with one text from several senders are grouped for reading, never left out: every copy "
            "is on the record and counted, and each sender's own words are printed. “Once each” counts one "
            "comment for each such text."
        ),
        "method.forms.none": "No form letters were found.",
        "method.forms.summary": "Form letters and the number of their copies",
        "method.forms.column": "Form letter",
        "method.forms.copies": "Copies",
        "method.names": "Names",
        "method.names.initials": "Names of people are printed as initials.",
        "method.names.none": "Names of people are not printed; comments stand under their numbers.",
        "method.text": "Texts",
        "method.text.rule": (
            "Comments are printed as received, with their line ends. Tabs and no-break spaces are printed as "
            "spaces. Control characters, characters that turn the direction of writing and characters that no "
            "font of this document has are printed as �."
        ),
        "method.text.none": "No character had to be replaced.",
        "method.text.summary": "Characters that were printed as a replacement sign",
        "method.text.code": "Code point",
        "method.text.times": "Times",
        "method.text.where": "Where",
        "method.text.more": "{places} and {n} more",
        "method.checks": "Checks before printing",
        "method.checks.none": "The checks before printing found nothing to report.",
        # appendix
        "appendix.lead.corrected": "Every comment in order of number, as received or as corrected since.",
        "appendix.lead": "Every comment as received, in order of number.",
        "appendix.restricted": "Restricted: counted, but neither the words nor the name are printed.",
        "appendix.inferred": "{stance} (inferred)",
        "appendix.condition": "Condition: {condition}",
        "appendix.campaign": "Form letter {name}",
        "appendix.not_counted": "{status}: not counted",
        "appendix.question": "{number}: {stance}",
        **COUNTED,
        **HALL,
        **PRODUCTS,
        **RULES,
    }
)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
