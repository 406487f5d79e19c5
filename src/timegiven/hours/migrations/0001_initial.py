import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import timegiven.hours.models.totals
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '__first__'),
        ('programme', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('starts_on', models.DateField(unique=True)),
                ('closed_at', models.DateTimeField()),
                ('minutes', models.BigIntegerField()),
                ('entries', models.PositiveIntegerField()),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Month',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('minutes', models.PositiveIntegerField(default=0)),
                ('cap_minutes', models.PositiveIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='months', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'starts_on'), name='hours_one_month'), models.CheckConstraint(condition=models.Q(('minutes__lte', models.F('cap_minutes'))), name='hours_month_within_cap')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('on', models.DateField()),
                ('minutes', models.IntegerField()),
                ('kind', models.CharField(choices=[('SESSION', 'Session'), ('TRAINING', 'Training'), ('SUPERVISION', 'Supervision'), ('MEETING', 'Meeting'), ('TRAVEL', 'Travel')], max_length=12)),
                ('source', models.CharField(max_length=10)),
                ('profile', models.CharField(blank=True, max_length=10)),
                ('at', models.DateTimeField()),
                ('is_after_closing', models.BooleanField(default=False)),
                ('why', models.CharField(blank=True, max_length=200)),
                ('borough', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='time_given', to=settings.AUTH_USER_MODEL)),
                ('strand', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.strand')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('month', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='hours.month')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'on'], include=('minutes',), name='hours_of_person'), models.Index(fields=['on', 'borough'], include=('minutes',), name='hours_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes', 0), _negated=True), name='hours_entry_moves_something'), models.CheckConstraint(condition=models.Q(('is_after_closing', False), models.Q(('why', ''), _negated=True), _connector='OR'), name='hours_a_closed_month_changes_for_a_reason'), models.UniqueConstraint(condition=models.Q(('minutes__gt', 0)), fields=('source', 'kind'), name='hours_a_source_gives_once')],
            },
        ),
        migrations.CreateModel(
            name='Total',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('minutes', models.BigIntegerField(default=0)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('line', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Concat(timegiven.hours.models.totals._YearAndMonth(models.F('starts_on')), models.Value(' '), django.db.models.functions.comparison.Cast('borough_id', models.TextField()), models.Value(' '), django.db.models.functions.comparison.Cast('strand_id', models.TextField()), models.Value(' '), django.db.models.functions.comparison.Cast('minutes', models.TextField()), output_field=models.TextField()), output_field=models.TextField())),
                ('borough', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.unit')),
                ('strand', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.strand')),
            ],
            options={
                'indexes': [models.Index(fields=['starts_on', 'line'], name='hours_totals_by_month')],
                'constraints': [models.UniqueConstraint(fields=('borough', 'strand', 'starts_on'), name='hours_one_total')],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('starts_on', models.DateField()),
                ('cap_minutes', models.PositiveIntegerField()),
                ('why', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to=settings.AUTH_USER_MODEL)),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'starts_on', 'cap_minutes'], name='hours_signed_for')],
            },
        ),
    ]
