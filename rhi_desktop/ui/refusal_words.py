"""Owns the three sentences for each code of each RhiError family, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from rhi_desktop.ui.report_words import BUNDLES, EXPORTS, SIGNING, Sentences
from rhi_desktop.ui.translation import noop

_SAFE_WORDS = noop("messages", "Your words are still here.")
_VAULT_AS_IT_WAS = noop("messages", "The vault is exactly as it was.")
_TELL = noop("messages", "Keep the file and tell whoever looks after this laptop.")

FILES: Mapping[str, Sentences] = {
    "disk_full": (
        noop("messages", "We cannot save: this disk is full"),
        _SAFE_WORDS,
        noop("messages", "Keep going. Make room on the disk, and we will save by ourselves."),
    ),
    "disk_read_only": (
        noop("messages", "We cannot save: this place may only be read"),
        _SAFE_WORDS,
        noop("messages", "Choose another place, or ask for the right to write here."),
    ),
    "disk_failed": (
        noop("messages", "We cannot save to this disk"),
        _SAFE_WORDS,
        noop(
            "messages",
            "Keep going. We try again by ourselves; tell whoever looks after this laptop.",
        ),
    ),
    "file_missing": (
        noop("messages", "The file is not there any more"),
        noop("messages", "Nothing was changed."),
        noop("messages", "Look where it was moved to, then choose it again."),
    ),
    "file_unreadable": (
        noop("messages", "The file cannot be read"),
        noop("messages", "Nothing was changed."),
        noop("messages", "Check that it is a file, and that you may read it."),
    ),
    "file_too_large": (
        noop("messages", "The file is too large to be one of ours"),
        noop("messages", "It was not opened, and nothing was changed."),
        noop("messages", "Check that it is the file you meant."),
    ),
    "file_exists": (
        noop("messages", "A file of this name is already there"),
        noop("messages", "It was not replaced."),
        noop("messages", "Choose another name."),
    ),
}

AT_THE_DOOR: Mapping[str, tuple[str, str]] = {
    "disk_full": (
        noop("messages", "this disk is full"),
        noop("messages", "Make room on the disk, then try again."),
    ),
    "disk_read_only": (
        noop("messages", "this disk may only be read"),
        noop("messages", "Ask for the right to write here, then try again."),
    ),
    "disk_failed": (
        noop("messages", "this disk does not answer as it should"),
        noop("messages", "Try again, and tell whoever looks after this laptop."),
    ),
}
"""Where nothing is typed on and nothing is saved later by itself: why, and what to do."""

NOT_OPENED = noop("messages", "We cannot open these notes: {why}")
NOT_MADE = noop("messages", "We cannot make the vault: {why}")
NO_SNAPSHOT = noop("messages", "We cannot make a snapshot: {why}")
NOT_RESTORED = noop("messages", "We cannot restore the snapshot: {why}")
NOTES_AS_THEY_WERE = noop("messages", "The notes are exactly as they were.")
STILL_TYPED = noop("messages", "What you typed is still here.")

VAULTS: Mapping[str, Sentences] = {
    "wrong_passphrase": (
        noop("messages", "That passphrase did not open the notes."),
        "",
        noop("messages", "Check Caps Lock and the keyboard language."),
    ),
    "wrong_code": (
        noop("messages", "That recovery code did not open the notes."),
        "",
        noop("messages", "Check that it is the newest sheet and the one of this vault."),
    ),
    "code_missing": (
        noop("messages", "This vault has no recovery code"),
        _VAULT_AS_IT_WAS,
        noop("messages", "Only the passphrase opens it. Once it is open, you can make a code."),
    ),
    "code_unreadable": (
        noop("messages", "This is not a whole recovery code: a character is wrong or missing"),
        noop("messages", "Nothing was tried and nothing was changed."),
        noop("messages", "Compare it with the sheet, group by group: {wanted} characters."),
    ),
    "guess_too_soon": (
        noop("messages", "Too many wrong tries one after the other, so this one was not tried"),
        noop("messages", "The notes are safe, and the wait ends by itself."),
        noop("messages", "Wait {seconds} s, then try again."),
    ),
    "passphrase_short": (
        noop("messages", "The passphrase is too short"),
        "",
        noop(
            "messages",
            "Use at least {shortest} characters: four words of your own are easy to keep.",
        ),
    ),
    "passphrase_unreadable": (
        noop("messages", "The passphrase holds a sign that no keyboard can repeat"),
        "",
        noop("messages", "Type it again instead of pasting it."),
    ),
    "vault_missing": (
        noop("messages", "The vault is not where it was"),
        noop("messages", "Nothing was made in its place."),
        noop("messages", "Look where the folder was moved to, and move it back."),
    ),
    "vault_exists": (
        noop("messages", "There is a vault of this name already"),
        _VAULT_AS_IT_WAS,
        noop("messages", "Unlock that one, or choose another name."),
    ),
    "vault_empty": (
        noop("messages", "The vault holds no notes file"),
        _VAULT_AS_IT_WAS,
        noop("messages", "Put a copy of the whole folder in its place."),
    ),
    "vault_foreign": (
        noop("messages", "The notes file in this vault is not the one that belongs there"),
        noop("messages", "It was not changed."),
        noop("messages", "Look whether it was mixed up with the file of another vault."),
    ),
    "vault_plain": (
        noop("messages", "The notes file in this vault is not encrypted, so it is not ours"),
        noop("messages", "It was not changed."),
        _TELL,
    ),
    "vault_newer": (
        noop("messages", "This vault was made by a newer version of the program"),
        _VAULT_AS_IT_WAS,
        noop("messages", "Install the newer version, then unlock again."),
    ),
    "vault_damaged": (
        noop("messages", "The notes file is damaged"),
        noop("messages", "Nothing was changed or repaired."),
        noop("messages", "Put a copy of the whole folder in its place, or ask for help with it."),
    ),
    "vault_rolled_back": (
        noop("messages", "These notes are older than when this vault was closed last"),
        noop("messages", "Nothing was changed. An earlier copy stands in their place."),
        noop(
            "messages",
            "Look for the newer copy first. You can open the older notes all the same.",
        ),
    ),
    "vault_in_use": (
        noop("messages", "These notes are open in another window"),
        noop("messages", "Nothing was changed."),
        noop("messages", "That window comes to the front now. Go on there."),
    ),
    "slots_damaged": (
        noop("messages", "The part of the vault that checks your passphrase is damaged"),
        noop("messages", "The notes themselves were not touched."),
        noop("messages", "Put a copy of the whole folder in its place, or ask for help with it."),
    ),
    "slots_costly": (
        noop("messages", "The vault asks for more memory than this program ever uses"),
        _VAULT_AS_IT_WAS,
        noop("messages", "Somebody may have changed it. Tell whoever looks after this laptop."),
    ),
    "snapshot_missing": (
        noop("messages", "No snapshot of these notes is kept on this laptop"),
        _VAULT_AS_IT_WAS,
        noop("messages", "Put a copy of the whole folder in its place, or ask for help with it."),
    ),
    "snapshot_damaged": (
        noop("messages", "The snapshot cannot be read back as it was written"),
        _VAULT_AS_IT_WAS,
        noop("messages", "The disk may be failing. Tell whoever looks after this laptop."),
    ),
    "record_missing": (
        noop("messages", "What you wanted to open is not in the vault"),
        noop("messages", "Everything else is as it was."),
        noop("messages", "Go back to your cases and open it from there."),
    ),
    "record_fixed": (
        noop("messages", "This record is signed or about to be, so it does not change"),
        _SAFE_WORDS,
        noop("messages", "Write what is new in the next conversation."),
    ),
    "purge_talk_runs": (
        noop("messages", "A conversation of this case is running"),
        noop("messages", "Nothing was removed."),
        noop("messages", "End the conversation first."),
    ),
    "purge_somebody_waits": (
        noop("messages", "Somebody still has to be told about this child"),
        noop("messages", "Nothing was removed."),
        noop("messages", "Tell them, or write down why not, under Immediate safety."),
    ),
}

FORMS: Mapping[str, Sentences] = {
    "pack_unreadable": (
        noop("messages", "This is not a question pack"),
        noop("messages", "Nothing was added."),
        noop("messages", "Check that it is the file you meant."),
    ),
    "pack_invalid": (
        noop("messages", "The question pack has faults"),
        noop("messages", "Nothing was added."),
        noop("messages", "Mend what the list names, then try again."),
    ),
    "pack_unknown": (
        noop("messages", "This version does not know the question pack that was used"),
        noop("messages", "What was written is safe and stays as it is."),
        noop("messages", "Install the version that has it."),
    ),
    "profile_unreadable": (
        noop("messages", "The local rules cannot be read"),
        noop("messages", "Nothing was changed."),
        noop("messages", "Check that it is the file you meant."),
    ),
    "profile_invalid": (
        noop("messages", "The local rules have faults"),
        noop("messages", "Nothing was changed."),
        noop("messages", "Mend what the list names, then try again."),
    ),
    "profile_unknown": (
        noop("messages", "This version does not know the local rules that were used"),
        noop("messages", "What was written is safe and stays as it is."),
        noop("messages", "Install the version that has them."),
    ),
}

REFUSALS: Mapping[str, Sentences] = {**FILES, **VAULTS, **FORMS, **SIGNING, **EXPORTS, **BUNDLES}
"""Codes of different families never mean different things, so one table holds them all."""
