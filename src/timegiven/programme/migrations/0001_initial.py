import django.db.models.deletion
import timegiven.kernel.references
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True)),
                ('title', models.CharField(max_length=160)),
                ('owner', models.CharField(max_length=120)),
                ('marking', models.CharField(default='Not protectively marked', max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name='Strand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name', models.CharField(max_length=80)),
                ('purpose', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=60, unique=True)),
                ('expansion', models.CharField(blank=True, max_length=200)),
                ('meaning', models.TextField()),
                ('source', models.CharField(max_length=200)),
                ('era', models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('FORCE', 'Force'), ('GROUP', 'Business group'), ('BCU', 'Basic Command Unit'), ('BOROUGH', 'Borough'), ('OCU', 'Operational Command Unit'), ('UNIT', 'Unit'), ('STATION', 'Station')], max_length=10)),
                ('path', models.CharField(db_index=True, max_length=120)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('postcode', models.CharField(blank=True, max_length=10)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('borough', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='units', to='programme.unit')),
                ('station', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='housed', to='programme.unit')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='programme_unit_in_order')],
            },
        ),
        migrations.CreateModel(
            name='ReportingLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reports_to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines_from_below', to='programme.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='programme.unit')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='programme_reportingline_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('issued_on', models.DateField()),
                ('review_on', models.DateField()),
                ('body', models.TextField()),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='programme.document')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='programme_edition_number')],
            },
        ),
        migrations.CreateModel(
            name='PolicyValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('from_on', models.DateField()),
                ('value', models.JSONField()),
                ('decided_by', models.CharField(max_length=120)),
                ('source', models.CharField(max_length=300)),
                ('strand', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='programme.strand')),
            ],
            options={
                'indexes': [models.Index(fields=['name', 'from_on'], name='programme_policy_newest')],
                'constraints': [models.UniqueConstraint(fields=('name', 'strand', 'from_on'), name='programme_policy_once'), models.UniqueConstraint(condition=models.Q(('strand', None)), fields=('name', 'from_on'), name='programme_policy_for_all_once')],
            },
        ),
        migrations.CreateModel(
            name='Cover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(choices=[('EMPLOYERS', 'Employers’ liability'), ('PUBLIC', 'Public liability'), ('ACCIDENT', 'Personal accident'), ('OFF_SITE', 'Visits and tasks away from police buildings'), ('VEHICLE', 'Own vehicle (motor contingent liability)')], max_length=10)),
                ('what', models.CharField(blank=True, max_length=300)),
                ('insurer', models.CharField(blank=True, max_length=120)),
                ('certificate', models.CharField(max_length=60)),
                ('strand', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cover', to='programme.strand')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['strand', 'kind', 'until_on'], name='programme_cover_in_force')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='programme_cover_in_order'), models.CheckConstraint(condition=models.Q(('certificate', ''), _negated=True), name='programme_cover_has_certificate'), models.UniqueConstraint(fields=('strand', 'kind', 'certificate'), name='programme_cover_once')],
            },
        ),
    ]
