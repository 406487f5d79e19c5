"""One person, one identity; the appointments that staff hold; and who is a volunteer."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Length, Lower, Substr
from django.db.models.lookups import IsNull

from timegiven.kernel.encrypted import EncryptedDay, EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.prepared import PlannedEachTime, Prepared, key
from timegiven.kernel.prepared import day as prepared_day
from timegiven.kernel.references import ReferenceField
from timegiven.kernel.time import age_on
from timegiven.programme.models import Strand, Unit


class People(BaseUserManager["Person"]):
    """Finds people for sign-in."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """A human being known to the programme, with or without e-mail, in as many roles as they hold."""

    reference = ReferenceField()
    name = models.CharField(max_length=160)
    known_as = models.CharField(max_length=80, blank=True)
    email = models.EmailField(null=True, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    address = EncryptedText(blank=True)
    born_on = EncryptedDay(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    is_synthetic = models.BooleanField(default=False)  # made up for a demonstration

    USERNAME_FIELD = "email"
    stands_in = False  # set where somebody of the Central Team is named because a borough has no MVP Manager
    objects = People()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="people_one_person_one_address"),
            models.CheckConstraint(condition=Q(email=None) | ~Q(email=""), name="people_no_empty_address"),
        ]
        indexes = [models.Index(fields=["name"], name="people_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        """How to greet them."""
        return self.known_as or self.name.split(" ")[0]

    @property
    def wall_name(self) -> str:
        """First name and initial: what hangs on a wall."""
        parts = self.name.split(" ")
        return f"{self.first_name} {parts[-1][0]}" if len(parts) > 1 else self.first_name

    @property
    def is_volunteering(self) -> bool:
        """Whether they are a volunteer now, on a break included."""
        return getattr(self, "volunteer", None) is not None and self.volunteer.status != Volunteer.Status.LEFT

    @property
    def as_mvpm(self) -> str:
        """As what a volunteer is told to ask them: after their name, in a sentence."""
        return "of the Central Team" if self.stands_in else "your Borough MVP Manager"

    def posts_on(self, day: date) -> "list[Appointment]":
        """What they are appointed to on a day. They are few, so they are read once in a request, whatever the day."""
        if "_appointments" not in self.__dict__:
            self.__dict__["_appointments"] = _held(person=self.pk)
        return [held for held in self.__dict__["_appointments"] if held.covers(day)]

    def appointments_on(self, day: date) -> "list[Appointment]":
        """Their posts on a day, and those in which they stand in: the Central Team is MVP Manager where nobody is."""
        posts = self.posts_on(day)
        if not any(held.role == Appointment.Role.CENTRAL_TEAM for held in posts):
            return posts
        stood_in: dict[date, list[Appointment]] = self.__dict__.setdefault("_stood_in", {})
        if day not in stood_in:
            stood_in[day] = [Appointment.standing_in(self, borough, day) for borough in _without_mvpm(day=day)]
        return [*posts, *stood_in[day]]

    def holds(self, role: str, *, day: date, at: Unit | None = None) -> bool:
        """Whether they hold this role over the unit (``at=None``: anywhere) on a day.

        On the person, so that the chapters below this one can ask whoever is signed in.
        """
        return any(held.role == role and (at is None or held.reaches(at)) for held in self.appointments_on(day))

    def age_on(self, day: date) -> int | None:
        """Whole years on a day, or None when the date of birth is not known."""
        born: date | None = self.born_on  # type: ignore[assignment]  # sealed as text, read as a day
        return age_on(born, day) if born else None


class NewAddress(models.Model):
    """An e-mail address that is to be somebody's, and that counts from when the link sent to it was followed."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="new_address")
    email = models.EmailField()
    link_digest = models.CharField(max_length=64, unique=True)
    until_at = models.DateTimeField()


