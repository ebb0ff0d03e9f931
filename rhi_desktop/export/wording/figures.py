"""Owns the sentences of the figures over many children."""

from __future__ import annotations

SAID = {
    "figures_marking": "OFFICIAL",
    "figures_title": "Return interviews, {quarter}",
    "figures_eyebrow": "Return interviews\nfigures",
    "figures_quarter": "{first} to {last} {year}",
    "figures_cover": "{organisation}. Nobody is named and nobody can be picked out: counts of one "
    "to four are joined to the next group or left out.",
    "figures_lead": "{held} of {offered} who were offered a talk had one; {in_time} of those "
    "within {hours}\u00a0hours.",
    "figures_lead_held": "{held} talks were held.",
    "figures_lead_none": "Too few for figures from which nobody can be picked out.",
    "figures_foot": "Made {when}",
    "figures_about_record": "The same figures, for machines",
    "figures_heard": "Who was heard",
    "figures_heard_note": "Each as a share of the one above it that is shown.",
    "figures_head_step": "Step",
    "figures_head_number": "Number",
    "figures_head_share": "Share",
    "counted_came_back": "Came back",
    "counted_needed": "A talk was needed",
    "counted_offered": "Offered",
    "counted_held": "Held",
    "counted_in_time": "Within {hours}\u00a0hours",
    "figures_share": "{percent} % of {count}",
    "figures_also": "{percent} % of {count} offered",
    "figures_took": "How long it took",
    "figures_took_note": "From coming back to the talk. Solid is within {hours}\u00a0hours, "
    "hatched past it, outlined both.",
    "figures_head_hours": "Hours",
    "figures_to": "to {high}",
    "figures_between": "{low} to {high}",
    "figures_over": "over {low}",
    "figures_half": "Half of the talks came within {hours} hours.",
    "figures_late": "Why late",
    "figures_head_reason": "Reason that was given",
    "figures_late_told_late": "told late",
    "figures_late_missing_again": "missing again",
    "figures_late_child_asked_for_later": "child asked for a later time",
    "figures_late_child_unwell": "child was unwell",
    "figures_late_welfare_first": "sleep, food or medical care first",
    "figures_late_nobody_free": "nobody was free",
    "figures_late_distance": "a long way",
    "figures_late_school": "school or exams",
    "figures_late_interpreter": "an interpreter had to be found",
    "figures_late_safety": "not safe to meet",
    "figures_late_other": "another reason, or none",
    "figures_not_held": "Offered, and not held",
    "figures_head_why": "What became of it",
    "not_held_declined": "said no",
    "not_held_not_reached": "not reached again",
    "not_held_missing_again": "missing again",
    "not_held_other": "another reason",
    "not_held_open": "still open",
    "figures_how": "How it was counted",
    "figures_how_times": "Times away that ended in these three months, by the notes of one "
    "vault; a child who was away twice counts twice.",
    "figures_how_needed": "Needed: without those for whom somebody decided, with a reason, that "
    "no talk is required.",
    "figures_how_offered": "Offered: an offer reached the child or the carer, or a letter was "
    "sent.",
    "figures_how_time": "Within the hours: counted from the return, every hour, by the rule of "
    "{profile}.",
    "figures_how_small": "A number of one to four stands nowhere, and cannot be found by taking "
    "one number from another on this page. Of fewer than five children nothing is shown, however "
    "often they were away. Whoever lays several such pages together "
    "may learn more than one page tells.",
    "figures_signed": "It covers the page and the figures attached to it.",
}
