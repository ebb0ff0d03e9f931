"""Owns the sentence for each finding of a check: what to do, in the words beside the field."""

from __future__ import annotations

from collections.abc import Mapping

from rhi_desktop.ui.translation import noop

FINDINGS: Mapping[str, str] = {
    "action_open": noop("messages", "Say what is done in action {number}, by whom and when"),
    "already_written": noop(
        "messages", "Something else stands here already. Change it on that time away itself"
    ),
    "answer_and_blank": noop("messages", "Keep either the answer or the reason for a blank"),
    "answer_because_missing": noop("messages", "Say why you judge “{question}” so"),
    "answer_empty": noop("messages", "Write the answer, or say why it is blank"),
    "answer_not_a_time": noop("messages", "Write a day and a time"),
    "answer_not_offered": noop("messages", "Choose one of the answers"),
    "answer_off_scale": noop("messages", "Choose a number from 0 to 10"),
    "answer_reason_missing": noop("messages", "Say why this was not asked"),
    "answer_too_long": noop("messages", "Say it in fewer words, or keep it as a line"),
    "answer_too_many": noop("messages", "Choose fewer answers"),
    "answer_unaccounted": noop("messages", "Answer “{question}”, or say why it is blank"),
    "anyway_reason_missing": noop(
        "messages", "Say why somebody sees the plan although the child said no"
    ),
    "born_unreadable": noop("messages", "Write the day they were born as 3/11/2012"),
    "carer_reason_missing": noop("messages", "Say why the carer was not asked"),
    "carer_unasked": noop("messages", "Say whether the carer was offered to say what they know"),
    "characters_unreadable": noop("messages", "Look at the signs that no page can hold"),
    "child_not_asked": noop("messages", "The child was not asked; the report says so"),
    "clock_back": noop("messages", "The clock of this laptop is behind what it kept last"),
    "come_back_open": noop("messages", "You wanted to come back to line {number}"),
    "concern_unanswered": noop(
        "messages", "Say what is done about each indicator, or why nothing is"
    ),
    "concern_unsupported": noop(
        "messages", "“{sign}”: say on what evidence it stands, and whose it is"
    ),
    "decider_missing": noop("messages", "Write who decided it"),
    "decision_reason_missing": noop("messages", "Say why it was decided so"),
    "declined_by_missing": noop("messages", "Write who declined, and who they are to the child"),
    "disclosure_waiting": noop(
        "messages", "Immediate safety: say who was told, or why they need not be"
    ),
    "episode_left_open": noop(
        "messages", "A time away has no return, and another one began after it"
    ),
    "episodes_overlap": noop("messages", "This lies inside another time away of this child"),
    "first_open": noop("messages", "“{topic}”: {count} things were not said, and nobody wrote why"),
    "first_unanswered": noop(
        "messages", "Say how “{question}” came across, or why it was not possible"
    ),
    "happened_missing": noop("messages", "Say what happened"),
    "initials_missing": noop("messages", "Write the initials of the child"),
    "line_unsorted": noop("messages", "Sort line {number} into why, where, who, what or how"),
    "name_missing": noop("messages", "Write your name as it should stand on reports"),
    "no_line": noop("messages", "Nothing was written down yet"),
    "not_ended": noop("messages", "Say how the conversation ended"),
    "offer_missing": noop("messages", "Write down the offer that was made, and how"),
    "pack_changed": noop("messages", "A released question pack was changed"),
    "passphrase_short": noop("messages", "Use at least {shortest} characters"),
    "passphrase_unreadable": noop("messages", "Type the passphrase instead of pasting it"),
    "passed_to_missing": noop("messages", "Write who goes on with it where the child is now"),
    "plan_line_not_agreed": noop(
        "messages", "The child has not said yes to line {number} of the plan yet"
    ),
    "promise_open": noop("messages", "Say who promised line {number} of the plan, and by when"),
    "purge_somebody_waits": noop(
        "messages", "Tell them, or write down why not. Until then this case stays here."
    ),
    "purge_talk_runs": noop("messages", "End it first: its words are nowhere else yet."),
    "read_back_missing": noop("messages", "The words have not been read back to the child"),
    "return_time_missing": noop("messages", "Write when the child came back, if anybody knows"),
    "section_unaccounted": noop(
        "messages", "{count} questions of “{topic}” have no answer yet, and no reason why"
    ),
    "step_in_future": noop("messages", "This time has not come yet"),
    "step_name_missing": noop("messages", "Write the name of whoever it was"),
    "step_words_missing": noop("messages", "Write the reason in a few words"),
    "second_time_unsaid": noop("messages", "Say whether it is the open time away or another one"),
    "take_home_unasked": noop("messages", "Ask whether it is safe to take the plan home"),
    "talk_before_away": noop(
        "messages", "The talk began before the child went; it is not counted for this time away"
    ),
    "text_too_long": noop("messages", "Use at most {limit} characters"),
    "thread_unsupported": noop("messages", "View {number} needs a line that it rests on"),
    "time_before_birth": noop("messages", "This lies before the child was born"),
    "time_in_future": noop("messages", "This has not come yet. Check day and time"),
    "time_unreadable": noop("messages", "Look at this day and time"),
    "times_out_of_order": noop("messages", "Look at the times: one lies before the one it follows"),
    "told_by_missing": noop("messages", "Say who told you line {number}"),
    "topic_heard_and_blank": noop("messages", "“{topic}” holds lines and a reason for none"),
    "topic_reason_missing": noop("messages", "Say why “{topic}” was not asked"),
    "topic_unaccounted": noop("messages", "Say why “{topic}” was not reached"),
}