class Seat(Period):
    """A seat on the Steering Group, whoever holds it: who must be heard before a role is approved (clause 62)."""

    reference = ReferenceField()
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(default=50)  # the order in which they take the chair
    is_chair = models.BooleanField(default=False)
    is_staff_side = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Appointment(Period):
    """A role that a person holds at a unit from a day until a day. Powers hang on this, never on an account."""

    class Role(models.TextChoices):
        UNIT_MANAGER = "UNIT_MANAGER", "Unit manager"
        MVPM = "MVPM", "Borough MVP Manager"
        STEERING_GROUP = "STEERING_GROUP", "Steering Group member"
        CENTRAL_TEAM = "CENTRAL_TEAM", "Central Team"
        VETTING = "VETTING", "Vetting office"
        PASSES = "PASSES", "Pass office"
        HR = "HR", "Human Resources"
        CONTROL_ROOM = "CONTROL_ROOM", "Control room"
        FINANCE = "FINANCE", "Finance"
        TRAINING = "TRAINING", "Borough training unit"
        AUDITOR = "AUDITOR", "Auditor"
        FIRST_AIDER = "FIRST_AIDER", "First aider"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="appointments")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    is_deputy = models.BooleanField(default=False)  # sits there when the holder cannot
    title = models.CharField(max_length=80, blank=True)
    stands_in = False  # of one that nobody made: the Central Team is MVP Manager of a borough that has none
    is_in_use = True  # whether the programme has begun there

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["person", "role", "unit", "from_on"], name="people_appointment_once"),
            models.CheckConstraint(
                condition=Q(role="STEERING_GROUP") | Q(seat=None), name="people_seat_is_on_the_steering_group"
            ),
            models.CheckConstraint(
                condition=Q(is_deputy=False) | Q(seat__isnull=False), name="people_deputy_of_a_seat"
            ),
        ]
        indexes = [models.Index(fields=["role", "unit"], name="people_held_by_role")]

    @classmethod
    def standing_in(cls, person: Person, borough: Unit, day: date) -> "Appointment":
        """As what the Central Team acts in a borough without an MVP Manager. It is never kept.

        Made on every page of theirs, so by its columns in their order, which takes Django a third of the time.
        """
        told = {"person_id": person.pk, "role": cls.Role.MVPM, "unit_id": borough.pk, "from_on": day}
        blank = {"reference": "", "is_deputy": False, "title": ""}
        one = cls(*((told | blank).get(field.attname) for field in cls._meta.concrete_fields))
        one._state.fields_cache.update(person=person, unit=borough)
        one.stands_in, one.is_in_use = True, getattr(borough, "is_in_use", True)
        return one

    def reaches(self, unit: Unit) -> bool:
        """Whether it is held over a unit. Who stands in does so for one borough, and for none within it."""
        return unit.borough_id == self.unit_id if self.stands_in else unit.path.startswith(self.unit.path)

    @property
    def seat_called(self) -> str:
        """Which seat they sit in, and whether as its deputy."""
        return "" if self.seat is None else f"{self.seat.name}, deputy" if self.is_deputy else self.seat.name


@Prepared
def _held() -> models.QuerySet[Appointment]:
    """With what every page asks of them; how to reach their units is read where it is shown."""
    held = Appointment.objects.filter(person=key("person")).select_related("unit__borough", "seat")
    return held.only(
        *("from_on", "until_on", "reference", "person", "role", "is_deputy", "title"),
        *("seat__code", "seat__name", "seat__position", "seat__is_chair", "seat__is_staff_side"),
        *("unit__reference", "unit__name", "unit__kind", "unit__path", "unit__borough__name"),
    )


@PlannedEachTime
def _without_mvpm() -> models.QuerySet[Unit]:
    """The boroughs in which nobody is MVP Manager on a day, and whether the programme has begun in them."""
    held = Appointment.objects.on(prepared_day("day")).filter(role=Appointment.Role.MVPM, person__is_active=True)
    here = Exists(held.filter(unit=OuterRef("pk")))  # nearly always there is one, and it is found by its index
    # Asked once; then nobody is looked for from each borough.
    is_none_wider = ~Exists(held.exclude(unit__kind__in=Unit.BOROUGHS))
    above = held.annotate(way=Substr(OuterRef("path"), 1, Length("unit__path"))).filter(way=F("unit__path"))
    # Of EXISTS PostgreSQL makes a list of all boroughs with anybody, for which it reads all volunteers.
    appointed = Subquery(Appointment.objects.filter(unit__borough=OuterRef("pk")).values("pk")[:1])
    counted = Volunteer.objects.filter(borough=OuterRef("pk")).order_by().values("borough").annotate(number=Count("pk"))
    run = Unit.objects.filter(~here, Q(is_none_wider) | ~Q(Exists(above)), kind__in=Unit.BOROUGHS)
    run = run.annotate(is_in_use=IsNull(Coalesce(appointed, Subquery(counted.values("number"))), False))
    return run.only("reference", "name", "kind", "path", "borough").order_by("name")


class Volunteer(models.Model):
    """A person taken on as a volunteer in a borough and strand, until they leave."""

    class Status(models.TextChoices):
        ACTIVE = "ACTIVE", "Volunteering"
        PAUSED = "PAUSED", "On a break"
        LEFT = "LEFT", "Left"

    reference = ReferenceField()
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="volunteer")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="volunteers")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="volunteers")
    status = models.CharField(max_length=8, choices=Status, default=Status.ACTIVE)
    since_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)  # the last time they left

    lifecycle = Lifecycle(
        "volunteer record",
        moves={
            Status.ACTIVE: (Status.PAUSED, Status.LEFT),
            Status.PAUSED: (Status.ACTIVE, Status.LEFT),
            Status.LEFT: (Status.ACTIVE,),  # people come back, and are welcome
        },
        desks={Status.ACTIVE: "", Status.PAUSED: "", Status.LEFT: ""},
    )

    class Meta:
        indexes = [models.Index(fields=["borough", "status"], name="people_volunteers_of")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="LEFT") | Q(left_on__gte=F("since_on")), name="people_left_has_a_day"
            )
        ]

    @property
    def status_colour(self) -> str:
        return {"ACTIVE": "green", "PAUSED": "yellow", "LEFT": "grey"}[self.status]


class VolunteerStep(Step):
    of = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="steps")


class EmergencyContact(models.Model):
    """Somebody to ring if the person is hurt, in the order of ``position``. Sealed, and every look is recorded."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="emergency_contacts")
    position = models.PositiveSmallIntegerField(default=1)  # 1 is rung first
    name = EncryptedText()
    relationship = EncryptedText(blank=True)
    phone = EncryptedText()
    confirmed_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "position"], name="people_rung_in_order")]
