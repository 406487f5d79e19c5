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
        ('placements', '0001_initial'),
        ('rota', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
            name='SessionReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('feeling', models.CharField(blank=True, choices=[('GOOD', 'It went well'), ('MIXED', 'Some of it went well'), ('HARD', 'It was difficult')], max_length=6)),
                ('how_it_went', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('something_else', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('anything_else', timegiven.kernel.encrypted.EncryptedText(blank=True)),
                ('reported_at', models.DateTimeField()),
                ('why_corrected', models.CharField(blank=True, max_length=200)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='report', to='hours.entry')),
                ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='rota.offer')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='placements.placement')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='attendance.sessionreport')),
                ('reported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tasks', models.ManyToManyField(related_name='reports', to='library.task')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['person', 'starts_at'], name='attendance_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='attendance_ends_after_start')],
            },
        ),
    ]
