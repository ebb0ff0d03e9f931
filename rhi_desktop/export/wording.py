"""Owns every sentence of the report: English, keyed, with the child's initials where `{who}` is."""

from __future__ import annotations

from enum import Enum
from string import Formatter

WORDS: dict[str, str] = {
    "title": "Return interview report, {reference}",
    "draft": "DRAFT, NOT SEALED. {marking}",
    "marking": "OFFICIAL-SENSITIVE",
    "running": "Return interview report",
    "case": "Case {reference}",
    "sealed": "Sealed {when}",
    "not_sealed": "Draft, not sealed and not signed",
    "page": "Page {page} of {pages}",
    "about_record": "The record this report was made from",
    "eyebrow": "Return interview\nreport",
    "eyebrow_draft": "Draft of a return\ninterview report",
    "outline": "Return interview report",
    "name": "{who}, aged {age}",
    "called": "Likes to be called {called}.",
    "lives": "Lives at {place}.",
    "responsible": "Responsible: {authority}.",
    "placed": "Responsible: {authority}. Living in the area of {host}: out of area.",
    "talks": "What helps in talking: {how}",
    # The lead sentence and the clock.
    "away": "{who} was away {length}.",
    "back": "Back since {when}.",
    "back_unknown": "The time of return is not recorded, so no clock could run.",
    "heard_in_time": "Heard in time:",
    "heard_late": "Heard late:",
    "heard_before": "Heard before the return:",
    "after_back": "we talked {length} after {who} came back, inside the {hours}\u00a0hours.",
    "late_back": "we talked {length} after {who} came back, {over} past the {hours}\u00a0hours.",
    "before_back": "we talked before {who} was back, so inside the {hours}\u00a0hours.",
    "approximate": "Only the day of return is known; it is counted from 00:00, the strictest way.",
    "several": "This talk covers {count} times away; each has its own clock, under Times away.",
    "tick_gone": "Went missing",
    "tick_back": "Came back",
    "tick_talked": "We talked",
    "tick_due": "{hours} hours end",
    "bar_away": "away {length}",
    "bar_hours": "{hours} h",
    "bar_over": "{length} late",
    "clock_alt": "Clock line. {gone}Came back {back}. We talked {talked}, {used} after return. "
    "The {hours} hours end {due}.",
    "clock_alt_gone": "Went missing {gone}. ",
    # Page one.
    "safe": "Safe now?",
    "safe_note": "What was recorded. This is no judgement.",
    "safe_none": "Nothing recorded here says whether {who} is safe: ask.",
    "wants": "What {who} wants",
    "wants_note": "{who}\u2019s own words, with line numbers",
    "wants_none": "No wish in {who}\u2019s own words was recorded.",
    "wants_how": "On how we can help: {blank}",
    "line": "line {number}",
    "plan_line": "plan {number}",
    "spoken_line": "Line {number}: ",
    "spoken_plan_line": "Plan line {number}: ",
    "more": "{count} more in the plan and the account.",
    "plan_page": "The whole plan: page {page}",
    "must": "What must happen",
    "must_note": "What adults promised {who}",
    "must_none": "No adult has promised anything yet.",
    "by": "By",
    "who": "Who",
    "what": "What",
    "no_date": "No day named",
    "no_name": "Nobody named",
    "not_agreed": "{who} has not agreed to this.",
    "others": "Who else gets this",
    "others_plan": "The plan may be seen by:",
    "others_plan_none": "Nobody but {who} and the interviewer may see the plan, "
    "as {who} said until now.",
    "others_no_plan": "There is no plan to show.",
    "others_keep": "Kept from:",
    "others_keep_line": "{whom} ({lines})",
    "others_keep_note": "This full report holds those lines: do not pass it on to them.",
    "others_sent": "When it was sealed, this report had been given to nobody.",
    # Offers and outcome.
    "offers": "Offers and outcome",
    "offers_note": "How {who} was asked, and how it went",
    "outcome_completed": "The talk was held in full.",
    "outcome_stopped_by_child": "{who} stopped the talk; what was said until then is here.",
    "outcome_none": "How the talk ended is not recorded.",
    "talk": "{start}{end}{place}.",
    "talk_end": " to {end}",
    "talk_place": "; {place}",
    "alone": "{who} was seen alone.",
    "present": "Also there: {who_else}.",
    "interviewer": "Interviewer: {name}, {role}, {organisation}.",
    "read_not_done": "The words were not read back to {who}.",
    "read_in_part": "The words were read back to {who} in part.",
    "read_done": "The words were read back to {who}.",
    "offer_when": "When",
    "offer_how": "How",
    "offer_to": "Asked",
    "offer_answer": "Answer",
    "offers_none": "No offer or attempt before the talk is recorded.",
    "method_in_person": "In person",
    "method_phone": "Phone",
    "method_text": "Text message",
    "method_letter": "Letter",
    "method_via_carer": "Through a carer",
    "method_via_social_worker": "Through the social worker",
    "to_child": "{who}",
    "to_carer": "The carer",
    "reply_accepted": "Yes",
    "reply_declined": "No",
    "reply_another_time": "Another time",
    "reply_another_person": "Another person",
    "reply_undecided": "Undecided",
    "reply_no_answer": "No answer",
    # Times away.
    "times": "Times away",
    "time": "Time away",
    "times_note": "Times are local; the clock counts every hour, nights and weekends too.",
    "seen": "Last seen",
    "reported": "Reported",
    "found": "Found",
    "returned": "Came back",
    "result": "Clock",
    "unknown": "Not known",
    "by_whom": "{when}, by {whom}",
    "police": "Police reference {reference}",
    "result_none": "Not running: no time of return",
    "result_met": "In time: {left} before the end",
    "result_before": "In time: before the return",
    "result_late": "Late by {left}",
    "before_talk": "Told before the talk",
    "before_talk_note": "From others, before {who} was heard",
    # The account.
    "account": "The account",
    "account_note": "Sorted by topic. The numbers keep the order of the talk; "
    "the same number is the same line.",
    "key_blank": "Blank, and why",
    "topic_why": "Why",
    "topic_where": "Where",
    "topic_who": "Who",
    "topic_what": "What",
    "topic_how": "How",
    "topic_other": "Also heard",
    "about_why": "What was going on before {who} left",
    "about_where": "Places and ways",
    "about_who": "People around {who}",
    "about_what": "What happened while {who} was away",
    "about_how": "How we can help; what would need to change",
    "about_other": "Not sorted under a topic",
    "continued": "{title}, continued",
    "voice_child": "{who}\u2019s words",
    "voice_seen": "I saw",
    "voice_told": "Someone else said",
    "voice_view": "My view",
    "voice_asked": "I asked",
    "told_by": "{name}:",
    "told_unnamed": "Not recorded who:",
    "answering": "Kept under: {question}",
    "see_also": "Also about this, printed above: {lines}.",
    "see_also_label": "See also",
    "rendered": "In {language}, by {name}:",
    "kept_from": "{who} asks that this is kept from: {whom}.",
    "blank_chose_not_to_say": "Chose not to say",
    "blank_not_asked": "Not asked",
    "blank_not_known": "Not known",
    "blank_not_relevant": "Not relevant",
    "blank_not_reached": "Not reached",
    "blank_because": "Because: {reason}",
    "blank_whole": "The whole topic.",
    "blank_nothing": "Nothing was recorded",
    "spoken": "Line {number}, {label}: ",
    "spoken_plan": "Plan line {number}, {label}: ",
    "spoken_bare": "{label}: ",
    "heard_child": "Heard.",
    "heard_others": "Nothing in {who}\u2019s own words.",
    "heard_none": "Blank.",
    "view": "My view",
    "view_note": "The interviewer\u2019s own thoughts, kept apart from the account.",
    "questions": "What I asked",
    "questions_note": "In the order of the talk; the numbers show which lines followed.",
    "answers": "Answers to questions",
    "answers_note": "An empty answer says why it is empty. It never means no.",
    "question": "Question",
    "answer": "Answer",
    # The plan.
    "plan": "{who}\u2019s plan",
    "plan_note": "{own} of {all} lines are {who}\u2019s own. Nobody signs a plan.",
    "plan_note_none": "Nobody signs a plan.",
    "plan_none": "No plan was begun.",
    "plan_declined": "{who} chose not to make a plan.",
    "plan_blank": "The plan is open and holds no line yet.",
    "block_signs": "My signs",
    "block_helps": "What helps",
    "block_people": "My people",
    "block_if_i_go": "If I go",
    "block_adults": "What adults do",
    "block_review": "Looking again",
    "author_child": "{who} wrote",
    "author_written_for_child": "Written for {who}",
    "author_adult_promise": "Promise",
    "agreed_yes": "{who} agrees.",
    "agreed_no": "{who} does not agree.",
    "agreed_not_yet": "{who} has not agreed yet.",
    "promise_by": "{name}, by {when}.",
    "promise_open": "{name}, no day named.",
    # Reading and signing.
    "reading": "How to read this",
    "reading_child": "Words in quotation marks beside a solid edge are {who}\u2019s, unchanged.",
    "reading_others": "A dashed edge: seen by the interviewer. A double edge: said by someone "
    "else, who is named. A dotted edge: the interviewer\u2019s view.",
    "reading_numbers": "A number that is missing belongs to a line that was taken back. "
    "An empty place always says why it is empty.",
    "reading_clock": "All times are by the clock of one laptop, shown as local time in the "
    "United Kingdom. Nobody else confirms them.",
    "signatures": "Signatures",
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
}


