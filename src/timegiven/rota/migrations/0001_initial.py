import django.db.models.deletion
import timegiven.kernel.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('library', '0001_initial'),
        ('placements', '0001_initial'),
        ('programme', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('link_digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feed', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('places', models.PositiveSmallIntegerField(default=1)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('why_cancelled', models.CharField(blank=True, max_length=200)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='programme.unit')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='library.profileversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', timegiven.kernel.references.ReferenceField(default=timegiven.kernel.references.new_reference, editable=False, max_length=10, unique=True)),
                ('status', models.CharField(choices=[('OPEN', 'Offered'), ('ACCEPTED', 'Accepted'), ('DECLINED', 'Not this time'), ('RELEASED', 'Released'), ('LAPSED', 'Time passed'), ('GIVEN', 'Time given')], default='OPEN', max_length=8)),
                ('offered_at', models.DateTimeField()),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='rota.duty')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='placements.placement')),
            ],
        ),
        migrations.CreateModel(
            name='OfferStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='rota.offer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(fields=['unit', 'starts_at'], name='rota_at_unit'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='rota_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('places__gte', 1)), name='rota_has_a_place'),
        ),
        migrations.AddIndex(
            model_name='offer',
            index=models.Index(fields=['person', 'status'], name='rota_offers_of'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.UniqueConstraint(fields=('duty', 'placement'), name='rota_offered_once'),
        ),
    ]
