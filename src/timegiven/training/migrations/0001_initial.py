import django.db.models.deletion
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('library', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, unique=True)),
                ('title', models.CharField(max_length=120)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('valid_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('needed_for', models.CharField(choices=[('ALL', 'Everyone'), ('LIFTING', 'Roles that lift'), ('PUBLIC', 'Roles that meet the public'), ('AWARE', 'Roles that use AWARE'), ('PROFILE', 'Roles that name it')], max_length=8)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='training_takes_time')],
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
    ]