FAULTS: Mapping[str, str] = {
    "block_unknown": noop("messages", "The plan has no such block"),
    "code_form": noop("messages", "This is not the code of an assessment factor"),
    "condition_about": noop("messages", "The condition names a question about something else"),
    "condition_circular": noop("messages", "The condition leads back to its own question"),
    "condition_form": noop("messages", "This is not one condition"),
    "condition_later": noop("messages", "The condition names a later question"),
    "condition_unknown": noop("messages", "The condition names a question that is not there"),
    "condition_value": noop("messages", "The earlier question cannot hold this value"),
    "day_form": noop("messages", "This is not a day"),
    "end_missing": noop("messages", "A scale needs words at both ends"),
    "end_superfluous": noop("messages", "Only a scale has words at its ends"),
    "english_missing": noop("messages", "The English text is missing"),
    "field_missing": noop("messages", "This field is missing"),
    "field_type": noop("messages", "This field holds another type of value"),
    "field_unknown": noop("messages", "Nobody knows this field"),
    "flag_unknown": noop("messages", "No rule knows this flag"),
    "id_duplicate": noop("messages", "Another question has this id"),
    "id_form": noop("messages", "This is not a plain id"),
    "id_twice": noop("messages", "This id stands twice"),
    "kind_unknown": noop("messages", "Nobody knows this kind of question"),
    "language_form": noop("messages", "This is not the tag of a language"),
    "line_too_long": noop("messages", "The line is too long"),
    "not_canonical": noop("messages", "This is not canonical JSON"),
    "not_toml": noop("messages", "This line is not TOML"),
    "not_utf8": noop("messages", "The file is not UTF-8"),
    "option_duplicate": noop("messages", "Another option has this id"),
    "option_reserved": noop("messages", "This id means a blank everywhere"),
    "options_missing": noop("messages", "A choice needs at least two options"),
    "options_superfluous": noop("messages", "This kind of question has no options"),
    "out_of_range": noop("messages", "The number is too small or too large"),
    "section_duplicate": noop("messages", "Another section has this id"),
    "section_unknown": noop("messages", "Nobody knows this section"),
    "slot_filled": noop("messages", "An empty slot has no text"),
    "text_blank": noop("messages", "The text is blank"),
    "text_too_long": noop("messages", "The text is too long"),
    "told_unknown": noop("messages", "Nobody knows this one of those who must be told"),
    "too_deep": noop("messages", "Tables lie too deep in each other"),
    "too_large": noop("messages", "The file is too large"),
    "too_many": noop("messages", "The list is too long"),
    "version_unknown": noop("messages", "This version of the format is not known"),
}

REMEDIES: Mapping[str, str] = {
    "add_english": noop("messages", "Write the text for en."),
    "add_field": noop("messages", "Add it."),
    "break_circle": noop("messages", "Ask about an earlier question instead."),
    "choose_new_id": noop("messages", "Choose an id that is not used yet."),
    "correct_spelling": noop("messages", "Look at quotation marks and brackets there."),
    "correct_type": noop("messages", "Write it as the manual shows."),
    "flatten": noop("messages", "Use fewer levels."),
    "list_two_options": noop("messages", "List at least two."),
    "merge_sections": noop("messages", "Make one section of both."),
    "move_question": noop("messages", "Move the question it names before this one."),
    "name_both_ends": noop("messages", "Write low and high."),
    "remove_field": noop("messages", "Take it out."),
    "save_as_utf8": noop("messages", "Save the file as UTF-8."),
    "shorten": noop("messages", "Make it shorter."),
    "stay_in_range": noop("messages", "Choose a number within the limits."),
    "use_factor_code": noop("messages", "Write one or two digits and a capital letter, as in 11A."),
    "use_known_block": noop("messages", "Use one of the blocks in the manual."),
    "use_known_flag": noop("messages", "Use one of the flags in the manual."),
    "use_known_kind": noop("messages", "Use one of the kinds in the manual."),
    "use_known_question": noop("messages", "Use the id of a question of this pack."),
    "use_known_section": noop("messages", "Use the id of a section of this pack."),
    "use_known_told": noop("messages", "Use police, social_care, manager or health."),
    "use_known_value": noop("messages", "Use one of its options."),
    "use_same_about": noop("messages", "Ask about the child, the time away or the talk alone."),
    "use_language_tag": noop("messages", "Use a tag such as en or cy."),
    "use_plain_id": noop("messages", "Use small letters, digits and low lines."),
    "write_canonical": noop("messages", "Let the program write the file."),
    "write_iso_day": noop("messages", "Write it as 2026-01-31 in quotation marks."),
    "write_one_condition": noop("messages", "Write exactly one of is, is_not, answered, all, any."),
    "write_text": noop("messages", "Write words, or take the field out."),
}
