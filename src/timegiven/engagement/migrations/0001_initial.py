import django.db.models.deletion
import timegiven.kernel.encrypted
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(choices=[('HOURS', 'hours given'), ('YEARS', 'years with us')], max_length=6)),
                ('number', models.PositiveIntegerField()),
                ('status', models.CharField(choices=[('NOTICED', 'To be thanked'), ('THANKED', 'Thanked'), ('LET_BE', 'Let be')], default='NOTICED', max_length=8)),
                ('noticed_at', models.DateTimeField()),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='people.volunteer')),
            ],
            options={
                'indexes': [models.Index(fields=['status', 'volunteer'], name='engagement_to_thank')],
                'constraints': [models.UniqueConstraint(fields=('volunteer', 'kind', 'number'), name='engagement_milestone_once')],
            },
        ),
        migrations.CreateModel(
            name='MilestoneStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='engagement.milestone')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Proof',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('code_digest', models.CharField(max_length=64, unique=True)),
                ('name', timegiven.kernel.encrypted.EncryptedText()),
                ('minutes', timegiven.kernel.encrypted.EncryptedText()),
                ('made_on', models.DateField()),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proofs', to='people.volunteer')),
            ],
        ),
    ]
