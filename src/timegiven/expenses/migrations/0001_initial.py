import django.db.models.deletion
import timegiven.kernel.encrypted
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('attendance', '0001_initial'),
        ('people', '0001_initial'),
        ('people', '__first__'),
        ('placements', '0001_initial'),
        ('programme', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='BankAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('name', timegiven.kernel.encrypted.EncryptedText()),
                ('sort_code', timegiven.kernel.encrypted.EncryptedText()),
                ('number', timegiven.kernel.encrypted.EncryptedText()),
                ('changed_at', models.DateTimeField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='bank_account', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('OPEN', 'To be paid'), ('SETTLED', 'Settled'), ('TAKEN_BACK', 'Taken back')], default='OPEN', max_length=10)),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('pence', models.PositiveBigIntegerField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='BatchStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='expenses.batch')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('on', models.DateField()),
                ('status', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'With the MVP Manager'), ('SECOND', 'For a second look'), ('APPROVED', 'Approved'), ('BATCHED', 'With Finance'), ('PAID', 'Paid'), ('BOUNCED', 'Could not be paid'), ('RETURNED', 'Returned with a question'), ('REFUSED', 'Not approved'), ('WITHDRAWN', 'Withdrawn')], default='DRAFT', max_length=10)),
                ('pence', models.PositiveIntegerField(default=0)),
                ('begun_at', models.DateTimeField()),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('is_signed', models.BooleanField(default=False)),
                ('answer', models.CharField(blank=True, max_length=500)),
                ('borough', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='programme.unit')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('typed_in_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='attendance.sessionreport')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='people.volunteer')),
            ],
        ),
        migrations.CreateModel(
            name='ClaimStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='expenses.claim')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CostAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(choices=[('FARES', 'Fares'), ('MILEAGE', 'Miles to get there and back'), ('DUTY', 'Driving for the role itself'), ('CARE', 'Care for a child or another dependant'), ('OTHER', 'Something else')], max_length=8)),
                ('status', models.CharField(choices=[('ASKED', 'Asked for'), ('AGREED', 'Agreed'), ('NOT_AGREED', 'Not agreed'), ('ENDED', 'Ended')], default='ASKED', max_length=10)),
                ('what', models.CharField(max_length=200)),
                ('vehicle', models.CharField(blank=True, choices=[('CAR', 'Car or van'), ('MOTORCYCLE', 'Motorcycle'), ('BICYCLE', 'Bicycle')], max_length=10)),
                ('most_tenths', models.PositiveIntegerField(blank=True, null=True)),
                ('most_pence', models.PositiveIntegerField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='costs_agreed', to='placements.placement')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='costs_agreed', to='people.volunteer')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['placement', 'status'], name='expenses_agreed_for')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='expenses_costagreement_in_order'), models.CheckConstraint(condition=models.Q(('kind__in', ['MILEAGE', 'DUTY']), ('vehicle', ''), _connector='XOR'), name='expenses_miles_have_a_vehicle'), models.CheckConstraint(condition=models.Q(('placement__isnull', False), models.Q(('until_on__isnull', False), models.Q(('kind', 'DUTY'), _negated=True)), _connector='OR'), name='expenses_one_day_without_a_placement')],
            },
        ),
        migrations.AddField(
            model_name='claim',
            name='agreed',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='expenses.costagreement'),
        ),
        migrations.CreateModel(
            name='CostAgreementStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='expenses.costagreement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(choices=[('MEAL', 'Meal'), ('FARES', 'Fares'), ('MILEAGE', 'Miles there and back'), ('DUTY', 'Driving for the role'), ('CARE', 'Care'), ('OTHER', 'Something else'), ('TOP_UP', 'Top-up for miles')], max_length=8)),
                ('what', models.CharField(blank=True, max_length=200)),
                ('spent_pence', models.PositiveIntegerField(blank=True, null=True)),
                ('foreign', models.CharField(blank=True, max_length=60)),
                ('vehicle', models.CharField(blank=True, choices=[('CAR', 'Car or van'), ('MOTORCYCLE', 'Motorcycle'), ('BICYCLE', 'Bicycle')], max_length=10)),
                ('tenths', models.PositiveIntegerField(blank=True, null=True)),
                ('reckoning', models.CharField(blank=True, max_length=120)),
                ('pence', models.PositiveIntegerField()),
                ('is_counted', models.BooleanField(default=True)),
                ('left_out_why', models.CharField(blank=True, max_length=200)),
                ('agreed', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='expenses.costagreement')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='expenses.claim')),
                ('report', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attendance.sessionreport')),
                ('tops_up', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='top_ups', to='expenses.line')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('spent_pence', None), ('pence__lte', models.F('spent_pence')), _connector='OR'), name='expenses_never_above_the_receipt'), models.CheckConstraint(condition=models.Q(('kind__in', ['MILEAGE', 'DUTY', 'TOP_UP']), ('spent_pence__gt', 0), _connector='OR'), name='expenses_never_without_a_cost'), models.UniqueConstraint(condition=models.Q(('is_counted', True), ('kind', 'MEAL')), fields=('report',), name='expenses_one_meal_a_session')],
            },
        ),
        migrations.CreateModel(
            name='MilesElsewhere',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('miles', models.PositiveIntegerField()),
                ('said_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='miles_elsewhere', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'year'), name='expenses_miles_once_a_year')],
            },
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('pence', models.PositiveIntegerField()),
                ('outcome', models.CharField(blank=True, choices=[('', 'Not known yet'), ('PAID', 'Paid'), ('BOUNCED', 'Could not be paid'), ('TAKEN_BACK', 'Taken back')], default='', max_length=10)),
                ('why', models.CharField(blank=True, max_length=200)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='expenses.batch')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='expenses.claim')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome__in', ['', 'PAID'])), fields=('claim',), name='expenses_paid_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(max_length=20)),
                ('sealed', timegiven.kernel.encrypted.SealedBytes()),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('kept_at', models.DateTimeField()),
                ('line', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='receipt', to='expenses.line')),
            ],
        ),
        migrations.CreateModel(
            name='SignedPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(max_length=20)),
                ('sealed', timegiven.kernel.encrypted.SealedBytes()),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('kept_at', models.DateTimeField()),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='expenses.claim')),
                ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(fields=['borough', 'status'], name='expenses_of_borough'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('typed_in_by__isnull', False)), fields=['-submitted_at'], name='expenses_typed_in'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'DRAFT')), fields=('report',), name='expenses_one_draft_for_a_session'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'DRAFT')), fields=('agreed',), name='expenses_one_draft_for_a_day'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('report__isnull', True), ('agreed__isnull', True), _connector='XOR'), name='expenses_for_a_session_or_a_day'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('is_signed', False), ('typed_in_by__isnull', False), _connector='OR'), name='expenses_signed_where_typed_in'),
        ),
    ]
