"""Owns the sentences of reading, sending, changing and signing a report."""

from __future__ import annotations

SAID: dict[str, str] = {
    "reading": "How to read this",
    "reading_child": "Words in quotation marks beside a solid edge are {who}\u2019s, unchanged.",
    "reading_others": "A dashed edge: seen by the interviewer. A double edge: said by someone "
    "else, who is named. A dotted edge: the interviewer\u2019s view.",
    "reading_numbers": "A number that is missing belongs to a line that was taken back. An empty "
    "place always says why it is empty.",
    "signatures": "Signatures",
    "signature": "Signature",
    "signatures_note": "They cover every page and the record attached to this file. "
    "Any later change shows.",
    "signatures_draft": "This is a draft. It cannot be signed, and it proves nothing.",
    "slot_interviewer": "Interviewer",
    "slot_supervisor": "Supervisor",
    "slot_alt_interviewer": "Electronic signature of the interviewer, {name}",
    "slot_alt_supervisor": "Place for the electronic signature of the supervisor",
    "slot_name": "{name}, {organisation}",
    "slot_sealed": "Sealed {when}, by this laptop\u2019s clock",
    "slot_words": "Key in words: {words}",
    "slot_certificate": "Certificate SHA-256",
    "slot_waiting": "While this place is empty, the report is not countersigned.",
    "stamp_time": "Signed {when}, by this laptop\u2019s clock",
    "reason_interviewer": "The account as sealed",
    "reason_supervisor": "Read and countersigned",
    "slot_check": "Compare the six words by telephone before you trust a signature.",
    "distribution": "Who has this report",
    "distribution_none": "Nobody, when it was sealed. Each recipient is chosen afterwards by a "
    "person; the program sends nothing by itself. What was given to whom is written in the "
    "case, not here.",
    "distribution_both": "Two authorities are concerned: {responsible} (responsible) and "
    "{host} (where {who} lives).",
    "amendments": "Changes",
    "amendments_note": "After sealing nothing in here changes",
    "amendments_none": "None. A later correction is an addendum of its own, which names this "
    "report: case {reference}, sealed {when}, digest {digest}.",
    "amendments_draft": "None. This is a draft and may still change.",
    "glossary": "Words used here",
    "word_hours": "{hours} hours",
    "word_hours_means": "Counted from the return, every hour: nights, weekends and holidays too.",
    "word_interview": "Return interview",
    "word_interview_means": "A talk offered to a child who was missing. The child may say no.",
    "word_blank": "Blank",
    "word_blank_means": "Nothing stands there, and it says why. A blank is never a no.",
    "word_area": "Out of area",
    "word_area_means": "The authority responsible for the child is not the one where the child "
    "lives.",
    "word_rendered": "Rendering",
    "word_rendered_means": "What an interpreter said the words mean; the words themselves "
    "stand above it.",
    "word_readback": "Read back",
    "word_readback_means": "The child heard their lines again, and could change or add to them.",
    "word_promise": "Promise",
    "word_promise_means": "Something an adult said they would do, with a name and a day.",
    "word_override": "Override",
    "word_override_means": "A named person let the record be sealed although somebody was not "
    "told yet.",
    "word_sealed": "Sealed",
    "word_sealed_means": "From then on nothing in the record can change without showing.",
    "word_countersigned": "Countersigned",
    "word_countersigned_means": "A supervisor has read it and signed after the interviewer.",
    "reading_clock": "All times are by the clock of one laptop, shown as local time in the "
    "United Kingdom. Nobody else confirms them.",
}
