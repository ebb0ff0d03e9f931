"""Owns the sentences of the papers left with a child: the card and the letter."""

from __future__ import annotations

SAID: dict[str, str] = {
    "paper_checked": "Checked {when}.",
    "paper_unconfirmed": "Looked up {when}, not confirmed.",
    "card": "You can still talk",
    "card_title": "You can\nstill talk.",
    "card_lead": "Today, next week, or never. You choose when, where and who with. "
    "You are not in trouble with us.",
    "card_talk": "Someone to talk to",
    "card_talk_none": "Nobody has looked up a number yet. Ask whoever gives you this card.",
    "card_ask": "What you can ask for",
    "card_ask_too": "Ask for these too. It is not the same everywhere.",
    "card_unsure": "It is not the same everywhere: ask.",
    "card_side": "Someone on your side",
    "card_wrong": "If it was not right",
    "card_wrong_none": "If something was not right, you can say so. Any adult you trust can help "
    "you do it.",
    "card_came": "Who came",
    "card_name": "Name",
    "card_contact": "Call or text",
    "card_day": "Day",
    "card_safe": "Is it safe to keep this card?",
    "card_leave": "If not, leave it here. The one to remember is",
    "card_leave_none": "If not, leave it here.",
    "card_from": "{organisation}.",
    "card_independent": "We do not work for the police, the council or your home.",
    "letter": "Letter",
    "letter_dear": "Dear {called},",
    "letter_hello": "Hello,",
    "letter_thanks": "Thank you for talking to me.",
    "letter_heard": "This is what I heard. If I got it wrong, tell me: I will write that down too.",
    "letter_passed": "What I passed on",
    "letter_passed_because": "You told me something that I had to pass on, because you or somebody "
    "else could get badly hurt. I told:",
    "letter_passed_first": "I told you first.",
    "letter_passed_after": "I told you afterwards.",
    "letter_passed_new": "I had not told you yet. I tell you now.",
    "letter_passed_agree": "You said that was all right.",
    "letter_passed_disagree": "You did not want that.",
    "letter_passed_when": "{name}, {when}",
    "letter_passed_none": "I told nobody at once.",
    "letter_report": "My report is for: {whom}.",
    "letter_report_unsaid": "Ask me who reads my report, and why.",
    "letter_sees": "Your plan is also seen by: {who}. You did not say yes to that. Why: {because}",
    "letter_sees_hurt": "Your plan is also seen by: {who}. You did not say yes to that. "
    "Why: you or somebody else could get badly hurt.",
    "letter_next": "What happens now",
    "letter_next_none": "Nothing was agreed yet. Tell me what you want to happen.",
    "letter_by": "By {when}",
    "letter_open": "No day yet",
    "letter_does": "{what} ({name})",
    "letter_object": "You can say no",
    "letter_object_me": "If something here is wrong, or is not all right for you, tell me: "
    "{contact}.",
    "letter_object_bare": "If something here is wrong, or is not all right for you, tell me, or "
    "whoever gave you this.",
    "letter_number": "{name}: {number}. {looked}",
    "letter_lapsed": "This was promised to you before and not kept. That was not fair.",
}
