import timegiven.kernel.references
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('template', models.CharField(max_length=80)),
                ('recipient', models.CharField(blank=True, db_index=True, max_length=10)),
                ('office', models.CharField(blank=True, db_index=True, max_length=10)),
                ('to_name', models.CharField(max_length=200)),
                ('to_email', models.EmailField(blank=True, max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('html', models.TextField()),
                ('calendar', models.TextField(blank=True)),
                ('owed_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('status', models.CharField(choices=[('OWED', 'To be sent'), ('SENT', 'Sent'), ('FAILED', 'Could not be sent'), ('TO_PRINT', 'To be printed and posted'), ('PRINTED', 'Printed')], default='OWED', max_length=10)),
            ],
            options={
                'indexes': [models.Index(fields=['status', 'owed_at'], name='letters_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['OWED', 'SENT', 'FAILED']), ('to_email', ''), _negated=True), name='letters_mail_has_address')],
            },
        ),
        migrations.CreateModel(
            name='TextMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('recipient', models.CharField(blank=True, db_index=True, max_length=10)),
                ('to_name', models.CharField(max_length=200)),
                ('to_phone', models.CharField(max_length=30)),
                ('text', models.CharField(max_length=160)),
                ('owed_at', models.DateTimeField()),
                ('not_before', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('status', models.CharField(choices=[('OWED', 'To be sent'), ('SENT', 'Sent'), ('FAILED', 'Could not be sent')], default='OWED', max_length=10)),
            ],
            options={
                'indexes': [models.Index(fields=['status', 'not_before'], name='letters_texts_waiting')],
            },
        ),
    ]
