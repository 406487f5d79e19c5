import django.db.models.deletion
import timegiven.kernel.references
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Bundle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.CharField(max_length=10)),
            ],
        ),
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
                ('not_before', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('status', models.CharField(choices=[('OWED', 'To be sent'), ('LEAVING', 'Being sent'), ('SENT', 'Sent'), ('FAILED', 'Could not be sent'), ('TO_PRINT', 'To be printed and posted'), ('PRINTED', 'Posted'), ('OVERTAKEN', 'Not needed any more')], default='OWED', max_length=10)),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('overtaken_at', models.DateTimeField(blank=True, null=True)),
                ('why_overtaken', models.CharField(blank=True, max_length=200)),
                ('bundle', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='letters', to='letters.bundle')),
            ],
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
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thing', models.CharField(db_index=True, max_length=10)),
                ('is_off', models.BooleanField(default=False)),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topics', to='letters.letter')),
            ],
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['status', 'owed_at'], name='letters_waiting'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['OWED', 'LEAVING', 'SENT', 'FAILED']), ('to_email', ''), _negated=True), name='letters_mail_has_address'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('overtaken_at__isnull', False), ('status', 'OVERTAKEN'), models.Q(('why_overtaken', ''), _negated=True)), models.Q(models.Q(('status', 'OVERTAKEN'), _negated=True), ('overtaken_at', None), ('why_overtaken', '')), _connector='OR'), name='letters_overtaken_by_something'),
        ),
    ]
