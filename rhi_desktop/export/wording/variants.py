"""Owns the sentences of the versions for the police and for a parent or carer."""

from __future__ import annotations

SAID: dict[str, str] = {
    "title_police": "Return interview, police version, {reference}",
    "title_carer": "Return interview, version for a parent or carer, {reference}",
    "running_police": "Return interview, police version",
    "running_carer": "Return interview, version for a parent or carer",
    "eyebrow_police": "Return interview\npolice version",
    "eyebrow_carer": "Return interview\nfor parent or carer",
    "police_lead": "{who} is a child who may be a victim.",
    "police_lead_talk": "This was a welfare talk, not an interview for evidence: words are as "
    "spoken, nothing was tested.",
    "police_lead_none": "No talk was held: what stands here was known or told otherwise.",
    "police_talked": "Talked {when}, with {name}.",
    "slot_alone": "This version carries one signature: whoever made it.",
    # How pieces are named when they are chosen.
    "action_named": "Action {number}",
    "late_named": "Why it came late",
    "piece_line": "Line",
    "piece_answer": "Answer",
    "piece_fact": "Known beside the talk",
    "piece_entity": "Person, place, vehicle or phone",
    "piece_sign": "Sign",
    "piece_view": "View",
    "piece_action": "Action",
    "piece_plan_line": "Line of the plan",
    "piece_drawing": "The drawing",
    "piece_disclosure": "Told at once",
    "piece_attempt": "An offer",
    "piece_follow_up": "Earlier promise",
    "piece_blank": "Blank topic",
    "piece_known_before": "Told before the talk",
    "piece_ending": "Where no talk was held",
    "piece_about_child": "About the child",
    "piece_about_talk": "About the talk",
}
