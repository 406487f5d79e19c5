"""The addresses of joining."""

from django.urls import path

from timegiven.joining.views import (
    agreements,
    applying,
    deciding,
    duplicates,
    equality,
    guardians,
    meetings,
    passes,
    references,
    registering,
    vetting,
)

app_name = "joining"

urlpatterns = [
    path("", registering.start, name="start"),
    path("is-this-for-me/", registering.suits, name="suits"),
    path("register/", registering.register, name="register"),
    path("registered/", registering.registered, name="registered"),
    path("resume/<str:token>/", registering.resume, name="resume"),
    path("carry-on/", registering.carry_on, name="carry_on"),
    path("password/", registering.password, name="password"),
    path("about-everybody/", equality.equality, name="equality"),
    path("mine/", registering.mine, name="mine"),
    # The referee
    path("refer/<str:token>/", references.refer, name="refer"),
    path("reference/", references.give_reference, name="give_reference"),
    path("reference/cannot/", references.cannot_refer, name="cannot_refer"),
    path("reference/thanks/", references.referred, name="referred"),
    # The parent or guardian
    path("agree-for/<str:token>/", guardians.consent, name="consent"),
    path("consent/", guardians.give_consent, name="give_consent"),
    path("consent/no/", guardians.refuse_consent, name="refuse_consent"),
    path("consent/thanks/", guardians.consented, name="consented"),
    path("applications/<str:reference>/guardian/", guardians.name_guardian, name="name_guardian"),
    path("applications/<str:reference>/adult/", guardians.name_adult, name="name_adult"),
    path("applications/<str:reference>/consent/", guardians.record_consent, name="record_consent"),
    # Applications
    path("applications/", deciding.applications, name="applications"),
    path("applications/new/", registering.key_in, name="key_in"),
    path("applications/<str:reference>/", applying.application, name="application"),
    path("applications/<str:reference>/apply/", applying.apply, name="apply"),
    path("applications/<str:reference>/withdraw/", applying.withdraw, name="withdraw"),
    path("applications/<str:reference>/referee/", references.name_referee, name="name_referee"),
    path("applications/<str:reference>/private/", deciding.private, name="private"),
    path("applications/<str:reference>/interview/", deciding.interview, name="interview"),
    path("applications/<str:reference>/vetting/", deciding.send_to_vetting, name="send_to_vetting"),
    path("applications/<str:reference>/decline/", deciding.decline, name="decline"),
    path("applications/<str:reference>/take-on/", deciding.take_on, name="take_on"),
    path("applications/<str:reference>/fill-in/<str:code>/", applying.section, name="section"),
    path("references/<str:reference>/", references.judge, name="judge"),
    path("references/<str:reference>/talk/", references.discuss, name="discuss"),
    path("references/<str:reference>/replace/", references.replace_referee, name="replace_referee"),
    path("references/<str:reference>/key-in/", references.key_in_reference, name="key_in_reference"),
    # Records that may be one person
    path("same/", duplicates.duplicates, name="duplicates"),
    path("same/<str:reference>/", duplicates.compare, name="compare"),
    path("same/<str:reference>/undo/", duplicates.undo_merge, name="undo_merge"),
    # Meetings
    path("times/", meetings.slots, name="slots"),
    path("times/new/", meetings.publish_slot, name="publish_slot"),
    path("times/<str:reference>/withdraw/", meetings.withdraw_slot, name="withdraw_slot"),
    path("applications/<str:reference>/book/", meetings.book, name="book"),
    path("applications/<str:reference>/unit-meeting/", meetings.arrange_unit_meeting, name="arrange_unit_meeting"),
    path("meetings/<str:reference>/cancel/", meetings.cancel_meeting, name="cancel_meeting"),
    path("meetings/<str:reference>.ics", meetings.meeting_file, name="meeting_file"),
    # The vetting office
    path("vetting/", vetting.vetting, name="vetting"),
    path("vetting/expiring/", vetting.clearances_expiring, name="clearances_expiring"),
    path("vetting/expiring/<str:reference>/", vetting.renew_clearance, name="renew_clearance"),
    path("vetting/<str:reference>/", vetting.clear, name="clear"),
    # The Statement of Expectation
    path("agree/", agreements.agree, name="agree"),
    path("agree/<str:reference>/", agreements.record_agreement, name="record_agreement"),
    # Passes
    path("pass/", passes.my_pass, name="my_pass"),
    path("passes/", passes.passes, name="passes"),
    path("passes/<str:reference>/issue/", passes.issue_pass, name="issue_pass"),
    path("passes/<str:reference>/recall/", passes.recall_pass, name="recall_pass"),
    path("passes/<str:reference>/return/", passes.return_pass, name="return_pass"),
    path("passes/<str:reference>/cancel/", passes.cancel_pass, name="cancel_pass"),
    path("passes/<str:reference>/lost/", passes.report_lost, name="report_lost"),
]
