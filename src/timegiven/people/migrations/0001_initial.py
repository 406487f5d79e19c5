import django.db.models.deletion
import django.db.models.functions.text
import timegiven.kernel.encrypted
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programme', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('name', models.CharField(max_length=160)),
                ('known_as', models.CharField(blank=True, max_length=80)),
                ('email', models.EmailField(blank=True, max_length=254, null=True)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('address', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('born_on', timegiven.kernel.encrypted.EncryptedDay(blank=True, null=True)),
                ('is_active', models.BooleanField(default=True)),
                ('is_synthetic', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(fields=['name'], name='people_by_name')],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='people_one_person_one_address'), models.CheckConstraint(condition=models.Q(('email', None), models.Q(('email', ''), _negated=True), _connector='OR'), name='people_no_empty_address')],
            },
        ),
        migrations.CreateModel(
            name='NewAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('link_digest', models.CharField(max_length=64, unique=True)),
                ('until_at', models.DateTimeField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='new_address', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name', models.CharField(max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=50)),
                ('is_chair', models.BooleanField(default=False)),
                ('is_staff_side', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='people_seat_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Volunteer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('ACTIVE', 'Volunteering'), ('PAUSED', 'On a break'), ('LEFT', 'Left')], default='ACTIVE', max_length=8)),
                ('since_on', models.DateField()),
                ('left_on', models.DateField(blank=True, null=True)),
                ('borough', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='volunteers', to='programme.unit')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='volunteer', to=settings.AUTH_USER_MODEL)),
                ('strand', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='volunteers', to='programme.strand')),
            ],
            options={
                'indexes': [models.Index(fields=['borough', 'status'], name='people_volunteers_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('status', 'LEFT'), _negated=True), ('left_on__gte', models.F('since_on')), _connector='OR'), name='people_left_has_a_day')],
            },
        ),
        migrations.CreateModel(
            name='VolunteerStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='people.volunteer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EmergencyContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=1)),
                ('name', timegiven.kernel.encrypted.EncryptedText()),
                ('relationship', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('phone', timegiven.kernel.encrypted.EncryptedText()),
                ('confirmed_on', models.DateField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emergency_contacts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'position'), name='people_rung_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('role', models.CharField(choices=[('UNIT_MANAGER', 'Unit manager'), ('MVPM', 'Borough MVP Manager'), ('STEERING_GROUP', 'Steering Group member'), ('CENTRAL_TEAM', 'Central Team'), ('VETTING', 'Vetting office'), ('PASSES', 'Pass office'), ('HR', 'Human Resources'), ('CONTROL_ROOM', 'Control room'), ('FINANCE', 'Finance'), ('TRAINING', 'Borough training unit'), ('AUDITOR', 'Auditor'), ('FIRST_AIDER', 'First aider')], max_length=20)),
                ('is_deputy', models.BooleanField(default=False)),
                ('title', models.CharField(blank=True, max_length=80)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='programme.unit')),
                ('seat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='people.seat')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['role', 'unit'], name='people_held_by_role')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='people_appointment_in_order'), models.UniqueConstraint(fields=('person', 'role', 'unit', 'from_on'), name='people_appointment_once'), models.CheckConstraint(condition=models.Q(('role', 'STEERING_GROUP'), ('seat', None), _connector='OR'), name='people_seat_is_on_the_steering_group'), models.CheckConstraint(condition=models.Q(('is_deputy', False), ('seat__isnull', False), _connector='OR'), name='people_deputy_of_a_seat')],
            },
        ),
    ]
