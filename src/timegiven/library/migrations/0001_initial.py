import django.db.models.deletion
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programme', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ProfileVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('SUBMITTED', 'With the Steering Group'), ('RETURNED', 'Returned with points to answer'), ('REJECTED', 'Rejected'), ('APPROVED', 'Approved'), ('SUPERSEDED', 'Superseded'), ('RETIRED', 'Retired')], default='DRAFT', max_length=12)),
                ('purpose', models.TextField()),
                ('helps_unit', models.TextField(blank=True)),
                ('helps_borough', models.TextField(blank=True)),
                ('helps_volunteer', models.TextField(blank=True)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('usual_times', models.CharField(blank=True, max_length=200)),
                ('skills', models.TextField(blank=True)),
                ('is_obligation', models.BooleanField(default=False)),
                ('is_overtime', models.BooleanField(default=False)),
                ('is_paid_job', models.BooleanField(default=False)),
                ('why_not_obligation', models.TextField(blank=True)),
                ('why_not_overtime', models.TextField(blank=True)),
                ('why_not_paid_job', models.TextField(blank=True)),
                ('vetting_level', models.CharField(choices=[('NPPV1', 'NPPV level 1'), ('NPPV2A', 'NPPV level 2 (abbreviated)'), ('NPPV2F', 'NPPV level 2 (full)'), ('NPPV3', 'NPPV level 3')], default='NPPV2A', max_length=8)),
                ('dbs_check', models.CharField(choices=[('NONE', 'None'), ('BASIC', 'Basic'), ('STANDARD', 'Standard'), ('ENHANCED', 'Enhanced'), ('BARRED', 'Enhanced with barred lists')], default='NONE', max_length=12)),
                ('dbs_reason', models.TextField(blank=True)),
                ('is_public_facing', models.BooleanField(default=False)),
                ('is_lifting', models.BooleanField(default=False)),
                ('is_lone', models.BooleanField(default=False)),
                ('is_off_site', models.BooleanField(default=False)),
                ('needs_aware', models.BooleanField(default=False)),
                ('handles_evidence', models.BooleanField(default=False)),
                ('allows_own_vehicle', models.BooleanField(default=False)),
                ('kit', models.CharField(blank=True, max_length=200)),
                ('dress', models.CharField(blank=True, max_length=200)),
                ('supervisor', models.CharField(blank=True, max_length=120)),
                ('deputy', models.CharField(blank=True, max_length=120)),
                ('least_age', models.PositiveSmallIntegerField(default=16)),
                ('suits_under_18', models.BooleanField(default=True)),
                ('weekly_minutes', models.PositiveSmallIntegerField(default=240)),
                ('wanted', models.PositiveSmallIntegerField(default=1)),
                ('if_nobody_comes', models.TextField(blank=True)),
                ('met_team_on', models.DateField(blank=True, null=True)),
                ('met_team_note', models.TextField(blank=True)),
                ('shadowed_on', models.DateField(blank=True, null=True)),
                ('shadowed_note', models.TextField(blank=True)),
                ('approved_on', models.DateField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('is_ended_for_cause', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='RiskAssessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('assessed_on', models.DateField()),
                ('review_on', models.DateField()),
                ('why_not', models.JSONField(blank=True, default=dict)),
                ('assessed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('copied_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='library.riskassessment')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risk_assessments', to='programme.unit')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risk_assessments', to='library.profileversion')),
            ],
        ),
        migrations.CreateModel(
            name='ReviewNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days_before', models.PositiveSmallIntegerField()),
                ('review_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='library.riskassessment')),
            ],
        ),
        migrations.CreateModel(
            name='Hazard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=160)),
                ('who', models.CharField(max_length=120)),
                ('likelihood', models.PositiveSmallIntegerField()),
                ('severity', models.PositiveSmallIntegerField()),
                ('control', models.CharField(max_length=300)),
                ('further', models.TextField(blank=True)),
                ('marks', models.JSONField(blank=True, default=list)),
                ('residual_likelihood', models.PositiveSmallIntegerField()),
                ('residual_severity', models.PositiveSmallIntegerField()),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hazards', to='library.riskassessment')),
            ],
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('what', models.TextField()),
                ('is_stop', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('reported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='library.profileversion')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='library.riskassessment')),
            ],
        ),
        migrations.CreateModel(
            name='RoleProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('title', models.CharField(max_length=120)),
                ('category', models.CharField(choices=[('ADMIN', 'Office administration'), ('PUBLIC', 'Front counter and public contact'), ('COMMUNITY', 'Community and neighbourhood'), ('CCTV', 'CCTV and monitoring'), ('VICTIMS', 'Victim and witness liaison'), ('RESEARCH', 'Research and analysis'), ('SPECIALIST', 'Specialist and professional'), ('MEDIA', 'Press and media'), ('EVENTS', 'Events and Games')], max_length=12)),
                ('contribution', models.CharField(choices=[('SPECIALIST', 'Specialist skill'), ('TRAINED', 'Trained task'), ('OFFICE', 'General office support')], max_length=12)),
                ('copied_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='library.profileversion')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('strand', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='programme.strand')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='programme.unit')),
            ],
        ),
        migrations.AddField(
            model_name='profileversion',
            name='profile',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='library.roleprofile'),
        ),
        migrations.CreateModel(
            name='RoleTraining',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_training', to='library.profileversion')),
            ],
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('root', models.CharField(max_length=40)),
                ('weight', models.PositiveSmallIntegerField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='search_words', to='library.profileversion')),
            ],
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200)),
                ('is_public_facing', models.BooleanField(default=False)),
                ('is_lifting', models.BooleanField(default=False)),
                ('is_lone', models.BooleanField(default=False)),
                ('is_off_site', models.BooleanField(default=False)),
                ('needs_aware', models.BooleanField(default=False)),
                ('handles_evidence', models.BooleanField(default=False)),
                ('allows_own_vehicle', models.BooleanField(default=False)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='library.profileversion')),
            ],
        ),
        migrations.CreateModel(
            name='TaskRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('task', models.CharField(max_length=200)),
                ('why', models.TextField(blank=True)),
                ('asked_at', models.DateTimeField()),
                ('why_not', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.profileversion')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='task_requests', to='library.profileversion')),
            ],
        ),
        migrations.CreateModel(
            name='VersionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='library.profileversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='View',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('seat', models.CharField(blank=True, choices=[('', 'No seat'), ('CHAIR', 'Chair'), ('MVP_LEAD', 'MVP Lead'), ('STAFF_SIDE', 'Staff side (PCS union)'), ('HR', 'Human Resources'), ('SAFETY', 'Health and Safety'), ('INSURANCE', 'Insurance and risk')], max_length=12)),
                ('answer', models.CharField(choices=[('APPROVE', 'Approve'), ('RETURN', 'Return with points to answer')], max_length=8)),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='views', to='library.profileversion')),
            ],
        ),
        migrations.CreateModel(
            name='CoverNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days_before', models.PositiveSmallIntegerField()),
                ('until_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('cover', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='programme.cover')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cover', 'until_on', 'days_before'), name='library_cover_notice_once')],
            },
        ),
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('what', models.CharField(max_length=300)),
                ('owner', models.CharField(max_length=120)),
                ('due_on', models.DateField()),
                ('done_on', models.DateField(blank=True, null=True)),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('hazard', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='library.hazard')),
            ],
            options={
                'indexes': [models.Index(fields=['done_on', 'due_on'], name='library_action_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('done_by', None), ('done_on', None)), models.Q(('done_by__isnull', False), ('done_on__isnull', False)), _connector='OR'), name='library_action_done_by_someone')],
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('due_on', models.DateField()),
                ('met_on', models.DateField(blank=True, null=True)),
                ('met_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='library.profileversion')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('met_by', None), ('met_on', None)), models.Q(('met_by__isnull', False), ('met_on__isnull', False)), _connector='OR'), name='library_condition_met_by_someone')],
            },
        ),
        migrations.AddIndex(
            model_name='riskassessment',
            index=models.Index(fields=['unit', 'version', 'review_on'], name='library_risk_in_date'),
        ),
        migrations.AddConstraint(
            model_name='riskassessment',
            constraint=models.CheckConstraint(condition=models.Q(('review_on__gte', models.F('assessed_on'))), name='library_review_after_assessment'),
        ),
        migrations.AddConstraint(
            model_name='reviewnotice',
            constraint=models.UniqueConstraint(fields=('assessment', 'review_on', 'days_before'), name='library_notice_once'),
        ),
        migrations.AddConstraint(
            model_name='hazard',
            constraint=models.CheckConstraint(condition=models.Q(('likelihood__range', (1, 5)), ('severity__range', (1, 5)), ('residual_likelihood__range', (1, 5)), ('residual_severity__range', (1, 5))), name='library_hazard_one_to_five'),
        ),
        migrations.AddConstraint(
            model_name='profileversion',
            constraint=models.UniqueConstraint(fields=('profile', 'number'), name='library_version_number'),
        ),
        migrations.AddConstraint(
            model_name='profileversion',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'APPROVED')), fields=('profile',), name='library_one_approved_version'),
        ),
        migrations.AddConstraint(
            model_name='profileversion',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'RETURNED', 'REJECTED', 'RETIRED']), models.Q(('is_obligation', False), ('is_overtime', False), ('is_paid_job', False)), _connector='OR'), name='library_no_job_substitution'),
        ),
        migrations.AddConstraint(
            model_name='profileversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'APPROVED'), _negated=True), ('approved_on__isnull', False), _connector='OR'), name='library_approved_has_a_day'),
        ),
        migrations.AddConstraint(
            model_name='roletraining',
            constraint=models.UniqueConstraint(fields=('version', 'position'), name='library_training_position'),
        ),
        migrations.AddConstraint(
            model_name='searchword',
            constraint=models.UniqueConstraint(fields=('root', 'version'), name='library_search_word_once'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.UniqueConstraint(fields=('version', 'position'), name='library_task_position'),
        ),
        migrations.AddConstraint(
            model_name='taskrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('draft', None), ('why_not', '')), models.Q(('answered_at__isnull', False), models.Q(('draft__isnull', False), models.Q(('why_not', ''), _negated=True), _connector='OR')), _connector='OR'), name='library_request_answered_with_something'),
        ),
        migrations.AddConstraint(
            model_name='view',
            constraint=models.UniqueConstraint(fields=('version', 'round', 'member'), name='library_one_view_each'),
        ),
    ]
