from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0001_screenings"),
    ]

    operations = [
        migrations.AddField(
            model_name="registration",
            name="confirmed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="confirmed"),
        ),
        migrations.AddField(
            model_name="registration",
            name="held_until",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="held until"),
        ),
        migrations.AddField(
            model_name="registration",
            name="mailed_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="last mailed for registering"
            ),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                fields=["email"],
                condition=models.Q(confirmed_at=None),
                name="registration_unconfirmed",
            ),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                fields=["held_until"],
                condition=models.Q(confirmed_at=None, cancelled_at=None),
                name="registration_held",
            ),
        ),
    ]
