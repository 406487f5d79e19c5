import django.db.models.deletion
import timegiven.joining.models.equality
import timegiven.kernel.encrypted
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('library', '0001_initial'),
        ('people', '__first__'),
        ('programme', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('ASKED', 'Being looked at again'), ('UPHELD', 'Decided for the applicant'), ('DISMISSED', 'The first answer stands'), ('WITHDRAWN', 'Taken back')], default='ASKED', max_length=10)),
                ('asked_on', models.DateField()),
                ('answer_by_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='AppealStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.appeal')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('REGISTERED', 'Interest registered'), ('APPLIED', 'Applied'), ('INTERVIEWED', 'Interviewed'), ('VETTING', 'Security check under way'), ('VETTED', 'Security check passed'), ('APPROVED', 'Taken on'), ('DECLINED', 'Not taken on'), ('WITHDRAWN', 'Withdrawn'), ('SET_ASIDE', 'Kept under another record')], default='REGISTERED', max_length=12)),
                ('resume_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('resume_expires_at', models.DateTimeField(blank=True, null=True)),
                ('saved', models.JSONField(blank=True, default=list)),
                ('motivations', models.JSONField(blank=True, default=list)),
                ('about', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('skills', models.JSONField(blank=True, default=list)),
                ('languages', models.JSONField(blank=True, default=list)),
                ('availability', models.JSONField(blank=True, default=list)),
                ('how_often', models.CharField(blank=True, max_length=10)),
                ('travel', models.JSONField(blank=True, default=list)),
                ('adult_here', models.CharField(blank=True, max_length=160)),
                ('vehicle_said_on', models.DateField(blank=True, null=True)),
                ('what_would_help', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('vetting_level', models.CharField(blank=True, choices=[('NPPV1', 'NPPV level 1'), ('NPPV2A', 'NPPV level 2 (abbreviated)'), ('NPPV2F', 'NPPV level 2 (full)'), ('NPPV3', 'NPPV level 3')], max_length=8)),
                ('references_asked', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('interview_at', models.DateTimeField(blank=True, null=True)),
                ('interview_notes', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('registered_at', models.DateTimeField()),
                ('since', models.DateTimeField(blank=True, null=True)),
                ('borough', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='programme.unit')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to=settings.AUTH_USER_MODEL)),
                ('profile', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='library.roleprofile')),
                ('strand', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='programme.strand')),
            ],
            options={
                'indexes': [models.Index(fields=['borough', 'status', 'since'], name='joining_of_borough'), models.Index(fields=['status', 'since'], name='joining_at_stage')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['REGISTERED', 'APPLIED', 'INTERVIEWED', 'VETTING', 'VETTED'])), fields=('person',), name='joining_one_open_application')],
            },
        ),
        migrations.CreateModel(
            name='ApplicationStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.application')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('act', models.CharField(choices=[('SEND', 'Send to the vetting office'), ('TAKE_ON', 'Take on as volunteers'), ('DECLINE', 'Do not take on')], max_length=8)),
                ('status', models.CharField(choices=[('WAITING', 'Can be undone'), ('DONE', 'Done'), ('UNDONE', 'Undone')], default='WAITING', max_length=8)),
                ('due_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['status', 'due_at'], name='joining_batches_due')],
            },
        ),
        migrations.CreateModel(
            name='BatchItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('refused', models.TextField(blank=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='batch_items', to='joining.application')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='joining.batch')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('batch', 'application'), name='joining_once_in_a_batch')],
            },
        ),
        migrations.CreateModel(
            name='BatchStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.batch')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Clearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('level', models.CharField(choices=[('NPPV1', 'NPPV level 1'), ('NPPV2A', 'NPPV level 2 (abbreviated)'), ('NPPV2F', 'NPPV level 2 (full)'), ('NPPV3', 'NPPV level 3')], max_length=8)),
                ('outcome', models.CharField(choices=[('CLEARED', 'Cleared'), ('REFUSED', 'Not cleared')], max_length=8)),
                ('office_reference', models.CharField(max_length=40)),
                ('decided_at', models.DateTimeField()),
                ('is_on_hold', models.BooleanField(default=False)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended', models.CharField(blank=True, choices=[('EXPIRED', 'Its time was over'), ('NOT_NEEDED', 'No longer needed'), ('TAKEN_BACK', 'Taken back by the vetting office')], max_length=10)),
                ('appeal_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('appeal_by_on', models.DateField(blank=True, null=True)),
                ('application', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to='joining.application')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['person', 'outcome', 'until_on'], name='joining_cleared'), models.Index(fields=['outcome', 'ended', 'until_on'], name='joining_clearance_ends')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='joining_clearance_in_order'), models.CheckConstraint(condition=models.Q(('outcome', 'REFUSED'), ('until_on__isnull', False), _connector='OR'), name='joining_clearance_expires')],
            },
        ),
        migrations.AddField(
            model_name='appeal',
            name='refusal',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='appeal', to='joining.clearance'),
        ),
        migrations.CreateModel(
            name='ClearanceNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days_before', models.PositiveSmallIntegerField()),
                ('until_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('clearance', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='joining.clearance')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('clearance', 'until_on', 'days_before'), name='joining_notice_once')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('NAMED', 'Not asked yet'), ('ASKED', 'Asked'), ('GIVEN', 'Agreed'), ('REFUSED', 'Did not agree'), ('REPLACED', 'Not asked any more')], default='NAMED', max_length=8)),
                ('name', models.CharField(max_length=160)),
                ('relationship', models.CharField(max_length=80)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('link_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('link_expires_at', models.DateTimeField(blank=True, null=True)),
                ('asked_at', models.DateTimeField(blank=True, null=True)),
                ('typed_name', models.CharField(blank=True, max_length=160)),
                ('adult_name', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('adult_phone', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='joining.application')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['NAMED', 'ASKED', 'GIVEN'])), fields=('application',), name='joining_one_guardian_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'GIVEN'), _negated=True), models.Q(('typed_name', ''), _negated=True), _connector='OR'), name='joining_consent_is_signed')],
            },
        ),
        migrations.CreateModel(
            name='ConsentStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.consent')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Declaration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('declared_at', models.DateTimeField()),
                ('health', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('health_read_at', models.DateTimeField(blank=True, null=True)),
                ('convictions', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('finance', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declarations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'declared_at'], name='joining_declared')],
            },
        ),
        migrations.CreateModel(
            name='EditionNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'edition'), name='joining_told_once')],
            },
        ),
        migrations.CreateModel(
            name='EqualityAnswer',
            fields=[
                ('id', models.BigIntegerField(default=timegiven.joining.models.equality._anywhere, editable=False, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('age', models.CharField(blank=True, max_length=8)),
                ('sex', models.CharField(blank=True, max_length=8)),
                ('gender_as_registered', models.CharField(blank=True, max_length=8)),
                ('ethnicity', models.CharField(blank=True, max_length=8)),
                ('religion', models.CharField(blank=True, max_length=12)),
                ('orientation', models.CharField(blank=True, max_length=12)),
                ('disability', models.CharField(blank=True, max_length=8)),
                ('strand', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.strand')),
            ],
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('score', models.PositiveSmallIntegerField()),
                ('status', models.CharField(choices=[('FOUND', 'To be looked at'), ('SAME', 'The same person'), ('DIFFERENT', 'Two people')], default='FOUND', max_length=10)),
                ('found_at', models.DateTimeField()),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['status', '-score'], name='joining_likenesses')],
                'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='joining_likeness_once'), models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='joining_likeness_in_order')],
            },
        ),
        migrations.CreateModel(
            name='LikenessStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.likeness')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MatchKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.BigIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='match_keys', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'person'), name='joining_match_key_once')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(choices=[('INTERVIEW', 'Friendly interview'), ('UNIT', 'Meeting at the unit')], max_length=10)),
                ('status', models.CharField(choices=[('BOOKED', 'Arranged'), ('MOVED', 'Moved to another time'), ('CANCELLED', 'Cancelled')], default='BOOKED', max_length=10)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('place', models.CharField(max_length=200)),
                ('with_whom', models.CharField(max_length=200)),
                ('is_reminded', models.BooleanField(default=False)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='joining.application')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
            ],
        ),
        migrations.CreateModel(
            name='MeetingStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.meeting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('filled', models.JSONField(blank=True, default=list)),
                ('set_aside', models.JSONField(blank=True, default=dict)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('likeness', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='joining.likeness')),
                ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('merged',), name='joining_merged_into_one_at_a_time'), models.CheckConstraint(condition=models.Q(('kept', models.F('merged')), _negated=True), name='joining_merge_of_two')],
            },
        ),
        migrations.CreateModel(
            name='MergedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=80)),
                ('field', models.CharField(max_length=80)),
                ('row', models.BigIntegerField()),
                ('merge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='joining.merge')),
            ],
        ),
        migrations.CreateModel(
            name='NameKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letters', models.BinaryField(max_length=400)),
                ('name', models.CharField(max_length=160)),
                ('borough', models.CharField(blank=True, max_length=120)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='name_keys', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'letters', 'person'], name='joining_names')],
            },
        ),
        migrations.CreateModel(
            name='Pass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('ASKED', 'Asked for'), ('READY', 'Ready to collect'), ('ISSUED', 'In force'), ('LOST', 'Reported lost or stolen'), ('RECALLED', 'To be returned'), ('EXPIRED', 'Out of date'), ('RETURNED', 'Returned'), ('CANCELLED', 'Cancelled')], default='ASKED', max_length=10)),
                ('number', models.CharField(blank=True, max_length=20)),
                ('check_code', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('check_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('borough', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['status', 'until_on'], name='joining_passes_ending')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='joining_pass_in_order'), models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('number',), name='joining_pass_number'), models.UniqueConstraint(condition=models.Q(('status__in', ['ASKED', 'READY', 'ISSUED'])), fields=('person',), name='joining_one_pass_each')],
            },
        ),
        migrations.CreateModel(
            name='PassStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.pass')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('sealed', timegiven.kernel.encrypted.SealedBytes()),
                ('kept_at', models.DateTimeField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pass_photo', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Reference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('NAMED', 'Not asked yet'), ('ASKED', 'Asked'), ('GIVEN', 'Answered'), ('DECLINED', 'Could not answer'), ('REPLACED', 'Not asked any more')], default='NAMED', max_length=8)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('name', models.CharField(max_length=160)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('known_as_what', models.CharField(max_length=120)),
                ('link_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('link_expires_at', models.DateTimeField(blank=True, null=True)),
                ('asked_at', models.DateTimeField(blank=True, null=True)),
                ('reminders', models.PositiveSmallIntegerField(default=0)),
                ('answers', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('discussion', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('is_satisfactory', models.BooleanField(blank=True, null=True)),
                ('application', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='references', to='joining.application')),
                ('judged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['status', 'asked_at'], name='joining_references_waiting'), models.Index(fields=['application', 'status', 'is_satisfactory'], name='joining_references_of'), models.Index(condition=models.Q(('is_satisfactory', None), ('status', 'GIVEN')), fields=['status', 'application'], name='joining_references_to_read')],
                'constraints': [models.CheckConstraint(condition=models.Q(('is_satisfactory', None), models.Q(('judged_by__isnull', False), ('status', 'GIVEN')), _connector='OR'), name='joining_judged_when_given')],
            },
        ),
        migrations.CreateModel(
            name='ReferenceStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.reference')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('occasion', models.CharField(choices=[('DECLARED', 'Something was declared'), ('ANNUAL', 'Yearly look')], max_length=8)),
                ('status', models.CharField(choices=[('OPEN', 'Being looked at again'), ('KEPT', 'The clearance stands'), ('ENDED', 'The clearance was ended')], default='OPEN', max_length=5)),
                ('opened_on', models.DateField()),
                ('due_on', models.DateField()),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('clearance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='joining.clearance')),
                ('declaration', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='review', to='joining.declaration')),
            ],
            options={
                'indexes': [models.Index(fields=['status', 'due_on'], name='joining_reviews_open')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('occasion', 'ANNUAL')), fields=('clearance', 'opened_on'), name='joining_yearly_look_once')],
            },
        ),
        migrations.CreateModel(
            name='ReviewStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='joining.review')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RightToVolunteer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('evidence', models.CharField(choices=[('PASSPORT', 'British or Irish passport'), ('BIRTH', 'British birth certificate and a letter with their name'), ('SETTLED', 'Settled or pre-settled status (share code)'), ('VISA', 'Visa or residence permit that allows volunteering'), ('ASYLUM', 'Application registration card of somebody seeking asylum'), ('OTHER', 'Another document')], max_length=8)),
                ('conditions', models.CharField(blank=True, max_length=200)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('checked_on', models.DateField()),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rights_to_volunteer', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['person', '-checked_on'], name='joining_right_newest')],
            },
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('place', models.CharField(max_length=200)),
                ('is_withdrawn', models.BooleanField(default=False)),
                ('borough', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['borough', 'starts_at'], name='joining_slots_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='joining_slot_ends_later'), models.UniqueConstraint(condition=models.Q(('is_withdrawn', False)), fields=('published_by', 'starts_at'), name='joining_one_slot_at_a_time')],
            },
        ),
        migrations.AddField(
            model_name='meeting',
            name='slot',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='joining.slot'),
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('accepted_at', models.DateTimeField()),
                ('typed_name', models.CharField(max_length=160)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='programme.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'edition'), name='joining_agreed_once')],
            },
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['status', 'starts_at'], name='joining_meetings_due'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'BOOKED')), fields=('slot',), name='joining_one_meeting_in_a_slot'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'BOOKED')), fields=('application', 'kind'), name='joining_one_meeting_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='joining_meeting_ends_later'),
        ),
    ]
