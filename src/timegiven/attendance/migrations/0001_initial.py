import django.db.models.deletion
import timegiven.kernel.encrypted
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('hours', '0001_initial'),
        ('library', '0001_initial'),
        ('people', '__first__'),
        ('placements', '0001_initial'),
        ('programme', '0001_initial'),
        ('rota', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=200)),
                ('typed', timegiven.kernel.encrypted.EncryptedText()),
                ('saved_at', models.DateTimeField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='report_draft', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('takes_all', models.BooleanField(default=False)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports_of_sessions', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('came_at', models.DateTimeField()),
                ('came_how', models.CharField(choices=[('TABLET', "On the unit's tablet"), ('PHONE', 'On their own phone'), ('SUPERVISOR', 'By the supervisor'), ('REPORT', 'In the session report')], max_length=10)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('left_how', models.CharField(blank=True, choices=[('TABLET', "On the unit's tablet"), ('PHONE', 'On their own phone'), ('SUPERVISOR', 'By the supervisor'), ('REPORT', 'In the session report')], max_length=10)),
                ('is_forgotten', models.BooleanField(default=False)),
                ('came_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('left_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='rota.offer')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='placements.placement')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='programme.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'came_at'], name='attendance_who_came')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_forgotten', False), ('left_at', None)), fields=('person',), name='attendance_in_one_place_at_a_time'), models.CheckConstraint(condition=models.Q(('left_at', None), ('left_at__gt', models.F('came_at')), _connector='OR'), name='attendance_leaves_after_coming')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('sent_at', models.DateTimeField()),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='rota.offer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('offer', 'number'), name='attendance_reminded_once')],
            },
        ),
        migrations.CreateModel(
            name='SessionReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('break_minutes', models.PositiveSmallIntegerField(default=0)),
                ('feeling', models.CharField(blank=True, choices=[('GOOD', 'It went well'), ('MIXED', 'Some of it went well'), ('HARD', 'It was difficult')], max_length=6)),
                ('how_it_went', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('something_else', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('worry', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('is_concern', models.BooleanField(default=False)),
                ('idea', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('thank_you', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('reported_at', models.DateTimeField()),
                ('why_corrected', models.CharField(blank=True, max_length=200)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('why_voided', models.CharField(blank=True, max_length=200)),
                ('has_words', models.BooleanField(default=False)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='report', to='hours.entry')),
                ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='rota.offer')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='placements.placement')),
                ('presence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='attendance.presence')),
                ('read_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='attendance.sessionreport')),
                ('reported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tasks', models.ManyToManyField(related_name='reports', to='library.task')),
                ('travel_entry', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='report_of_travel', to='hours.entry')),
                ('voided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['person', 'starts_at'], name='attendance_of'), models.Index(fields=['placement', 'starts_at'], name='attendance_at'), models.Index(fields=['starts_at', 'id'], name='attendance_newest'), models.Index(condition=models.Q(('has_words', True), ('read_at', None)), fields=['placement'], name='attendance_to_read')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='attendance_ends_after_start'), models.CheckConstraint(condition=models.Q(models.Q(('voided_at', None), ('voided_by', None), ('why_voided', '')), models.Q(('voided_at__isnull', False), ('voided_by__isnull', False), models.Q(('why_voided', ''), _negated=True)), _connector='OR'), name='attendance_taken_back_by_someone_for_a_reason'), models.CheckConstraint(condition=models.Q(('is_concern', False), ('has_words', True), _connector='OR'), name='attendance_a_concern_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Query',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('WITHIN', 'It is part of the role'), ('ADDED', 'It should become part of the role'), ('NOT_COVERED', 'Please leave it to the team next time')], max_length=11)),
                ('words', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='query', to='attendance.sessionreport')),
            ],
        ),
        migrations.CreateModel(
            name='LateEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('on', models.DateField()),
                ('starts', models.TimeField()),
                ('typed', timegiven.kernel.encrypted.EncryptedText()),
                ('is_concern', models.BooleanField(default=False)),
                ('sent_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('why_not', models.CharField(blank=True, max_length=200)),
                ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rota.offer')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='late_entries', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='late_entries', to='placements.placement')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='late_entry', to='attendance.sessionreport')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'settled_at'], name='attendance_late_of')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at', None)), fields=('placement', 'on', 'starts'), name='attendance_late_once')],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('cells', timegiven.kernel.encrypted.EncryptedText()),
                ('state', models.CharField(choices=[('GOOD', 'Can be entered'), ('BAD', 'Cannot be entered'), ('THERE', 'There already'), ('ENTERED', 'Entered')], max_length=7)),
                ('trouble', models.CharField(blank=True, max_length=400)),
                ('is_chosen', models.BooleanField(default=False)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='attendance.import')),
                ('report', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attendance.sessionreport')),
            ],
            options={
                'indexes': [models.Index(fields=['of', 'state'], name='attendance_rows_by_state')],
                'constraints': [models.UniqueConstraint(fields=('of', 'number'), name='attendance_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Tablet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('link_digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('stopped_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tablets', to='programme.unit')),
            ],
        ),
    ]
