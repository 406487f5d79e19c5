import django.db.models.deletion
import timegiven.kernel.encrypted
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
            name='Pattern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('SUGGESTED', 'Suggested'), ('AGREED', 'Agreed'), ('SET_ASIDE', 'Set aside')], default='SUGGESTED', max_length=10)),
                ('weekly_minutes', models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='AwareAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('REQUESTED', 'Asked for'), ('CREATED', 'Ready to hand over'), ('OPEN', 'In use'), ('SUSPENDED', 'Resting'), ('CLOSED', 'Closed')], default='REQUESTED', max_length=10)),
                ('login', models.CharField(blank=True, max_length=40)),
                ('from_on', models.DateField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aware_accounts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='placements_awareaccount_in_order'), models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('person',), name='placements_one_aware_account'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['OPEN', 'SUSPENDED']), _negated=True), models.Q(('from_on__isnull', False), models.Q(('login', ''), _negated=True)), _connector='OR'), name='placements_aware_in_use_has_login'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'CLOSED'), _negated=True), ('until_on__isnull', False), _connector='OR'), name='placements_aware_closed_has_end')],
            },
        ),
        migrations.CreateModel(
            name='AwareBreak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='breaks', to='placements.awareaccount')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='placements_awarebreak_in_order'), models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('account',), name='placements_one_aware_break_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='AwareStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='placements.awareaccount')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FreeDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.volunteer')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='placements_freeday_in_order'), models.UniqueConstraint(fields=('volunteer', 'from_on'), name='placements_one_free_day')],
            },
        ),
        migrations.CreateModel(
            name='Break',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('noted_at', models.DateTimeField()),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='breaks', to='people.volunteer')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='placements_break_in_order'), models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('volunteer',), name='placements_one_open_break')],
            },
        ),
        migrations.CreateModel(
            name='HealthCard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('helps', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('what_to_do', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('for_first_aiders', models.BooleanField(default=False)),
                ('asked_on', models.DateField(blank=True, null=True)),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('look_again_on', models.DateField(blank=True, null=True)),
                ('written_at', models.DateTimeField()),
                ('volunteer', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='health_card', to='people.volunteer')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Kit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('item', models.CharField(max_length=120)),
                ('mark', models.CharField(blank=True, max_length=60)),
                ('status', models.CharField(choices=[('OUT', 'With the volunteer'), ('RETURNED', 'Back'), ('NOT_FOUND', 'Not found')], default='OUT', max_length=10)),
                ('issued_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kit', to='people.volunteer')),
            ],
            options={
                'indexes': [models.Index(fields=['volunteer', 'status'], name='placements_kit_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('status', 'OUT'), ('ended_on__gte', models.F('issued_on')), _connector='OR'), name='placements_kit_back_has_a_day')],
            },
        ),
        migrations.CreateModel(
            name='KitStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='placements.kit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('reason', models.CharField(choices=[('HURT', 'Hurt or taken ill'), ('MISSING', 'Cannot be found or reached'), ('EVENT', 'A fire or another incident'), ('CHECK', 'Checking that the sheet is right'), ('OUTSIDE', 'An emergency, opened by somebody who does not keep these sheets')], max_length=10)),
                ('words', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('opened_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='people.volunteer')),
            ],
            options={
                'indexes': [models.Index(fields=['by', 'volunteer', 'until_at'], name='placements_opened_by')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at__gt', models.F('opened_at'))), name='placements_opened_for_a_while'), models.CheckConstraint(condition=models.Q(('reviewed_by', models.F('by')), _negated=True), name='placements_reviewed_by_another'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at', None), ('reviewed_by', None)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='placements_reviewed_by_someone')],
            },
        ),
        migrations.CreateModel(
            name='PatternStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='placements.pattern')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PatternTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')])),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('is_optional', models.BooleanField(default=False)),
                ('pattern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='times', to='placements.pattern')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='placements_time_in_order'), models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='placements_day_of_the_week'), models.UniqueConstraint(fields=('pattern', 'weekday', 'starts'), name='placements_time_once')],
            },
        ),
        migrations.CreateModel(
            name='PatternYes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('VOLUNTEER', 'Volunteer'), ('UNIT', 'Unit manager'), ('MVPM', 'Borough MVP Manager')], max_length=10)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pattern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='yeses', to='placements.pattern')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('pattern', 'side'), name='placements_one_yes_a_side')],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('OFFERED', 'Offered'), ('AGREED', 'Agreed'), ('STARTED', 'Started'), ('DECLINED', 'Not taken up'), ('LAPSED', 'No answer came'), ('ENDED', 'Ended')], default='OFFERED', max_length=8)),
                ('weekly_minutes', models.PositiveSmallIntegerField()),
                ('pattern', models.CharField(blank=True, max_length=200)),
                ('reply_by', models.DateField(blank=True, null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('is_loan', models.BooleanField(default=False)),
                ('event', models.CharField(blank=True, max_length=120)),
                ('moved_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='moved_to', to='placements.placement')),
                ('offered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='programme.unit')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='library.profileversion')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='people.volunteer')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['unit', 'status'], name='placements_at_unit')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='placements_placement_in_order'), models.UniqueConstraint(condition=models.Q(('status__in', ['OFFERED', 'AGREED', 'STARTED'])), fields=('volunteer', 'version', 'unit'), name='placements_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('event', ''), ('is_loan', False)), models.Q(('is_loan', True), ('until_on__isnull', False), models.Q(('event', ''), _negated=True)), _connector='OR'), name='placements_loan_has_an_event_and_an_end')],
            },
        ),
        migrations.AddField(
            model_name='pattern',
            name='placement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='patterns', to='placements.placement'),
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('before', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.profileversion')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='library.profileversion')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='placements.placement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('placement', 'version'), name='placements_told_once'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', None)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='placements_confirmed_by_someone')],
            },
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('meets_at', models.DateTimeField()),
                ('host', models.CharField(max_length=120)),
                ('host_phone', models.CharField(blank=True, max_length=40)),
                ('find', models.CharField(blank=True, max_length=300)),
                ('bring', models.CharField(blank=True, max_length=200)),
                ('planned_at', models.DateTimeField()),
                ('planned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='arrival', to='placements.placement')),
            ],
        ),
        migrations.CreateModel(
            name='PlacementStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='placements.placement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Settling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('asked_at', models.DateTimeField()),
                ('going', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('wants_a_call', models.BooleanField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('unit_needs', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('unit_answered_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('placement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='settling', to='placements.placement')),
                ('read_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit_answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('read_at', None), ('read_by', None)), models.Q(('read_at__isnull', False), ('read_by__isnull', False)), _connector='OR'), name='placements_settling_read_by_someone')],
            },
        ),
        migrations.CreateModel(
            name='VehicleStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(choices=[('DRIVES_HERE', 'My insurer knows that I drive to where I volunteer'), ('GIVES_LIFTS', 'My insurer knows that I give lifts'), ('LICENCE', 'Driving licence'), ('UNDERWRITTEN', 'The insurer covers the own car while volunteering')], max_length=12)),
                ('seen_on', models.DateField(blank=True, null=True)),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vehicle_statements', to='people.volunteer')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='placements_vehiclestatement_in_order'), models.UniqueConstraint(fields=('volunteer', 'kind', 'from_on'), name='placements_vehicle_statement_once'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['LICENCE', 'UNDERWRITTEN']), _negated=True), ('seen_on__isnull', False), _connector='OR'), name='placements_vehicle_paper_was_seen')],
            },
        ),
        migrations.CreateModel(
            name='Welcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40)),
                ('side', models.CharField(choices=[('UNIT', 'The unit'), ('VOLUNTEER', 'The volunteer')], default='UNIT', max_length=10)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('done_at', models.DateTimeField()),
                ('done_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='welcomes', to='placements.placement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('placement', 'code', 'side'), name='placements_welcomed_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='pattern',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['SUGGESTED', 'AGREED'])), fields=('placement', 'status'), name='placements_one_pattern_at_a_time'),
        ),
    ]
