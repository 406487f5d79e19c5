"""What people do while somebody joins."""

from timegiven.joining.services.agreements import agree, record_agreement, tell_of_new_edition
from timegiven.joining.services.answering import answer
from timegiven.joining.services.appeals import appeal, dismiss_appeal, uphold_appeal, withdraw_appeal
from timegiven.joining.services.applying import apply, withdraw
from timegiven.joining.services.batches import begin_batch, carry_out, carry_out_due, undo_batch
from timegiven.joining.services.deciding import decline, interview, send_to_vetting, take_on
from timegiven.joining.services.digest import write_digests
from timegiven.joining.services.duplicates import index_anew, merge, notice, scan, tell_apart, undo_merge
from timegiven.joining.services.ending import end_clearances_over, warn_of_ends
from timegiven.joining.services.equality import answer_equality
from timegiven.joining.services.finding import index_name, index_names
from timegiven.joining.services.forgetting import forget_answers
from timegiven.joining.services.guardians import agree_to, name_adult, name_guardian, record_consent, refuse_consent
from timegiven.joining.services.leaving import end_clearance, recall_passes
from timegiven.joining.services.meetings import (
    arrange_unit_meeting,
    book,
    cancel_meeting,
    publish_slot,
    remind_of_meetings,
    withdraw_slot,
)
from timegiven.joining.services.passes import (
    cancel_pass,
    expire_passes,
    issue_pass,
    make_pass,
    move_passes,
    printed_pass,
    recall_pass,
    report_lost,
    return_pass,
)
from timegiven.joining.services.photos import keep_photo, remove_photo
from timegiven.joining.services.references import (
    ask_again,
    cannot_refer,
    discuss,
    judge,
    key_in_reference,
    name_referee,
    refer,
    remind_referees,
    replace_referee,
    saw_answers,
)
from timegiven.joining.services.registering import (
    begin_signed_in,
    choose_password,
    key_in,
    open_by_link,
    register,
    saw_private,
)
from timegiven.joining.services.reviews import (
    declare,
    hold_clearance,
    open_yearly_looks,
    read_health,
    saw_declaration,
    settle,
)
from timegiven.joining.services.rights import check_right
from timegiven.joining.services.vetting import clear, renew

__all__ = [
    "agree",
    "agree_to",
    "answer",
    "answer_equality",
    "appeal",
    "apply",
    "arrange_unit_meeting",
    "ask_again",
    "begin_batch",
    "begin_signed_in",
    "book",
    "cancel_meeting",
    "cancel_pass",
    "cannot_refer",
    "carry_out",
    "carry_out_due",
    "check_right",
    "choose_password",
    "clear",
    "declare",
    "decline",
    "discuss",
    "dismiss_appeal",
    "end_clearance",
    "end_clearances_over",
    "expire_passes",
    "forget_answers",
    "hold_clearance",
    "index_anew",
    "index_name",
    "index_names",
    "interview",
    "issue_pass",
    "judge",
    "keep_photo",
    "key_in",
    "key_in_reference",
    "make_pass",
    "merge",
    "move_passes",
    "name_adult",
    "name_guardian",
    "name_referee",
    "notice",
    "open_by_link",
    "open_yearly_looks",
    "printed_pass",
    "publish_slot",
    "read_health",
    "recall_pass",
    "recall_passes",
    "record_agreement",
    "record_consent",
    "refer",
    "refuse_consent",
    "register",
    "remind_of_meetings",
    "remind_referees",
    "remove_photo",
    "renew",
    "replace_referee",
    "report_lost",
    "return_pass",
    "saw_answers",
    "saw_declaration",
    "saw_private",
    "scan",
    "send_to_vetting",
    "settle",
    "take_on",
    "tell_apart",
    "tell_of_new_edition",
    "undo_batch",
    "undo_merge",
    "uphold_appeal",
    "warn_of_ends",
    "withdraw",
    "withdraw_appeal",
    "withdraw_slot",
    "write_digests",
]
