import django.db.models.deletion
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('library', '0001_initial'),
        ('people', '0001_initial'),
        ('people', '__first__'),
        ('programme', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('WAITING', 'On the waiting list'), ('BOOKED', 'Place booked'), ('GIVEN_BACK', 'Place given back'), ('CAME', 'Came'), ('AWAY', 'Was not there'), ('OFF', 'Session called off'), ('FULL', 'No place came free')], max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('is_reminded', models.BooleanField(default=False)),
                ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.profileversion')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='training_bookings', to='people.volunteer')),
            ],
        ),
        migrations.CreateModel(
            name='BookingStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='training.booking')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, unique=True)),
                ('title', models.CharField(max_length=120)),
                ('about', models.CharField(blank=True, max_length=600)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('valid_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('needed_for', models.CharField(choices=[('ALL', 'Everyone'), ('LIFTING', 'Roles that lift'), ('PUBLIC', 'Roles that meet the public'), ('AWARE', 'Roles that use AWARE'), ('PROFILE', 'Roles that name it'), ('BEFORE', 'The programme before volunteering begins')], max_length=8)),
                ('delivery', models.CharField(choices=[('SESSION', 'A session with a trainer'), ('ONLINE', 'On a computer, in your own time'), ('JOB', 'At the unit, shown by the unit manager')], default='SESSION', max_length=8)),
                ('link', models.URLField(blank=True)),
                ('is_offered', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='training_takes_time'), models.CheckConstraint(condition=models.Q(models.Q(('delivery', 'ONLINE'), _negated=True), models.Q(('link', ''), _negated=True), _connector='OR'), name='training_online_course_has_a_link')],
            },
        ),
        migrations.CreateModel(
            name='Completion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('on', models.DateField()),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('agreed_because', models.CharField(blank=True, max_length=200)),
                ('evidence', models.CharField(blank=True, max_length=200)),
                ('recorded_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='completions', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='completions', to='library.profileversion')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='completions', to='training.course')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'course', 'expires_on'], name='training_in_date'), models.Index(fields=['expires_on', 'course'], name='training_running_out')],
                'constraints': [models.UniqueConstraint(fields=('person', 'course', 'on'), name='training_completed_once_a_day'), models.CheckConstraint(condition=models.Q(('expires_on', None), ('expires_on__gt', models.F('on')), _connector='OR'), name='training_expires_after')],
            },
        ),
        migrations.CreateModel(
            name='CourseRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('ASKED', 'Waits for an answer'), ('AGREED', 'Agreed'), ('DECLINED', 'Not agreed'), ('WITHDRAWN', 'Taken back'), ('DONE', 'Done')], default='ASKED', max_length=10)),
                ('wish', models.CharField(max_length=200)),
                ('because', models.CharField(blank=True, max_length=200)),
                ('asked_at', models.DateTimeField()),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='training.course')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='course_requests', to='people.volunteer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['ASKED', 'AGREED'])), fields=('volunteer', 'course'), name='training_one_request_for_a_course')],
            },
        ),
        migrations.AddField(
            model_name='booking',
            name='request',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.courserequest'),
        ),
        migrations.CreateModel(
            name='CourseRequestStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='training.courserequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExpiryNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days_before', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
                ('completion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='training.completion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('completion', 'days_before'), name='training_notice_once')],
            },
        ),
        migrations.CreateModel(
            name='Module',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='modules', to='training.course')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('course', 'position'), name='training_module_position'), models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='training_module_takes_time')],
            },
        ),
        migrations.CreateModel(
            name='NamedCourse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('course', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='naming', to='training.course')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='named_courses', to='library.profileversion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'course'), name='training_named_once')],
            },
        ),
        migrations.CreateModel(
            name='Prerequisite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prerequisites', to='training.course')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.course')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('course', 'first'), name='training_first_once'), models.CheckConstraint(condition=models.Q(('course', models.F('first')), _negated=True), name='training_not_before_itself')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('is_for_all', models.BooleanField(default=False)),
                ('status', models.CharField(choices=[('OPEN', 'Open'), ('HELD', 'Held'), ('CALLED_OFF', 'Called off')], default='OPEN', max_length=10)),
                ('venue', models.CharField(max_length=200)),
                ('joining_words', models.CharField(blank=True, max_length=400)),
                ('trainer', models.CharField(max_length=120)),
                ('places', models.PositiveSmallIntegerField()),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='training.course')),
                ('set_up_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['status', 'starts_at'], name='training_sessions_to_come')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='training_ends_after_start'), models.CheckConstraint(condition=models.Q(('places__gt', 0)), name='training_session_has_places')],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('url', models.URLField()),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='training.session')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('session', 'position'), name='training_material_position')],
            },
        ),
        migrations.AddField(
            model_name='booking',
            name='session',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='training.session'),
        ),
        migrations.CreateModel(
            name='SessionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='training.session')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('rows', models.JSONField()),
                ('status', models.CharField(choices=[('READ', 'Waits for you to choose'), ('TAKEN_IN', 'Taken in'), ('DROPPED', 'Not used')], default='READ', max_length=10)),
                ('sent_at', models.DateTimeField()),
                ('number_taken_in', models.PositiveIntegerField(default=0)),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.profileversion')),
            ],
        ),
        migrations.CreateModel(
            name='SheetStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='training.sheet')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UnitTraining',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('how', models.TextField()),
                ('status', models.CharField(choices=[('PROPOSED', 'Waits for agreement'), ('AGREED', 'Agreed'), ('RETURNED', 'Sent back with a question'), ('ENDED', 'No longer given')], default='PROPOSED', max_length=10)),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='at_units', to='training.course')),
                ('mvpm', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('training_unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'ENDED'), _negated=True), fields=('course', 'unit'), name='training_one_way_at_a_unit'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'AGREED'), _negated=True), models.Q(('mvpm__isnull', False), ('training_unit__isnull', False)), _connector='OR'), name='training_agreed_by_both')],
            },
        ),
        migrations.CreateModel(
            name='UnitTrainingStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='training.unittraining')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['session', 'status', 'asked_at'], name='training_bookings_of'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['BOOKED', 'WAITING'])), fields=('session', 'volunteer'), name='training_one_place'),
        ),
    ]
