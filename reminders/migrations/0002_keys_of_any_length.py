from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reminders", "0001_outbox")]

    operations = [
        migrations.AlterField(
            model_name="reminder", name="key", field=models.TextField(unique=True, verbose_name="key")
        ),
    ]