LANGUAGES: dict[str, str] = {
    "ar": "Arabic",
    "bn": "Bengali",
    "cs": "Czech",
    "cy": "Welsh",
    "en": "English",
    "fa": "Persian",
    "fr": "French",
    "hu": "Hungarian",
    "ku": "Kurdish",
    "lt": "Lithuanian",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "sk": "Slovak",
    "so": "Somali",
    "sq": "Albanian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
}


def language_name(tag: str) -> str:
    """A language by name, or its tag when we have no name for it."""
    return LANGUAGES.get(tag.split("-", maxsplit=1)[0].lower(), tag)


def say(key: str, **facts: str | int) -> str:
    """The sentence of a key with its facts filled in; KeyError for a missing key or fact.

    Initials end in a full stop of their own; a sentence that ends in them gets no second one.
    """
    sentence = WORDS[key]
    if str(facts.get("who", "")).endswith("."):
        sentence = sentence.replace("{who}.", "{who}")
    return sentence.format(**facts)


def say_of(group: str, value: Enum, **facts: str | int) -> str:
    """The word for one value of an enumeration."""
    return say(f"{group}_{value.value}", **facts)


def facts_of(key: str) -> set[str]:
    """The names of the facts a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(WORDS[key]) if name}


def tied(text: str) -> str:
    """A short text that is never broken over two lines."""
    return text.replace(" ", "\u00a0")
