"""The addresses of people, their appointments and the audit trail."""

from django.urls import path

from timegiven.people.views import addresses, appointments, contact, emergency, letters, seats, signing_in, trail

app_name = "people"
urlpatterns = [
    path("appointments", appointments.appointments, name="appointments"),
    path("appointments/new", appointments.appoint, name="appoint"),
    path("appointments/<str:reference>/end", appointments.end_appointment, name="end_appointment"),
    path("seats", seats.seats, name="seats"),
    path("seats/new", seats.add_seat, name="add_seat"),
    path("seats/<str:reference>/end", seats.end_seat, name="end_seat"),
    path("contact", contact.contact, name="contact"),
    path("contact/send-again", addresses.send_link_again, name="send_link_again"),
    path("contact/<str:reference>", contact.contact_of, name="contact_of"),
    path("contact/<str:reference>/send-again", addresses.send_link_again_of, name="send_link_again_of"),
    path("address/<str:secret>", addresses.confirm_address, name="confirm_address"),
    path("sign-in/<str:reference>/anew", signing_in.let_in_anew, name="let_in_anew"),
    path("emergency", emergency.emergency, name="emergency"),
    path("emergency/still-right", emergency.confirm_emergency, name="confirm_emergency"),
    path("emergency/<str:reference>/change", emergency.change_emergency_of, name="change_emergency_of"),
    path("letters", letters.letters_to_print, name="letters_to_print"),
    path("letters/<str:reference>", letters.letter, name="letter"),
    path("letters/<str:reference>/printed", letters.mark_printed, name="mark_printed"),
    path("letters/<str:reference>/not-posted", letters.letter_not_posted, name="letter_not_posted"),
    path("letters/bundle/<str:reference>", letters.bundle, name="bundle"),
    path("letters/bundle/<str:reference>/document", letters.bundle_document, name="bundle_document"),
    path("letters/bundle/<str:reference>/posted", letters.post_bundle, name="post_bundle"),
    path("letters/bundle/<str:reference>/not-posted", letters.not_posted, name="not_posted"),
    path("letters/bundle/<str:reference>/back", letters.unbundle, name="unbundle"),
    path("trail", trail.trail, name="trail"),
    path("trail/verify", trail.verify, name="verify_trail"),
    path("about-me", trail.about_me, name="about_me"),
]
