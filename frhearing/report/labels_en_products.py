"""The words of the minutes paragraph, the tally sheet and the certificate in English."""

from types import MappingProxyType

PRODUCTS = MappingProxyType(
    {
        "minutes": "Minutes paragraph",
        "tally": "Tally sheet",
        "minutes.title": "Minutes: {title}",
        "tally.title": "Tally sheet: {title}",
        "minutes.opened": "The public hearing on {title} was called to order at {time} on {day}{place}{presiding}.",
        "minutes.held": "The public hearing on {title} was held on {day}{place}{presiding}.",
        "minutes.place": " at {place}",
        "minutes.presiding": ", {name} presiding",
        "minutes.file": "{title} ({file})",
        "minutes.present": "Present: {names}.",
        "minutes.absent": "Absent: {names}.",
        "minutes.excused": "Excused: {names}.",
        "minutes.testimony": "Public testimony was opened at {opened} and closed at {closed}.",
        "minutes.testimony_opened": "Public testimony was opened at {opened}.",
        "minutes.nobody": "There were no comments by the public.",
        "minutes.nobody_spoke": "Nobody appeared to speak.",
        "minutes.appearances.one": "1 person appeared",
        "minutes.appearances.many": "{n} persons or groups appeared",
        "minutes.registrations.one": "1 registered a position without speaking",
        "minutes.registrations.many": "{n} registered positions without speaking",
        "minutes.positions": "On question {number}, {positions}.",
        "minutes.positions_one": "Positions of those who appeared or registered: {positions}.",
        "minutes.position": "{n} {word}",
        "minutes.written": "{comments} received in writing{late}.",
        "minutes.letters.one": "1 comment was",
        "minutes.letters.many": "{n} comments were",
        "minutes.late": ", {n} of them late and accepted",
        "minutes.petitions": "{petitions} presented, with {signatures} signatures counted by the clerk.",
        "minutes.petitions.one": "1 petition was",
        "minutes.petitions.many": "{n} petitions were",
        "minutes.exhibits": "Exhibits received: {marks}.",
        "minutes.record.one": "1 comment stands on the record; the hearing summary (record digest {digest}) lists it.",
        "minutes.record.many": (
            "{n} comments stand on the record; the hearing summary (record digest {digest}) lists them."
        ),
        "minutes.adjourned": "The hearing adjourned at {time}.",
        "minutes.how": "What was done, not what was said. What was said stands in the hearing summary.",
        "tally.how": "Every number is a number of comments, copies of form letters among them.",
        "tally.summary": "Comments by how they came and position on question {number}",
        "tally.came": "How it came",
        "tally.all": "All counted",
        "tally.means": "{support}: {support_means}. {oppose}: {oppose_means}.",
        "tally.digest": "Record digest {digest}",
        "certificate.text": (
            "I certify that this is a true and complete summary of the {comments} on the record of this "
            "hearing as the record stood on {date}"
        ),
        "certificate.none": "I certify that there is no comment on the record of this hearing as it stood on {date}",
        "certificate.appendix.corrected": "The appendix reproduces each as received or as corrected since.",
        "certificate.appendix": "The appendix reproduces each as received.",
        "certificate.draft": "This is a draft. It is not certified until it is signed as such.",
        "certificate.clerk_unnamed": "Clerk",
        "certificate.presiding": "{name}, presiding",
        "certificate.date": "Date",
        "certificate.digest": "Record digest (SHA-256)",
        "certificate.digest.how": (
            "Computed over every comment on the record with its positions, its slip and turn, and the signatures of a "
            "petition, in order of number. The same record gives the same digest, on every machine and at any time."
        ),
    }
)
