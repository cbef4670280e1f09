import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.TextField(unique=True, verbose_name="key")),
                ("kind", models.CharField(max_length=60, verbose_name="kind")),
                (
                    "subject",
                    models.CharField(
                        help_text="What it is about: model label and key, such as screenings.showing:12",
                        max_length=100,
                        verbose_name="subject",
                    ),
                ),
                ("recipient", models.EmailField(max_length=254, verbose_name="to")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                ("time_zone", models.CharField(default="UTC", max_length=60, verbose_name="time zone")),
                (
                    "data",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What its text needs in addition to the subject.",
                        verbose_name="data",
                    ),
                ),
                (
                    "secret",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="Codes and links that only its recipient may read. Emptied when the message is sent, failed or cancelled.",
                        verbose_name="secret",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="due")),
                (
                    "expires_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="After this it is no longer useful and is not sent.",
                        null=True,
                        verbose_name="expires",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "waiting"),
                            ("sending", "sending"),
                            ("sent", "sent"),
                            ("failed", "failed"),
                            ("cancelled", "cancelled"),
                        ],
                        default="pending",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                (
                    "fruitless_claims",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="claims in a row without an answer from the mail server"
                    ),
                ),
                ("claimed_at", models.DateTimeField(blank=True, null=True, verbose_name="claimed")),
                ("leased_until", models.DateTimeField(blank=True, null=True, verbose_name="leased until")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("last_error", models.TextField(blank=True, verbose_name="last error")),
                (
                    "message_id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="message id"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="owed since")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reminders",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "reminder",
                "verbose_name_plural": "reminders",
                "ordering": ("due_at", "pk"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["pending", "sending"])),
                        fields=["due_at", "id"],
                        name="reminder_unsettled",
                    ),
                    models.Index(
                        condition=models.Q(("expires_at__isnull", False), ("status", "pending")),
                        fields=["expires_at"],
                        name="reminder_expiring",
                    ),
                    models.Index(fields=["subject"], name="reminder_subject"),
                    models.Index(
                        condition=models.Q(("status", "failed")), fields=["-due_at"], name="reminder_failed"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "sent"), _negated=True),
                            ("sent_at__isnull", False),
                            _connector="OR",
                        ),
                        name="reminder_sent_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "sending"), _negated=True),
                            ("claimed_at__isnull", False),
                            _connector="OR",
                        ),
                        name="reminder_sending_is_claimed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("secret", {}),
                            models.Q(("expires_at__isnull", False), ("status__in", ["pending", "sending"])),
                            _connector="OR",
                        ),
                        name="reminder_secret_is_short_lived",
                    ),
                ],
            },
        ),
    ]
