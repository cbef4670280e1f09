import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.math
import django.db.models.functions.text
import django.db.models.lookups
import djmoney.models.fields
import djmoney.models.validators
from django.conf import settings
from django.db import migrations, models

import licensing.models.buyers.institutions
import licensing.models.licences.feeds
import licensing.models.licences.masters
import licensing.models.sales.invoices
import licensing.models.uploads
import licensing.terms.royalties.channels
import licensing.terms.royalties.recouping
import licensing.typesetting.printing
import wording.bounds
import wording.codes
import wording.one_line
import wording.translations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalog", "0002_catalogue"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Invoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                ("due_on", models.DateField(verbose_name="due on")),
                (
                    "total_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "total",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="total"),
                ),
                ("snapshot", models.JSONField(verbose_name="what it says")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
            ],
            options={
                "verbose_name": "invoice",
                "verbose_name_plural": "invoices",
                "ordering": ("-issued_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, unique=True, verbose_name="series")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="last number")),
            ],
            options={
                "verbose_name": "number series",
                "verbose_name_plural": "number series",
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="AcceptancePolicy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        help_text="Empty: every tier without a row of its own.",
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                ("currency", models.CharField(default="USD", max_length=3, verbose_name="currency")),
                (
                    "up_to",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="The total of an order, inclusive. Empty: any amount.",
                        max_digits=12,
                        null=True,
                        verbose_name="for orders up to",
                    ),
                ),
                (
                    "at_once",
                    models.BooleanField(
                        default=False,
                        help_text="Otherwise the order waits for the office.",
                        verbose_name="accept at once",
                    ),
                ),
                (
                    "after_report_at_once",
                    models.BooleanField(
                        default=False,
                        help_text="What a report makes due is invoiced as soon as it is recorded, if the report is as its licence allows. Otherwise it waits for the office.",
                        verbose_name="invoice at once after a report",
                    ),
                ),
                (
                    "net_days",
                    models.PositiveSmallIntegerField(
                        default=30, verbose_name="days until the invoice is due"
                    ),
                ),
                (
                    "most_unpaid",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="By one institution, this order included. More than this stops the next acceptance. Empty: no limit.",
                        max_digits=12,
                        null=True,
                        verbose_name="maximum unpaid amount",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule for accepting orders",
                "verbose_name_plural": "rules for accepting orders",
                "ordering": ("tier", "currency", models.OrderBy(models.F("up_to"), nulls_last=True)),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tier", "currency", "up_to"),
                        name="acceptance_policy_once",
                        nulls_distinct=False,
                        violation_error_message="There is a rule for this tier and amount already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tier", ""),
                            (
                                "tier__in",
                                [
                                    "higher-education",
                                    "k-12",
                                    "k-12-district",
                                    "consortium",
                                    "non-profit",
                                    "public-library",
                                    "cinema",
                                    "festival",
                                    "individual",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="acceptance_policy_tier_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="acceptance_policy_currency_code",
                        violation_error_message="Enter the three capital letters of a currency, such as USD.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("up_to", None), ("up_to__gt", 0), _connector="OR"),
                        name="acceptance_policy_up_to_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("most_unpaid", None), ("most_unpaid__gte", 0), _connector="OR"),
                        name="acceptance_policy_unpaid_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("net_days__lte", 365)),
                        name="acceptance_policy_due_within_a_year",
                        violation_error_message="An invoice is due within a year.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AcceptancePolicyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "tier",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        help_text="Empty: every tier without a row of its own.",
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                ("currency", models.CharField(default="USD", max_length=3, verbose_name="currency")),
                (
                    "up_to",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="The total of an order, inclusive. Empty: any amount.",
                        max_digits=12,
                        null=True,
                        verbose_name="for orders up to",
                    ),
                ),
                (
                    "at_once",
                    models.BooleanField(
                        default=False,
                        help_text="Otherwise the order waits for the office.",
                        verbose_name="accept at once",
                    ),
                ),
                (
                    "after_report_at_once",
                    models.BooleanField(
                        default=False,
                        help_text="What a report makes due is invoiced as soon as it is recorded, if the report is as its licence allows. Otherwise it waits for the office.",
                        verbose_name="invoice at once after a report",
                    ),
                ),
                (
                    "net_days",
                    models.PositiveSmallIntegerField(
                        default=30, verbose_name="days until the invoice is due"
                    ),
                ),
                (
                    "most_unpaid",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="By one institution, this order included. More than this stops the next acceptance. Empty: no limit.",
                        max_digits=12,
                        null=True,
                        verbose_name="maximum unpaid amount",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.acceptancepolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CardEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=255, unique=True, verbose_name="event")),
                (
                    "intent",
                    models.CharField(db_index=True, max_length=255, verbose_name="payment at the gateway"),
                ),
                (
                    "dispute",
                    models.CharField(blank=True, max_length=255, verbose_name="dispute or failed refund"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("refunded", "refunded"),
                            ("disputed", "disputed"),
                            ("won", "dispute won"),
                            ("lost", "dispute lost"),
                            ("failed", "refund failed"),
                        ],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                ("heard_at", models.DateTimeField(auto_now_add=True, verbose_name="heard at")),
            ],
            options={
                "verbose_name": "event of the card gateway",
                "verbose_name_plural": "events of the card gateway",
                "ordering": ("-heard_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refunded"), ("dispute", "")),
                            models.Q(
                                models.Q(("state", "refunded"), _negated=True),
                                models.Q(("dispute", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="card_event_names_its_dispute",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)), name="card_event_amount_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CreditNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "total_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "total",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2, help_text="Including tax.", max_digits=12, verbose_name="credited"
                    ),
                ),
                (
                    "tax",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        help_text="Within the total, in its currency.",
                        max_digits=12,
                        verbose_name="tax",
                    ),
                ),
                ("because", models.CharField(max_length=250, verbose_name="reason")),
                (
                    "licences",
                    models.CharField(
                        choices=[
                            ("revoked", "are revoked today"),
                            ("shortened", "end on a day that you choose"),
                            ("kept", "stay as they are"),
                        ],
                        max_length=20,
                        verbose_name="the licences",
                    ),
                ),
                (
                    "licences_end_on",
                    models.DateField(blank=True, null=True, verbose_name="the licences end on"),
                ),
                (
                    "upgraded",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reinstated", "are in force again, and can be upgraded again"),
                            ("usable", "stay replaced, but count towards another upgrade"),
                        ],
                        max_length=20,
                        verbose_name="the licences that were upgraded",
                    ),
                ),
                ("snapshot", models.JSONField(verbose_name="what it says")),
                ("request_key", models.CharField(max_length=200, unique=True, verbose_name="request")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credit_notes",
                        to="licensing.invoice",
                        verbose_name="invoice",
                    ),
                ),
            ],
            options={
                "verbose_name": "credit note",
                "verbose_name_plural": "credit notes",
                "ordering": ("-issued_on", "-pk"),
                "indexes": [models.Index(fields=["-issued_on", "-id"], name="credit_note_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("total__gt", 0)), name="credit_note_total_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tax__gte", 0), ("tax__lt", models.F("total"))),
                        name="credit_note_tax_within_total",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("because", ""), _negated=True), name="credit_note_has_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("licences", "shortened"), ("licences_end_on__isnull", False)),
                            models.Q(
                                models.Q(("licences", "shortened"), _negated=True), ("licences_end_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="credit_note_day_if_shortened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("upgraded", ""),
                            models.Q(("licences", "revoked"), ("upgraded__in", ["reinstated", "usable"])),
                            _connector="OR",
                        ),
                        name="credit_note_upgraded_if_revoked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("file", "files to download"),
                            ("stream", "streaming"),
                            ("disc", "disc"),
                            ("dcp", "DCP"),
                            ("key", "key (KDM)"),
                        ],
                        max_length=20,
                        verbose_name="delivery method",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to-do", "to do"),
                            ("given", "access given"),
                            ("sent", "sent"),
                            ("received", "received"),
                            ("returned", "returned"),
                            ("closed", "access closed"),
                        ],
                        default="to-do",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("stream_key", models.CharField(blank=True, max_length=100, verbose_name="stream key")),
                (
                    "downloads_allowed",
                    models.PositiveSmallIntegerField(
                        default=5, help_text="Of each file.", verbose_name="downloads allowed"
                    ),
                ),
                ("given_at", models.DateTimeField(blank=True, null=True, verbose_name="given at")),
                ("carrier", models.CharField(blank=True, max_length=60, verbose_name="carrier")),
                (
                    "tracking_number",
                    models.CharField(blank=True, max_length=60, verbose_name="tracking number"),
                ),
                ("sent_to", models.TextField(blank=True, max_length=2000, verbose_name="sent to")),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                ("return_by", models.DateField(blank=True, null=True, verbose_name="return by")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="returned on")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "copy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="catalog.screeningcopy",
                        verbose_name="screening copy",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="licensing.delivery",
                        verbose_name="replaces",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "ordering": ("licence", "pk"),
            },
        ),
        migrations.CreateModel(
            name="DeliveryFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("film", "film"),
                            ("captions", "captions"),
                            ("subtitles", "subtitles"),
                            ("artwork", "artwork"),
                        ],
                        default="film",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="Of captions and subtitles.",
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="language",
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        help_text="Below the folder of films.",
                        max_length=200,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\\Z"
                            )
                        ],
                        verbose_name="path",
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "is_offered",
                    models.BooleanField(
                        default=True, help_text="Off: nobody can download it.", verbose_name="offered"
                    ),
                ),
                (
                    "missing_since",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="missing since"),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added at")),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="catalog.screeningcopy",
                        verbose_name="screening copy",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery file",
                "verbose_name_plural": "delivery files",
                "ordering": ("copy", "kind", "path"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "path__regex",
                                "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\\Z",
                            )
                        ),
                        name="delivery_file_path_stays_below",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)), name="delivery_file_not_empty"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}\\Z")), name="delivery_file_sha256"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliveryFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("film", "film"),
                            ("captions", "captions"),
                            ("subtitles", "subtitles"),
                            ("artwork", "artwork"),
                        ],
                        default="film",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="Of captions and subtitles.",
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="language",
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        help_text="Below the folder of films.",
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\\Z"
                            )
                        ],
                        verbose_name="path",
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "is_offered",
                    models.BooleanField(
                        default=True, help_text="Off: nobody can download it.", verbose_name="offered"
                    ),
                ),
                (
                    "missing_since",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="missing since"),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added at")),
                (
                    "copy",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.screeningcopy",
                        verbose_name="screening copy",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.deliveryfile",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Download",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("begun_at", models.DateTimeField(verbose_name="begun at")),
                ("last_at", models.DateTimeField(blank=True, null=True, verbose_name="last transfer")),
                ("transfers", models.PositiveIntegerField(default=0, verbose_name="transfers")),
                ("bytes_asked", models.PositiveBigIntegerField(default=0, verbose_name="bytes asked for")),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="downloads",
                        to="licensing.delivery",
                        verbose_name="delivery",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="downloads",
                        to="licensing.deliveryfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "download",
                "verbose_name_plural": "downloads",
                "ordering": ("-begun_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        help_text="Of the United States, as in NY. Empty: all.",
                        max_length=2,
                        verbose_name="state",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day. Empty: no end.",
                        null=True,
                        verbose_name="valid until",
                    ),
                ),
                (
                    "file",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="exemptions/",
                        verbose_name="certificate",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for the office"),
                            ("accepted", "accepted"),
                            ("refused", "not accepted"),
                        ],
                        default="asked",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "refused_because",
                    models.CharField(
                        blank=True,
                        help_text="The institution reads this.",
                        max_length=250,
                        verbose_name="why it was not accepted",
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="handed in at")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "exemption certificate",
                "verbose_name_plural": "exemption certificates",
                "ordering": ("country", "state", "pk"),
            },
        ),
        migrations.CreateModel(
            name="HostedLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="label")),
                (
                    "address",
                    models.CharField(
                        help_text="Such as https://player.example/watch/12?key={key}",
                        max_length=500,
                        validators=[licensing.models.licences.masters.validate_host_address],
                        verbose_name="address",
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hosted",
                        to="catalog.screeningcopy",
                        verbose_name="screening copy",
                    ),
                ),
            ],
            options={
                "verbose_name": "hosted link",
                "verbose_name_plural": "hosted links",
                "ordering": ("copy", "label"),
                "constraints": [
                    models.UniqueConstraint(fields=("copy", "label"), name="hosted_link_label_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("address__startswith", "https://")), name="hosted_link_is_https"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="link",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="licensing.hostedlink",
                verbose_name="hosted link",
            ),
        ),
        migrations.CreateModel(
            name="Institution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "legal_name",
                    models.CharField(
                        help_text="Exactly as it must appear on a licence and an invoice.",
                        max_length=250,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="exact legal name",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        default="US",
                        max_length=2,
                        validators=[wording.codes.validate_country],
                        verbose_name="country",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        help_text="In the United States and Canada, as in NY: the tax may depend on it.",
                        max_length=2,
                        verbose_name="state or province",
                    ),
                ),
                (
                    "enrolment",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Pupils or students, where prices depend on it.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="number enrolled",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        choices=licensing.models.buyers.institutions.currency_choices,
                        help_text="In which it buys. Empty: that of its country, where we have prices in it.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "bill_to",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="billing address",
                    ),
                ),
                (
                    "ship_to",
                    models.TextField(
                        blank=True,
                        help_text="Where we send discs and parcels. Empty: to the billing address.",
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="shipping address",
                    ),
                ),
                (
                    "email_domain",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="Of the person who registered it; empty for a provider of free mail.",
                        max_length=253,
                        verbose_name="e-mail domain",
                    ),
                ),
                (
                    "verification",
                    models.CharField(
                        choices=[
                            ("asked", "waiting to be verified"),
                            ("verified", "verified"),
                            ("refused", "not accepted"),
                        ],
                        default="asked",
                        max_length=20,
                        verbose_name="verification",
                    ),
                ),
                (
                    "verified_how",
                    models.CharField(blank=True, max_length=250, verbose_name="how it was verified"),
                ),
                (
                    "refused_because",
                    models.CharField(
                        blank=True,
                        help_text="The institution reads this.",
                        max_length=250,
                        verbose_name="why it was not accepted",
                    ),
                ),
                ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="verified at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Its members see this institution's licences. One level only.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="schools",
                        to="licensing.institution",
                        verbose_name="district or consortium",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
            ],
            options={
                "verbose_name": "institution",
                "verbose_name_plural": "institutions",
                "ordering": ("legal_name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FinderNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("question", models.TextField(max_length=2000, verbose_name="question")),
                ("answer", models.TextField(max_length=10000, verbose_name="answer")),
                ("query", models.CharField(blank=True, max_length=2000, verbose_name="asked again by")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("kept_at", models.DateTimeField(auto_now_add=True, verbose_name="kept at")),
                (
                    "kept_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kept by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="finder_notes",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "note of the licence finder",
                "verbose_name_plural": "notes of the licence finder",
                "ordering": ("-kept_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("question", ""), _negated=True), models.Q(("answer", ""), _negated=True)
                        ),
                        name="finder_note_says_something",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("question"), 2000
                        ),
                        name="finder_note_question_bounded",
                        violation_error_message="This text is too long.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("answer"), 10000
                        ),
                        name="finder_note_answer_bounded",
                        violation_error_message="This text is too long.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExemptionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        help_text="Of the United States, as in NY. Empty: all.",
                        max_length=2,
                        verbose_name="state",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day. Empty: no end.",
                        null=True,
                        verbose_name="valid until",
                    ),
                ),
                (
                    "file",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="exemptions/",
                        verbose_name="certificate",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for the office"),
                            ("accepted", "accepted"),
                            ("refused", "not accepted"),
                        ],
                        default="asked",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "refused_because",
                    models.CharField(
                        blank=True,
                        help_text="The institution reads this.",
                        max_length=250,
                        verbose_name="why it was not accepted",
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="handed in at")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.exemption",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="exemption",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="exemptions",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.CreateModel(
            name="InstitutionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "legal_name",
                    models.CharField(
                        help_text="Exactly as it must appear on a licence and an invoice.",
                        max_length=250,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="exact legal name",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        default="US",
                        max_length=2,
                        validators=[wording.codes.validate_country],
                        verbose_name="country",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        help_text="In the United States and Canada, as in NY: the tax may depend on it.",
                        max_length=2,
                        verbose_name="state or province",
                    ),
                ),
                (
                    "enrolment",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Pupils or students, where prices depend on it.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="number enrolled",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        choices=licensing.models.buyers.institutions.currency_choices,
                        help_text="In which it buys. Empty: that of its country, where we have prices in it.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "bill_to",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="billing address",
                    ),
                ),
                (
                    "ship_to",
                    models.TextField(
                        blank=True,
                        help_text="Where we send discs and parcels. Empty: to the billing address.",
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="shipping address",
                    ),
                ),
                (
                    "email_domain",
                    models.CharField(
                        blank=True,
                        help_text="Of the person who registered it; empty for a provider of free mail.",
                        max_length=253,
                        verbose_name="e-mail domain",
                    ),
                ),
                (
                    "verification",
                    models.CharField(
                        choices=[
                            ("asked", "waiting to be verified"),
                            ("verified", "verified"),
                            ("refused", "not accepted"),
                        ],
                        default="asked",
                        max_length=20,
                        verbose_name="verification",
                    ),
                ),
                (
                    "verified_how",
                    models.CharField(blank=True, max_length=250, verbose_name="how it was verified"),
                ),
                (
                    "refused_because",
                    models.CharField(
                        blank=True,
                        help_text="The institution reads this.",
                        max_length=250,
                        verbose_name="why it was not accepted",
                    ),
                ),
                ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="verified at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Its members see this institution's licences. One level only.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="district or consortium",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.institution",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="e-mail address",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "administrator"),
                            ("buyer", "buyer"),
                            ("programmer", "programmer"),
                            ("reader", "reader"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="invited at")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ("-created_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["owner", "buyer", "programmer", "reader"])),
                        name="invitation_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None), _connector="OR"),
                        name="invitation_accepted_or_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at", None),
                            ("accepted_at__lt", models.F("expires_at")),
                            _connector="OR",
                        ),
                        name="invitation_accepted_in_time",
                    ),
                    models.UniqueConstraint(
                        models.F("institution"),
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                        name="address_invited_once",
                        violation_error_message="This address is invited already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "email",
                    models.EmailField(
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="e-mail address",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "administrator"),
                            ("buyer", "buyer"),
                            ("programmer", "programmer"),
                            ("reader", "reader"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="invited at")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.invitation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JoinRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wrote", models.CharField(max_length=250, verbose_name="name that the person wrote")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for an answer"),
                            ("accepted", "accepted"),
                            ("refused", "not accepted"),
                        ],
                        default="asked",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="join_requests",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="join_requests",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "request to join",
                "verbose_name_plural": "requests to join",
                "ordering": ("-created_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "asked"), ("answered_at__isnull", False), _connector="OR"
                        ),
                        name="join_request_answered_when",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "asked")),
                        fields=("institution", "user"),
                        name="joining_asked_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JoinRequestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("wrote", models.CharField(max_length=250, verbose_name="name that the person wrote")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for an answer"),
                            ("accepted", "accepted"),
                            ("refused", "not accepted"),
                        ],
                        default="asked",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.joinrequest",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KeyRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("venue", models.CharField(max_length=200, verbose_name="venue")),
                ("first_day", models.DateField(verbose_name="first day of the event")),
                ("last_day", models.DateField(verbose_name="last day of the event")),
                (
                    "servers",
                    models.TextField(
                        help_text="One on each line: maker, model and serial number.",
                        max_length=2000,
                        verbose_name="servers",
                    ),
                ),
                ("certificates", models.TextField(blank=True, max_length=40000, verbose_name="certificates")),
                ("send_to", models.EmailField(max_length=254, verbose_name="send the key to")),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "delivery",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="key_request",
                        to="licensing.delivery",
                        verbose_name="delivery",
                    ),
                ),
            ],
            options={
                "verbose_name": "key request",
                "verbose_name_plural": "key requests",
                "ordering": ("first_day", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="key_event_ends_after_start",
                        violation_error_message="The event ends before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("servers", ""), _negated=True), name="key_names_servers"
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("servers"), 2000
                        ),
                        name="key_request_servers_bounded",
                        violation_error_message="This text is too long.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("certificates"), 40000
                        ),
                        name="key_request_certificates_bounded",
                        violation_error_message="This text is too long.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "venue__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="key_request_venue_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Licence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number")),
                ("licensee_name", models.CharField(max_length=250, verbose_name="licensee's legal name")),
                ("type_name", models.CharField(max_length=120, verbose_name="licence type")),
                ("grants", models.JSONField(verbose_name="grants")),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="The last day. Empty: no end.", null=True, verbose_name="until"
                    ),
                ),
                ("territory", models.CharField(blank=True, max_length=120, verbose_name="territory")),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=2, validators=[wording.codes.validate_country]
                        ),
                        blank=True,
                        default=list,
                        verbose_name="countries",
                    ),
                ),
                (
                    "sites",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=250, validators=[wording.one_line.one_line]),
                        blank=True,
                        default=list,
                        help_text="Where it may be used, by name. Empty: as far as its site scope reaches.",
                        verbose_name="sites",
                    ),
                ),
                (
                    "named_sites",
                    models.JSONField(
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="The same sites, as `buyers.schools.NamedSite` writes them.",
                        verbose_name="sites with their addresses",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "active"),
                            ("suspended", "suspended"),
                            ("revoked", "revoked"),
                            ("superseded", "superseded"),
                        ],
                        default="active",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="status since"),
                ),
                (
                    "status_because",
                    models.CharField(
                        blank=True, editable=False, max_length=250, verbose_name="why it has this status"
                    ),
                ),
                (
                    "suspended_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("office", "a decision of the office"),
                            ("non-payment", "an unpaid invoice"),
                            ("dispute", "a disputed payment"),
                        ],
                        default="",
                        editable=False,
                        max_length=20,
                        verbose_name="suspended for",
                    ),
                ),
                (
                    "shortened_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="shortened at"),
                ),
                (
                    "shortened_because",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=250,
                        verbose_name="why it was shortened",
                    ),
                ),
                (
                    "signed_until",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Of a licence that was shortened. Empty: it had no end.",
                        null=True,
                        verbose_name="last day as signed",
                    ),
                ),
                ("certificate", models.TextField(blank=True, editable=False, verbose_name="certificate")),
                (
                    "document",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="The words as issued. Empty for licences issued before words were stored.",
                        verbose_name="what its certificate says",
                    ),
                ),
                ("issued_at", models.DateTimeField(auto_now_add=True, verbose_name="issued at")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="licences",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="licences",
                        to="licensing.institution",
                        verbose_name="licensee",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supersedes",
                        to="licensing.licence",
                        verbose_name="superseded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "licence",
                "verbose_name_plural": "licences",
                "ordering": ("-issued_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="DeliveryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("file", "files to download"),
                            ("stream", "streaming"),
                            ("disc", "disc"),
                            ("dcp", "DCP"),
                            ("key", "key (KDM)"),
                        ],
                        max_length=20,
                        verbose_name="delivery method",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to-do", "to do"),
                            ("given", "access given"),
                            ("sent", "sent"),
                            ("received", "received"),
                            ("returned", "returned"),
                            ("closed", "access closed"),
                        ],
                        default="to-do",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("stream_key", models.CharField(blank=True, max_length=100, verbose_name="stream key")),
                (
                    "downloads_allowed",
                    models.PositiveSmallIntegerField(
                        default=5, help_text="Of each file.", verbose_name="downloads allowed"
                    ),
                ),
                ("given_at", models.DateTimeField(blank=True, null=True, verbose_name="given at")),
                ("carrier", models.CharField(blank=True, max_length=60, verbose_name="carrier")),
                (
                    "tracking_number",
                    models.CharField(blank=True, max_length=60, verbose_name="tracking number"),
                ),
                ("sent_to", models.TextField(blank=True, max_length=2000, verbose_name="sent to")),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                ("return_by", models.DateField(blank=True, null=True, verbose_name="return by")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="returned on")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "copy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.screeningcopy",
                        verbose_name="screening copy",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.delivery",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.delivery",
                        verbose_name="replaces",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.hostedlink",
                        verbose_name="hosted link",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="licence",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="licence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="licensing.licence",
                verbose_name="licence",
            ),
        ),
        migrations.CreateModel(
            name="LicenceFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=licensing.models.licences.feeds.new_token,
                        editable=False,
                        max_length=43,
                        unique=True,
                        verbose_name="token",
                    ),
                ),
                ("renewed_at", models.DateTimeField(auto_now=True, verbose_name="renewed at")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="licence_feed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar of licences",
                "verbose_name_plural": "calendars of licences",
                "ordering": ("-renewed_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="LicenceType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                (
                    "name",
                    models.CharField(
                        max_length=120,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="name",
                    ),
                ),
                ("summary", models.CharField(max_length=300, verbose_name="in one sentence")),
                (
                    "uses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("private-viewing", "private viewing"),
                                ("classroom", "showing in class"),
                                ("campus-streaming", "streaming to authorised users"),
                                ("signed-in-streaming", "streaming to people who sign in"),
                                ("public-screening", "public screening"),
                                ("online-screening", "public screening online"),
                                ("broadcast", "broadcast or closed circuit"),
                                ("clips", "clips in course pages"),
                                ("lending", "lending a copy"),
                            ],
                            max_length=30,
                        ),
                        verbose_name="uses",
                    ),
                ),
                (
                    "watchers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("enrolled", "enrolled students and pupils"),
                                ("staff", "staff"),
                                ("members", "members"),
                                ("alumni", "alumni"),
                                ("walk-ins", "walk-in visitors"),
                                ("public", "the general public"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        help_text="Empty: whoever the uses admit.",
                        verbose_name="who may watch",
                    ),
                ),
                (
                    "audience_cap",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="At each screening. Empty: no cap.",
                        null=True,
                        verbose_name="audience cap",
                    ),
                ),
                (
                    "viewer_cap",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Of streaming, in all. Empty: no cap.",
                        null=True,
                        verbose_name="viewer cap",
                    ),
                ),
                (
                    "enrolment_most",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="For institutions with at most this many enrolled. Empty: of any size.",
                        null=True,
                        verbose_name="maximum enrolment",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("none", "free admission only"),
                            ("donations", "voluntary donations"),
                            ("cost-recovery", "admission that covers costs"),
                            ("charged", "admission may be charged"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="admission",
                    ),
                ),
                (
                    "screenings",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Empty: any number.", null=True, verbose_name="screenings"
                    ),
                ),
                (
                    "term_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: for the life of the copy.",
                        null=True,
                        verbose_name="term in months",
                    ),
                ),
                (
                    "term_days",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Instead of months.", null=True, verbose_name="rental in days"
                    ),
                ),
                (
                    "perpetual",
                    models.BooleanField(
                        default=False,
                        help_text="Not only for as long as the copy lasts.",
                        verbose_name="without end",
                    ),
                ),
                (
                    "site_scope",
                    models.CharField(
                        choices=[
                            ("single-site", "a single site"),
                            ("branch", "one branch"),
                            ("campus", "one campus"),
                            ("district", "one school district"),
                            ("consortium", "a consortium"),
                        ],
                        default="single-site",
                        max_length=20,
                        verbose_name="site scope",
                    ),
                ),
                ("public_advertising", models.BooleanField(default=False, verbose_name="public advertising")),
                ("members_only", models.BooleanField(default=False, verbose_name="members only")),
                ("indoor_only", models.BooleanField(default=True, verbose_name="indoor only")),
                (
                    "report_due_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Of attendance or box office. Empty: no report.",
                        null=True,
                        verbose_name="report due after days",
                    ),
                ),
                (
                    "format_lock",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="format lock",
                    ),
                ),
                (
                    "formats",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("disc", "a disc"),
                                ("file", "a file"),
                                ("dcp", "a DCP"),
                                ("print", "a film print"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        help_text="What the format lock means. Empty: from anything.",
                        verbose_name="shown from",
                    ),
                ),
                (
                    "delivers",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("file", "files to download"),
                            ("stream", "streaming"),
                            ("disc", "disc"),
                            ("dcp", "DCP"),
                        ],
                        help_text="How the film reaches the licensee. Empty: they use a copy that they have.",
                        max_length=20,
                        verbose_name="delivers",
                    ),
                ),
                (
                    "translations",
                    wording.translations.TranslationsField(
                        blank=True,
                        default=dict,
                        verbose_name="translations",
                        words={"format_lock": 60, "name": 120, "summary": 300},
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("is_offered", models.BooleanField(default=True, verbose_name="offered")),
            ],
            options={
                "verbose_name": "licence type",
                "verbose_name_plural": "licence types",
                "ordering": ("order", "name"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("uses__len__gt", 0)), name="licence_type_grants_a_use"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("term_months", None), ("term_months__gt", 0), _connector="OR"),
                        name="licence_term_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("screenings", None), ("screenings__gt", 0), _connector="OR"),
                        name="licence_screenings_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("audience_cap", None), ("audience_cap__gt", 0), _connector="OR"),
                        name="licence_cap_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("viewer_cap", None), ("viewer_cap__gt", 0), _connector="OR"),
                        name="licence_viewer_cap_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("enrolment_most", None), ("enrolment_most__gt", 0), _connector="OR"
                        ),
                        name="licence_enrolment_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("term_days", None), ("term_days__gt", 0), _connector="OR"),
                        name="licence_rental_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("term_months", None), ("term_days", None)),
                            models.Q(
                                ("perpetual", False),
                                models.Q(("term_months", None), ("term_days", None), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="licence_type_has_one_term",
                        violation_error_message="A term is in months, in days or without end: choose one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("format_lock", ""), ("formats__len__gt", 0), _connector="OR"),
                        name="licence_format_lock_means_formats",
                        violation_error_message="Say what the format lock means: from what the film may be shown.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "uses__contained_by",
                                [
                                    "private-viewing",
                                    "classroom",
                                    "campus-streaming",
                                    "signed-in-streaming",
                                    "public-screening",
                                    "online-screening",
                                    "broadcast",
                                    "clips",
                                    "lending",
                                ],
                            )
                        ),
                        name="licence_type_uses_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "watchers__contained_by",
                                ["enrolled", "staff", "members", "alumni", "walk-ins", "public"],
                            )
                        ),
                        name="licence_type_watchers_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("formats__contained_by", ["disc", "file", "dcp", "print"])),
                        name="licence_type_formats_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("delivers__in", ("", "file", "stream", "disc", "dcp"))),
                        name="licence_delivers_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                "translations", function="jsonb_typeof", output_field=models.TextField()
                            ),
                            "object",
                        ),
                        name="licence_translations_by_language",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LicenceTypeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=60, verbose_name="code")),
                (
                    "name",
                    models.CharField(
                        max_length=120,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="name",
                    ),
                ),
                ("summary", models.CharField(max_length=300, verbose_name="in one sentence")),
                (
                    "uses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("private-viewing", "private viewing"),
                                ("classroom", "showing in class"),
                                ("campus-streaming", "streaming to authorised users"),
                                ("signed-in-streaming", "streaming to people who sign in"),
                                ("public-screening", "public screening"),
                                ("online-screening", "public screening online"),
                                ("broadcast", "broadcast or closed circuit"),
                                ("clips", "clips in course pages"),
                                ("lending", "lending a copy"),
                            ],
                            max_length=30,
                        ),
                        verbose_name="uses",
                    ),
                ),
                (
                    "watchers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("enrolled", "enrolled students and pupils"),
                                ("staff", "staff"),
                                ("members", "members"),
                                ("alumni", "alumni"),
                                ("walk-ins", "walk-in visitors"),
                                ("public", "the general public"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        help_text="Empty: whoever the uses admit.",
                        verbose_name="who may watch",
                    ),
                ),
                (
                    "audience_cap",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="At each screening. Empty: no cap.",
                        null=True,
                        verbose_name="audience cap",
                    ),
                ),
                (
                    "viewer_cap",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Of streaming, in all. Empty: no cap.",
                        null=True,
                        verbose_name="viewer cap",
                    ),
                ),
                (
                    "enrolment_most",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="For institutions with at most this many enrolled. Empty: of any size.",
                        null=True,
                        verbose_name="maximum enrolment",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("none", "free admission only"),
                            ("donations", "voluntary donations"),
                            ("cost-recovery", "admission that covers costs"),
                            ("charged", "admission may be charged"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="admission",
                    ),
                ),
                (
                    "screenings",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Empty: any number.", null=True, verbose_name="screenings"
                    ),
                ),
                (
                    "term_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: for the life of the copy.",
                        null=True,
                        verbose_name="term in months",
                    ),
                ),
                (
                    "term_days",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Instead of months.", null=True, verbose_name="rental in days"
                    ),
                ),
                (
                    "perpetual",
                    models.BooleanField(
                        default=False,
                        help_text="Not only for as long as the copy lasts.",
                        verbose_name="without end",
                    ),
                ),
                (
                    "site_scope",
                    models.CharField(
                        choices=[
                            ("single-site", "a single site"),
                            ("branch", "one branch"),
                            ("campus", "one campus"),
                            ("district", "one school district"),
                            ("consortium", "a consortium"),
                        ],
                        default="single-site",
                        max_length=20,
                        verbose_name="site scope",
                    ),
                ),
                ("public_advertising", models.BooleanField(default=False, verbose_name="public advertising")),
                ("members_only", models.BooleanField(default=False, verbose_name="members only")),
                ("indoor_only", models.BooleanField(default=True, verbose_name="indoor only")),
                (
                    "report_due_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Of attendance or box office. Empty: no report.",
                        null=True,
                        verbose_name="report due after days",
                    ),
                ),
                (
                    "format_lock",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="format lock",
                    ),
                ),
                (
                    "formats",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("disc", "a disc"),
                                ("file", "a file"),
                                ("dcp", "a DCP"),
                                ("print", "a film print"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        help_text="What the format lock means. Empty: from anything.",
                        verbose_name="shown from",
                    ),
                ),
                (
                    "delivers",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("file", "files to download"),
                            ("stream", "streaming"),
                            ("disc", "disc"),
                            ("dcp", "DCP"),
                        ],
                        help_text="How the film reaches the licensee. Empty: they use a copy that they have.",
                        max_length=20,
                        verbose_name="delivers",
                    ),
                ),
                (
                    "translations",
                    wording.translations.TranslationsField(
                        blank=True,
                        default=dict,
                        verbose_name="translations",
                        words={"format_lock": 60, "name": 120, "summary": 300},
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("is_offered", models.BooleanField(default=True, verbose_name="offered")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.licencetype",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Licensor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=250,
                        unique=True,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="legal name",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="address",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample")),
            ],
            options={
                "verbose_name": "licensor",
                "verbose_name_plural": "licensors",
                "ordering": ("name",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "name__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="licensor_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("address"), 500
                        ),
                        name="licensor_address_bounded",
                        violation_error_message="This text is too long.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LicensorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "name",
                    models.CharField(
                        max_length=250,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="legal name",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="address",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.licensor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LicensorFilm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "film",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="licensor",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licensor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="films",
                        to="licensing.licensor",
                        verbose_name="licensor",
                    ),
                ),
            ],
            options={
                "verbose_name": "film of a licensor",
                "verbose_name_plural": "films of licensors",
                "ordering": ("licensor", "film"),
            },
        ),
        migrations.CreateModel(
            name="LicensorPayment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                ("paid_on", models.DateField(verbose_name="paid on")),
                (
                    "reference",
                    models.CharField(
                        max_length=120,
                        validators=[wording.one_line.one_line],
                        verbose_name="the bank's reference",
                    ),
                ),
                (
                    "licensor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="licensing.licensor",
                        verbose_name="licensor",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment to a licensor",
                "verbose_name_plural": "payments to licensors",
                "ordering": ("-paid_on", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("licensor", "reference"), name="licensor_paid_once"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="licensor_payment_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LicensorPaymentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                ("paid_on", models.DateField(verbose_name="paid on")),
                (
                    "reference",
                    models.CharField(
                        max_length=120,
                        validators=[wording.one_line.one_line],
                        verbose_name="the bank's reference",
                    ),
                ),
                (
                    "licensor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licensor",
                        verbose_name="licensor",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.licensorpayment",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ListedDomain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("domain", models.CharField(max_length=253, verbose_name="domain")),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="Of the institution. Where it is given, the legal name must be similar to it.",
                        max_length=250,
                        validators=[wording.one_line.one_line],
                        verbose_name="name",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        max_length=200, validators=[wording.one_line.one_line], verbose_name="source"
                    ),
                ),
            ],
            options={
                "verbose_name": "listed e-mail domain",
                "verbose_name_plural": "listed e-mail domains",
                "ordering": ("domain", "source"),
                "constraints": [
                    models.UniqueConstraint(fields=("domain", "source"), name="domain_once_a_source"),
                    models.CheckConstraint(
                        condition=models.Q(("domain__regex", "^[a-z0-9-]+(\\.[a-z0-9-]+)+$")),
                        name="domain_in_lower_case",
                        violation_error_message="Write a domain such as example.edu, in lower case.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="domain_has_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "source__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="domain_source_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.CharField(
                        choices=[
                            ("accounts-payable", "accounts payable: invoices"),
                            ("library", "library: licences and their ends"),
                            ("programme", "programme: screenings"),
                        ],
                        max_length=20,
                        verbose_name="for",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="e-mail address",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mailboxes",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "mailbox",
                "verbose_name_plural": "mailboxes",
                "ordering": ("matter", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("institution"),
                        models.F("matter"),
                        django.db.models.functions.text.Lower("email"),
                        name="mailbox_once",
                        violation_error_message="This mailbox is on the list already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("matter__in", ["accounts-payable", "library", "programme"])),
                        name="mailbox_matter_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MailboxEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "matter",
                    models.CharField(
                        choices=[
                            ("accounts-payable", "accounts payable: invoices"),
                            ("library", "library: licences and their ends"),
                            ("programme", "programme: screenings"),
                        ],
                        max_length=20,
                        verbose_name="for",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="e-mail address",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.mailbox",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "administrator"),
                            ("buyer", "buyer"),
                            ("programmer", "programmer"),
                            ("reader", "reader"),
                        ],
                        default="reader",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("joined_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "ordering": ("institution", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("institution", "user"), name="member_once"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["owner", "buyer", "programmer", "reader"])),
                        name="member_role_known",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="institution",
            name="members",
            field=models.ManyToManyField(
                related_name="institutions", through="licensing.Membership", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "administrator"),
                            ("buyer", "buyer"),
                            ("programmer", "programmer"),
                            ("reader", "reader"),
                        ],
                        default="reader",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("joined_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.membership",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number")),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("placed", "placed"),
                            ("invoiced", "accepted"),
                            ("paid", "paid"),
                            ("cancelled", "cancelled"),
                            ("credited", "credited"),
                        ],
                        default="placed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("licences", "licences"), ("after-report", "fee after a report")],
                        default="licences",
                        help_text="A fee after a report is invoiced at once, and no licence is issued for it.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("purchase-order", "purchase order"),
                            ("card", "card"),
                            ("invoice", "invoice"),
                        ],
                        max_length=20,
                        verbose_name="payment by",
                    ),
                ),
                (
                    "purchase_order_number",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="purchase order number",
                    ),
                ),
                (
                    "purchase_order",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="purchase-orders/",
                        verbose_name="purchase order",
                    ),
                ),
                (
                    "request_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Identifies the checkout, so that a form sent twice makes one order.",
                        max_length=40,
                        null=True,
                        verbose_name="request",
                    ),
                ),
                (
                    "total_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "total",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2, help_text="Including tax.", max_digits=12, verbose_name="total"
                    ),
                ),
                (
                    "tax",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        help_text="Within the total, in its currency.",
                        max_digits=12,
                        verbose_name="tax",
                    ),
                ),
                (
                    "taxed",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="Each tax with rate and base, or why there is none, in the office's language.",
                        verbose_name="how it is taxed",
                    ),
                ),
                (
                    "waits_because",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Why it was not accepted at once, in the office's language.",
                        max_length=300,
                        verbose_name="why it waits",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="licences begin on")),
                ("placed_at", models.DateTimeField(auto_now_add=True, verbose_name="placed at")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="orders",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="orders",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="placed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "order",
                "verbose_name_plural": "orders",
                "ordering": ("-placed_at", "-pk"),
                "indexes": [
                    models.Index(fields=["-placed_at", "-id"], name="order_newest"),
                    models.Index(
                        condition=models.Q(("status", "placed")), fields=["placed_at"], name="order_to_accept"
                    ),
                    models.Index(
                        condition=models.Q(("status", "invoiced")),
                        fields=["institution"],
                        name="order_unpaid",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("method", "purchase-order"), _negated=True),
                            models.Q(("purchase_order_number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="order_has_purchase_order_number",
                        violation_error_message="Enter the number of the purchase order.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "licences"), models.Q(("method", "invoice"), _negated=True)),
                            models.Q(("kind", "after-report"), ("method", "invoice")),
                            _connector="OR",
                        ),
                        name="order_method_fits_kind",
                    ),
                    models.UniqueConstraint(fields=("placed_by", "request_key"), name="order_once_a_request"),
                    models.CheckConstraint(
                        condition=models.Q(("total__gte", 0)), name="order_total_not_negative"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tax__gte", 0), ("tax__lte", models.F("total"))),
                        name="order_tax_within_total",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="invoice",
            name="order",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invoice",
                to="licensing.order",
                verbose_name="order",
            ),
        ),
        migrations.CreateModel(
            name="CardPayment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=licensing.models.sales.invoices.new_token,
                        editable=False,
                        max_length=36,
                        unique=True,
                        verbose_name="token",
                    ),
                ),
                ("variant", models.CharField(max_length=20, verbose_name="gateway")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting for the buyer"),
                            ("pending", "being confirmed"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                            ("expired", "expired"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "total_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "total",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="total"),
                ),
                (
                    "transaction_id",
                    models.CharField(blank=True, max_length=255, verbose_name="session at the gateway"),
                ),
                (
                    "intent",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="What refunds and disputes refer to.",
                        max_length=255,
                        verbose_name="payment at the gateway",
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                (
                    "billing_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="billing e-mail"),
                ),
                ("message", models.TextField(blank=True, verbose_name="message")),
                ("created", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("modified", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card_payments",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "card payment",
                "verbose_name_plural": "card payments",
                "ordering": ("-created", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["waiting", "pending"])),
                        fields=("order",),
                        name="card_payment_open_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("total__gt", 0)), name="card_payment_total_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.CharField(max_length=20, verbose_name="number")),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("placed", "placed"),
                            ("invoiced", "accepted"),
                            ("paid", "paid"),
                            ("cancelled", "cancelled"),
                            ("credited", "credited"),
                        ],
                        default="placed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("licences", "licences"), ("after-report", "fee after a report")],
                        default="licences",
                        help_text="A fee after a report is invoiced at once, and no licence is issued for it.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("purchase-order", "purchase order"),
                            ("card", "card"),
                            ("invoice", "invoice"),
                        ],
                        max_length=20,
                        verbose_name="payment by",
                    ),
                ),
                (
                    "purchase_order_number",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="purchase order number",
                    ),
                ),
                (
                    "purchase_order",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="purchase-orders/",
                        verbose_name="purchase order",
                    ),
                ),
                (
                    "request_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Identifies the checkout, so that a form sent twice makes one order.",
                        max_length=40,
                        null=True,
                        verbose_name="request",
                    ),
                ),
                (
                    "total_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "total",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2, help_text="Including tax.", max_digits=12, verbose_name="total"
                    ),
                ),
                (
                    "tax",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        help_text="Within the total, in its currency.",
                        max_digits=12,
                        verbose_name="tax",
                    ),
                ),
                (
                    "taxed",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="Each tax with rate and base, or why there is none, in the office's language.",
                        verbose_name="how it is taxed",
                    ),
                ),
                (
                    "waits_because",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Why it was not accepted at once, in the office's language.",
                        max_length=300,
                        verbose_name="why it waits",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="licences begin on")),
                ("placed_at", models.DateTimeField(auto_now_add=True, verbose_name="placed at")),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.order",
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="placed by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("description", models.CharField(max_length=400, verbose_name="description")),
                ("grants", models.JSONField(verbose_name="grants")),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="price"),
                ),
                (
                    "because",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why the price differs from the list"
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: when the order's licences begin.",
                        null=True,
                        verbose_name="from",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Empty: as the grants say.", null=True, verbose_name="until"
                    ),
                ),
                (
                    "charges",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Price, discount and rush fee: kind, words and amount. They add up to the price.",
                        verbose_name="how the price is made up",
                    ),
                ),
                (
                    "fee",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What may be due after the report rests on it.",
                        verbose_name="fee",
                    ),
                ),
                (
                    "sites",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The places that the licence names, as they were when it was ordered.",
                        verbose_name="sites",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="order_lines",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licence_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="order_lines",
                        to="licensing.licencetype",
                        verbose_name="licence type",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
                (
                    "renews",
                    models.ForeignKey(
                        blank=True,
                        help_text="The licence that this one follows.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewals",
                        to="licensing.licence",
                        verbose_name="renews",
                    ),
                ),
            ],
            options={
                "verbose_name": "order line",
                "verbose_name_plural": "order lines",
                "ordering": ("order", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("order", "film", "licence_type", "renews"),
                        name="line_ordered_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)), name="line_amount_not_negative"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            models.Q(("ends_on__gte", models.F("starts_on")), ("starts_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="line_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LicenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.CharField(max_length=20, verbose_name="number")),
                ("licensee_name", models.CharField(max_length=250, verbose_name="licensee's legal name")),
                ("type_name", models.CharField(max_length=120, verbose_name="licence type")),
                ("grants", models.JSONField(verbose_name="grants")),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="The last day. Empty: no end.", null=True, verbose_name="until"
                    ),
                ),
                ("territory", models.CharField(blank=True, max_length=120, verbose_name="territory")),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=2, validators=[wording.codes.validate_country]
                        ),
                        blank=True,
                        default=list,
                        verbose_name="countries",
                    ),
                ),
                (
                    "sites",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=250, validators=[wording.one_line.one_line]),
                        blank=True,
                        default=list,
                        help_text="Where it may be used, by name. Empty: as far as its site scope reaches.",
                        verbose_name="sites",
                    ),
                ),
                (
                    "named_sites",
                    models.JSONField(
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="The same sites, as `buyers.schools.NamedSite` writes them.",
                        verbose_name="sites with their addresses",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "active"),
                            ("suspended", "suspended"),
                            ("revoked", "revoked"),
                            ("superseded", "superseded"),
                        ],
                        default="active",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="status since"),
                ),
                (
                    "status_because",
                    models.CharField(
                        blank=True, editable=False, max_length=250, verbose_name="why it has this status"
                    ),
                ),
                (
                    "suspended_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("office", "a decision of the office"),
                            ("non-payment", "an unpaid invoice"),
                            ("dispute", "a disputed payment"),
                        ],
                        default="",
                        editable=False,
                        max_length=20,
                        verbose_name="suspended for",
                    ),
                ),
                (
                    "shortened_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="shortened at"),
                ),
                (
                    "shortened_because",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=250,
                        verbose_name="why it was shortened",
                    ),
                ),
                (
                    "signed_until",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Of a licence that was shortened. Empty: it had no end.",
                        null=True,
                        verbose_name="last day as signed",
                    ),
                ),
                ("certificate", models.TextField(blank=True, editable=False, verbose_name="certificate")),
                (
                    "document",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="The words as issued. Empty for licences issued before words were stored.",
                        verbose_name="what its certificate says",
                    ),
                ),
                ("issued_at", models.DateTimeField(auto_now_add=True, verbose_name="issued at")),
                (
                    "film",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="licensee",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.licence",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="superseded by",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.orderline",
                        verbose_name="order line",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="licence",
            name="line",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="licence",
                to="licensing.orderline",
                verbose_name="order line",
            ),
        ),
        migrations.CreateModel(
            name="CreditLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2, max_digits=12, verbose_name="credited"
                    ),
                ),
                (
                    "credit_note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="licensing.creditnote",
                        verbose_name="credit note",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credits",
                        to="licensing.orderline",
                        verbose_name="order line",
                    ),
                ),
            ],
            options={
                "verbose_name": "credited line",
                "verbose_name_plural": "credited lines",
                "ordering": ("credit_note", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("credit_note", "line"), name="line_credited_once_a_note"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="credit_line_amount_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderLineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("description", models.CharField(max_length=400, verbose_name="description")),
                ("grants", models.JSONField(verbose_name="grants")),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="price"),
                ),
                (
                    "because",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why the price differs from the list"
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: when the order's licences begin.",
                        null=True,
                        verbose_name="from",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Empty: as the grants say.", null=True, verbose_name="until"
                    ),
                ),
                (
                    "charges",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Price, discount and rush fee: kind, words and amount. They add up to the price.",
                        verbose_name="how the price is made up",
                    ),
                ),
                (
                    "fee",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What may be due after the report rests on it.",
                        verbose_name="fee",
                    ),
                ),
                (
                    "sites",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The places that the licence names, as they were when it was ordered.",
                        verbose_name="sites",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licence_type",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licencetype",
                        verbose_name="licence type",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.orderline",
                    ),
                ),
                (
                    "renews",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The licence that this one follows.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="renews",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[("card", "card"), ("transfer", "bank transfer"), ("cheque", "cheque")],
                        max_length=20,
                        verbose_name="method",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="received on")),
                ("event_key", models.CharField(max_length=200, unique=True, verbose_name="event")),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="licensing.invoice",
                        verbose_name="invoice",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment",
                "verbose_name_plural": "payments",
                "ordering": ("-received_on", "-pk"),
                "indexes": [models.Index(fields=["-received_on", "-id"], name="payment_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="payment_amount_positive"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaymentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[("card", "card"), ("transfer", "bank transfer"), ("cheque", "cheque")],
                        max_length=20,
                        verbose_name="method",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="received on")),
                ("event_key", models.CharField(max_length=200, verbose_name="event")),
                (
                    "invoice",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.invoice",
                        verbose_name="invoice",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.payment",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Price",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "enrolment_most",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Empty: for any number.",
                        null=True,
                        verbose_name="for up to this many enrolled",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2,
                        help_text="In all; for each part, showing or person; or the minimum guarantee.",
                        max_digits=12,
                        validators=[djmoney.models.validators.MinMoneyValidator(0)],
                        verbose_name="price",
                    ),
                ),
                (
                    "fee_form",
                    models.CharField(
                        choices=[
                            ("flat", "flat"),
                            ("per-part", "per part"),
                            ("per-showing", "per showing"),
                            ("per-head", "per head, after the report"),
                            ("percentage", "percentage of the box office, with a minimum guarantee"),
                        ],
                        default="flat",
                        max_length=20,
                        verbose_name="how it is charged",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        default=0,
                        max_digits=5,
                        verbose_name="per cent of the box office",
                    ),
                ),
                (
                    "deposit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Charged when it is ordered; the rest after the report. Empty: none.",
                        max_digits=12,
                        null=True,
                        verbose_name="deposit",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample price")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prices",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licence_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prices",
                        to="licensing.licencetype",
                        verbose_name="licence type",
                    ),
                ),
            ],
            options={
                "verbose_name": "price",
                "verbose_name_plural": "prices",
                "ordering": ("film", "licence_type", "tier", "starts_on"),
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("film", "="),
                            ("licence_type", "="),
                            ("tier", "="),
                            ("amount_currency", "="),
                            (
                                django.db.models.functions.comparison.Coalesce(
                                    "enrolment_most", models.Value(0)
                                ),
                                "=",
                            ),
                            (
                                models.Func(
                                    models.F("starts_on"),
                                    models.F("ends_on"),
                                    models.Value("[]"),
                                    function="daterange",
                                ),
                                "&&",
                            ),
                        ],
                        name="price_ranges_apart",
                        violation_error_message="Another price of this film, licence type, tier and currency covers some of these days.",
                    ),
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="price_not_negative"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "amount_currency__in",
                                    [
                                        "BIF",
                                        "CLP",
                                        "DJF",
                                        "GNF",
                                        "ISK",
                                        "JPY",
                                        "KMF",
                                        "KRW",
                                        "PYG",
                                        "RWF",
                                        "UGX",
                                        "VND",
                                        "VUV",
                                        "XAF",
                                        "XOF",
                                        "XPF",
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                models.Q(
                                    ("amount", None),
                                    ("amount", django.db.models.functions.math.Floor(models.F("amount"))),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("deposit", None),
                                    ("deposit", django.db.models.functions.math.Floor(models.F("deposit"))),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="price_in_whole_coins",
                        violation_error_message="This currency has no decimals: enter a whole amount.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("enrolment_most", None), ("enrolment_most__gt", 0), _connector="OR"
                        ),
                        name="price_enrolment_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fee_form", "percentage"), ("percent__gt", 0), ("percent__lte", 100)),
                            models.Q(models.Q(("fee_form", "percentage"), _negated=True), ("percent", 0)),
                            _connector="OR",
                        ),
                        name="price_percent_of_a_percentage",
                        violation_error_message="A percentage is between 0 and 100, and only for that way of charging.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fee_form__in", ["flat", "per-part", "per-showing", "per-head", "percentage"])
                        ),
                        name="price_fee_form_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("deposit", None), ("deposit__gte", 0), _connector="OR"),
                        name="price_deposit_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="price_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "enrolment_most",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Empty: for any number.",
                        null=True,
                        verbose_name="for up to this many enrolled",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2,
                        help_text="In all; for each part, showing or person; or the minimum guarantee.",
                        max_digits=12,
                        validators=[djmoney.models.validators.MinMoneyValidator(0)],
                        verbose_name="price",
                    ),
                ),
                (
                    "fee_form",
                    models.CharField(
                        choices=[
                            ("flat", "flat"),
                            ("per-part", "per part"),
                            ("per-showing", "per showing"),
                            ("per-head", "per head, after the report"),
                            ("percentage", "percentage of the box office, with a minimum guarantee"),
                        ],
                        default="flat",
                        max_length=20,
                        verbose_name="how it is charged",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        default=0,
                        max_digits=5,
                        verbose_name="per cent of the box office",
                    ),
                ),
                (
                    "deposit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Charged when it is ordered; the rest after the report. Empty: none.",
                        max_digits=12,
                        null=True,
                        verbose_name="deposit",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample price")),
                (
                    "film",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licence_type",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licencetype",
                        verbose_name="licence type",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.price",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PriceRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("titles", "discount from a number of titles"),
                            ("series", "discount for the films of a series together"),
                            ("rush", "rush fee for public screenings"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Buyers read it.",
                        max_length=80,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="name",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        help_text="Empty: every tier.",
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="per cent off",
                    ),
                ),
                (
                    "titles",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Parts of one film count as one title.",
                        null=True,
                        verbose_name="from this many titles",
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="when the licence begins in fewer days than"
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                        null=True,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(
                        blank=True,
                        decimal_places=2,
                        default=None,
                        max_digits=12,
                        null=True,
                        validators=[djmoney.models.validators.MinMoneyValidator(0)],
                        verbose_name="rush fee",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "films",
                    models.ManyToManyField(
                        blank=True,
                        help_text="All of them in one order, under the same licence type.",
                        related_name="+",
                        to="catalog.film",
                        verbose_name="films or parts of the series",
                    ),
                ),
            ],
            options={
                "verbose_name": "discount or rush fee",
                "verbose_name_plural": "discounts and rush fees",
                "ordering": ("kind", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "name__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="price_rule_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "amount_currency__in",
                                    [
                                        "BIF",
                                        "CLP",
                                        "DJF",
                                        "GNF",
                                        "ISK",
                                        "JPY",
                                        "KMF",
                                        "KRW",
                                        "PYG",
                                        "RWF",
                                        "UGX",
                                        "VND",
                                        "VUV",
                                        "XAF",
                                        "XOF",
                                        "XPF",
                                    ],
                                ),
                                _negated=True,
                            ),
                            ("amount", None),
                            ("amount", django.db.models.functions.math.Floor(models.F("amount"))),
                            _connector="OR",
                        ),
                        name="price_rule_in_whole_coins",
                        violation_error_message="This currency has no decimals: enter a whole amount.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("amount", None),
                                ("days", None),
                                ("kind", "titles"),
                                ("percent__gt", 0),
                                ("percent__lte", 100),
                                ("titles__gte", 2),
                            ),
                            models.Q(
                                ("amount", None),
                                ("days", None),
                                ("kind", "series"),
                                ("percent__gt", 0),
                                ("percent__lte", 100),
                                ("titles", None),
                            ),
                            models.Q(
                                ("amount__gt", 0),
                                ("days__gt", 0),
                                ("kind", "rush"),
                                ("percent", None),
                                ("titles", None),
                            ),
                            _connector="OR",
                        ),
                        name="price_rule_complete",
                        violation_error_message="A discount has a percentage (and, from a number of titles, at least 2 of them); a rush fee has days and an amount.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tier", ""),
                            (
                                "tier__in",
                                [
                                    "higher-education",
                                    "k-12",
                                    "k-12-district",
                                    "consortium",
                                    "non-profit",
                                    "public-library",
                                    "cinema",
                                    "festival",
                                    "individual",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="price_rule_tier_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("starts_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="price_rule_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("titles", "discount from a number of titles"),
                            ("series", "discount for the films of a series together"),
                            ("rush", "rush fee for public screenings"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Buyers read it.",
                        max_length=80,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="name",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        help_text="Empty: every tier.",
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="per cent off",
                    ),
                ),
                (
                    "titles",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Parts of one film count as one title.",
                        null=True,
                        verbose_name="from this many titles",
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="when the licence begins in fewer days than"
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                        null=True,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(
                        blank=True,
                        decimal_places=2,
                        default=None,
                        max_digits=12,
                        null=True,
                        validators=[djmoney.models.validators.MinMoneyValidator(0)],
                        verbose_name="rush fee",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.pricerule",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PurchaseOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "cost_centre",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="cost centre",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                (
                    "document",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="purchase-orders/",
                        verbose_name="document",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="purchase_orders",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "purchase order",
                "verbose_name_plural": "purchase orders",
                "ordering": ("order", "pk"),
                "indexes": [
                    models.Index(
                        django.db.models.functions.text.Upper("number"), name="purchase_order_by_number"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("order", "number", "cost_centre"), name="purchase_order_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True), name="purchase_order_has_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)), name="purchase_order_not_negative"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "number__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="purchase_order_number_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "cost_centre__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="purchase_order_cost_centre_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PurchaseOrderEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "number",
                    models.CharField(
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "cost_centre",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="cost centre",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                (
                    "document",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="purchase-orders/",
                        verbose_name="document",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.purchaseorder",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Quote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number")),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("accepted", "ordered"),
                            ("expired", "expired"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "total_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "total",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="total"),
                ),
                ("starts_on", models.DateField(verbose_name="licences begin on")),
                ("made_on", models.DateField(verbose_name="made on")),
                (
                    "valid_until",
                    models.DateField(help_text="The last day, at the office.", verbose_name="valid until"),
                ),
                ("snapshot", models.JSONField(verbose_name="what it says")),
                (
                    "request_key",
                    models.CharField(
                        blank=True, editable=False, max_length=40, null=True, verbose_name="request"
                    ),
                ),
                ("accepted_on", models.DateField(blank=True, null=True, verbose_name="ordered on")),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=250, verbose_name="why it was withdrawn"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="for",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="The person in the office who made it. Empty: made by a member.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "order",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quote",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "quote",
                "verbose_name_plural": "quotes",
                "ordering": ("-created_at", "-pk"),
                "permissions": [("set_quote_price", "Can set own prices on quotes")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "accepted", "withdrawn"])),
                        name="quote_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("accepted_on__isnull", False),
                                ("order__isnull", False),
                                ("status", "accepted"),
                            ),
                            models.Q(
                                models.Q(("status", "accepted"), _negated=True),
                                ("accepted_on", None),
                                ("order", None),
                            ),
                            _connector="OR",
                        ),
                        name="quote_accepted_with_its_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_on", None),
                            ("accepted_on__lte", models.F("valid_until")),
                            _connector="OR",
                        ),
                        name="quote_accepted_in_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_until__gte", models.F("made_on"))),
                        name="quote_valid_from_when_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "withdrawn"), ("withdrawn_because", ""), _connector="OR"
                        ),
                        name="quote_reason_if_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("total__gte", 0)), name="quote_total_not_negative"
                    ),
                    models.UniqueConstraint(fields=("asked_by", "request_key"), name="quote_once_a_request"),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.CharField(max_length=20, verbose_name="number")),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("higher-education", "Higher education"),
                            ("k-12", "K-12 building"),
                            ("k-12-district", "K-12 district"),
                            ("consortium", "Consortium"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("cinema", "Commercial cinema"),
                            ("festival", "Festival"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("accepted", "ordered"),
                            ("expired", "expired"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "total_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "total",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="total"),
                ),
                ("starts_on", models.DateField(verbose_name="licences begin on")),
                ("made_on", models.DateField(verbose_name="made on")),
                (
                    "valid_until",
                    models.DateField(help_text="The last day, at the office.", verbose_name="valid until"),
                ),
                ("snapshot", models.JSONField(verbose_name="what it says")),
                (
                    "request_key",
                    models.CharField(
                        blank=True, editable=False, max_length=40, null=True, verbose_name="request"
                    ),
                ),
                ("accepted_on", models.DateField(blank=True, null=True, verbose_name="ordered on")),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=250, verbose_name="why it was withdrawn"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="for",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The person in the office who made it. Empty: made by a member.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.quote",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="QuoteLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("description", models.CharField(max_length=400, verbose_name="description")),
                ("grants", models.JSONField(verbose_name="grants")),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="price"),
                ),
                (
                    "listed",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        verbose_name="price of the list",
                    ),
                ),
                (
                    "because",
                    models.CharField(blank=True, max_length=300, verbose_name="why the price differs"),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "sites",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The places that the licence would name. Empty: they are chosen when it is ordered.",
                        verbose_name="sites",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quote_lines",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licence_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quote_lines",
                        to="licensing.licencetype",
                        verbose_name="licence type",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="licensing.quote",
                        verbose_name="quote",
                    ),
                ),
                (
                    "upgrades",
                    models.ManyToManyField(
                        blank=True,
                        related_name="upgrade_quotes",
                        to="licensing.licence",
                        verbose_name="upgrades",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a quote",
                "verbose_name_plural": "lines of quotes",
                "ordering": ("quote", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("quote", "film", "licence_type"), name="line_quoted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)), name="quoted_amount_not_negative"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            models.Q(("ends_on__gte", models.F("starts_on")), ("starts_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="quoted_line_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "because__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="quoted_line_because_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                ("snapshot", models.JSONField(verbose_name="what it says")),
                (
                    "credit_note",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipt",
                        to="licensing.creditnote",
                        verbose_name="credit note that settled it",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="licensing.invoice",
                        verbose_name="invoice",
                    ),
                ),
                (
                    "payment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipt",
                        to="licensing.payment",
                        verbose_name="payment that settled it",
                    ),
                ),
            ],
            options={
                "verbose_name": "receipt",
                "verbose_name_plural": "receipts",
                "ordering": ("-issued_on", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("credit_note", None), ("payment__isnull", False)),
                            models.Q(("credit_note__isnull", False), ("payment", None)),
                            _connector="OR",
                        ),
                        name="receipt_settled_by_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Refund",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                (
                    "failed",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="of which failed"
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("card", "to the card"),
                            ("dispute", "by a card dispute"),
                            ("transfer", "bank transfer"),
                            ("cheque", "cheque"),
                        ],
                        max_length=20,
                        verbose_name="method",
                    ),
                ),
                ("refunded_on", models.DateField(verbose_name="refunded on")),
                ("event_key", models.CharField(max_length=200, unique=True, verbose_name="event")),
                (
                    "card_payment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refunds",
                        to="licensing.cardpayment",
                        verbose_name="card payment",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refunds",
                        to="licensing.invoice",
                        verbose_name="invoice",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "refund",
                "verbose_name_plural": "refunds",
                "ordering": ("-refunded_on", "-pk"),
                "indexes": [models.Index(fields=["-refunded_on", "-id"], name="refund_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="refund_amount_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("failed__gte", 0), ("failed__lte", models.F("amount"))),
                        name="refund_failed_within_amount",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RefundEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                (
                    "failed",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="of which failed"
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("card", "to the card"),
                            ("dispute", "by a card dispute"),
                            ("transfer", "bank transfer"),
                            ("cheque", "cheque"),
                        ],
                        max_length=20,
                        verbose_name="method",
                    ),
                ),
                ("refunded_on", models.DateField(verbose_name="refunded on")),
                ("event_key", models.CharField(max_length=200, verbose_name="event")),
                (
                    "card_payment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.cardpayment",
                        verbose_name="card payment",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.invoice",
                        verbose_name="invoice",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.refund",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RefundRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True, verbose_name="token")),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("is_done", models.BooleanField(default=False, verbose_name="done")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "card_payment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refund_requests",
                        to="licensing.cardpayment",
                        verbose_name="card payment",
                    ),
                ),
            ],
            options={
                "verbose_name": "refund asked of the gateway",
                "verbose_name_plural": "refunds asked of the gateway",
                "ordering": ("-asked_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="refund_request_amount_positive"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_done", False)),
                        fields=("card_payment",),
                        name="refund_request_open_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "attendance",
                    models.PositiveIntegerField(
                        help_text="At all screenings together.", verbose_name="people who came"
                    ),
                ),
                ("screenings", models.PositiveSmallIntegerField(default=1, verbose_name="screenings")),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("none", "free admission only"),
                            ("donations", "voluntary donations"),
                            ("cost-recovery", "admission that covers costs"),
                            ("charged", "admission may be charged"),
                        ],
                        max_length=20,
                        verbose_name="admission",
                    ),
                ),
                (
                    "box_office_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "box_office",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2, max_digits=12, verbose_name="box office"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("remarks", models.TextField(blank=True, max_length=1000, verbose_name="remarks")),
                (
                    "because",
                    models.CharField(blank=True, max_length=250, verbose_name="why it was corrected"),
                ),
                ("answered_at", models.DateTimeField(auto_now_add=True, verbose_name="answered at")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a rights report",
                "verbose_name_plural": "answers to rights reports",
                "ordering": ("report", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ReportFee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "to be invoiced or credited"),
                            ("invoiced", "invoiced"),
                            ("credited", "credited"),
                            ("dropped", "not charged"),
                            ("replaced", "replaced by a newer report"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2,
                        help_text="Before tax. Less than zero: so much too much was charged.",
                        max_digits=12,
                        verbose_name="amount",
                    ),
                ),
                ("because", models.CharField(blank=True, max_length=250, verbose_name="reason")),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="settled at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "answer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fee",
                        to="licensing.reportanswer",
                        verbose_name="answer to a rights report",
                    ),
                ),
                (
                    "credit_notes",
                    models.ManyToManyField(
                        blank=True,
                        related_name="report_fees",
                        to="licensing.creditnote",
                        verbose_name="credit notes",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_fees",
                        to="licensing.licence",
                        verbose_name="licence",
                    ),
                ),
                (
                    "line",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_fee",
                        to="licensing.orderline",
                        verbose_name="order line",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: by rule.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="settled by",
                    ),
                ),
            ],
            options={
                "verbose_name": "fee after a report",
                "verbose_name_plural": "fees after reports",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "waiting")),
                        fields=("licence",),
                        name="report_fee_waits_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount", 0), _negated=True), name="report_fee_not_zero"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__gt", 0), ("line__isnull", False), ("status", "invoiced")),
                            models.Q(models.Q(("status", "invoiced"), _negated=True), ("line", None)),
                            _connector="OR",
                        ),
                        name="report_fee_invoiced_by_line",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "credited"), _negated=True),
                            ("amount__lt", 0),
                            _connector="OR",
                        ),
                        name="report_fee_credited_is_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dropped"), models.Q(("because", ""), _negated=True)),
                            models.Q(models.Q(("status", "dropped"), _negated=True), ("because", "")),
                            _connector="OR",
                        ),
                        name="report_fee_dropped_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("status__in", ["waiting", "replaced"])),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("status__in", ["invoiced", "credited", "dropped"]),
                            ),
                            _connector="OR",
                        ),
                        name="report_fee_settled_with_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFeeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "to be invoiced or credited"),
                            ("invoiced", "invoiced"),
                            ("credited", "credited"),
                            ("dropped", "not charged"),
                            ("replaced", "replaced by a newer report"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2,
                        help_text="Before tax. Less than zero: so much too much was charged.",
                        max_digits=12,
                        verbose_name="amount",
                    ),
                ),
                ("because", models.CharField(blank=True, max_length=250, verbose_name="reason")),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="settled at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "answer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.reportanswer",
                        verbose_name="answer to a rights report",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="licence",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.orderline",
                        verbose_name="order line",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.reportfee",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: by rule.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="settled by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RightsReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="screening of ours"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        max_length=250, validators=[wording.one_line.one_line], verbose_name="screening"
                    ),
                ),
                (
                    "site",
                    models.CharField(
                        max_length=250, validators=[wording.one_line.one_line], verbose_name="where"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("due_on", models.DateField(verbose_name="due on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("owed", "owed"),
                            ("answered", "answered"),
                            ("waived", "waived"),
                            ("withdrawn", "no longer owed"),
                        ],
                        default="owed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "waived_because",
                    models.CharField(blank=True, max_length=250, verbose_name="why it is waived"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="licensing.institution",
                        verbose_name="presented by",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="licensing.licence",
                        verbose_name="licence",
                    ),
                ),
            ],
            options={
                "verbose_name": "rights report",
                "verbose_name_plural": "rights reports",
                "ordering": ("due_on", "pk"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "owed")), fields=["due_on"], name="report_owed_by_day"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        fields=("licence", "source"),
                        name="report_once_a_screening",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="report_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("last_day"))),
                        name="report_due_after_screening",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "waived"), models.Q(("waived_because", ""), _negated=True)),
                            models.Q(models.Q(("status", "waived"), _negated=True), ("waived_because", "")),
                            _connector="OR",
                        ),
                        name="report_waived_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "title__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="report_title_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "site__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="report_site_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="reportanswer",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="licensing.rightsreport",
                verbose_name="rights report",
            ),
        ),
        migrations.CreateModel(
            name="RightsReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "source",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="screening of ours"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        max_length=250, validators=[wording.one_line.one_line], verbose_name="screening"
                    ),
                ),
                (
                    "site",
                    models.CharField(
                        max_length=250, validators=[wording.one_line.one_line], verbose_name="where"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("due_on", models.DateField(verbose_name="due on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("owed", "owed"),
                            ("answered", "answered"),
                            ("waived", "waived"),
                            ("withdrawn", "no longer owed"),
                        ],
                        default="owed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "waived_because",
                    models.CharField(blank=True, max_length=250, verbose_name="why it is waived"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="presented by",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="licence",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.rightsreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoyaltyAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("education", "education and libraries"),
                            ("screenings", "public screenings"),
                            ("broadcast", "broadcast"),
                            ("home", "home viewing"),
                        ],
                        help_text="Empty: every channel without an agreement of its own.",
                        max_length=20,
                        verbose_name="channel",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="share of receipts in percent",
                    ),
                ),
                ("currency", models.CharField(default="USD", max_length=3, verbose_name="currency")),
                (
                    "advance",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="advance paid"
                    ),
                ),
                (
                    "guarantee",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        help_text="In all, the advance included. What is missing is added when the agreement ends.",
                        max_digits=14,
                        verbose_name="minimum guarantee",
                    ),
                ),
                (
                    "costs",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="costs so far"
                    ),
                ),
                (
                    "costs_cap",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Empty: all of them.",
                        max_digits=14,
                        null=True,
                        verbose_name="costs recouped up to",
                    ),
                ),
                (
                    "recoupment",
                    models.CharField(
                        choices=[
                            (
                                "off-the-top",
                                "costs from the receipts, then the advance from the licensor’s share",
                            ),
                            ("advance-first", "from the licensor’s share, the advance and then the costs"),
                            ("costs-first", "from the licensor’s share, the costs and then the advance"),
                        ],
                        default="off-the-top",
                        max_length=20,
                        verbose_name="order of recoupment",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="The last day. Empty: no end.", null=True, verbose_name="until"
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample agreement")),
                (
                    "film",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: all films of the licensor.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="royalty_agreements",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licensor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="licensing.licensor",
                        verbose_name="licensor",
                    ),
                ),
            ],
            options={
                "verbose_name": "royalty agreement",
                "verbose_name_plural": "royalty agreements",
                "ordering": ("licensor", "film", "channel", "starts_on"),
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("film", "="),
                            ("channel", "="),
                            (
                                models.Func(
                                    models.F("starts_on"),
                                    models.F("ends_on"),
                                    models.Value("[]"),
                                    function="daterange",
                                ),
                                "&&",
                            ),
                        ],
                        name="agreements_of_film_apart",
                        violation_error_message="Another agreement for this film and channel covers some of these days.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("film", None)),
                        expressions=[
                            ("licensor", "="),
                            ("channel", "="),
                            (
                                models.Func(
                                    models.F("starts_on"),
                                    models.F("ends_on"),
                                    models.Value("[]"),
                                    function="daterange",
                                ),
                                "&&",
                            ),
                        ],
                        name="agreements_of_licensor_apart",
                        violation_error_message="Another agreement for all films of this licensor and this channel covers some of these days.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "currency__in",
                                    [
                                        "BIF",
                                        "CLP",
                                        "DJF",
                                        "GNF",
                                        "ISK",
                                        "JPY",
                                        "KMF",
                                        "KRW",
                                        "PYG",
                                        "RWF",
                                        "UGX",
                                        "VND",
                                        "VUV",
                                        "XAF",
                                        "XOF",
                                        "XPF",
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                models.Q(
                                    ("advance", None),
                                    ("advance", django.db.models.functions.math.Floor(models.F("advance"))),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("guarantee", None),
                                    (
                                        "guarantee",
                                        django.db.models.functions.math.Floor(models.F("guarantee")),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("costs", None),
                                    ("costs", django.db.models.functions.math.Floor(models.F("costs"))),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("costs_cap", None),
                                    (
                                        "costs_cap",
                                        django.db.models.functions.math.Floor(models.F("costs_cap")),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_in_whole_coins",
                        violation_error_message="This currency has no decimals: enter a whole amount.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__gte", 0), ("percent__lte", 100)),
                        name="agreement_percent_within_hundred",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("advance__gte", 0),
                            ("costs__gte", 0),
                            ("guarantee__gte", 0),
                            models.Q(("costs_cap", None), ("costs_cap__gte", 0), _connector="OR"),
                        ),
                        name="agreement_amounts_not_negative",
                        violation_error_message="Amounts cannot be less than zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="agreement_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "channel__in",
                                [
                                    "",
                                    licensing.terms.royalties.channels.Channel["EDUCATION"],
                                    licensing.terms.royalties.channels.Channel["SCREENINGS"],
                                    licensing.terms.royalties.channels.Channel["BROADCAST"],
                                    licensing.terms.royalties.channels.Channel["HOME"],
                                ],
                            )
                        ),
                        name="agreement_channel_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "recoupment__in",
                                [
                                    licensing.terms.royalties.recouping.Recoupment["OFF_THE_TOP"],
                                    licensing.terms.royalties.recouping.Recoupment["ADVANCE_FIRST"],
                                    licensing.terms.royalties.recouping.Recoupment["COSTS_FIRST"],
                                ],
                            )
                        ),
                        name="agreement_recoupment_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoyaltyAgreementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("education", "education and libraries"),
                            ("screenings", "public screenings"),
                            ("broadcast", "broadcast"),
                            ("home", "home viewing"),
                        ],
                        help_text="Empty: every channel without an agreement of its own.",
                        max_length=20,
                        verbose_name="channel",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="share of receipts in percent",
                    ),
                ),
                ("currency", models.CharField(default="USD", max_length=3, verbose_name="currency")),
                (
                    "advance",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="advance paid"
                    ),
                ),
                (
                    "guarantee",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        help_text="In all, the advance included. What is missing is added when the agreement ends.",
                        max_digits=14,
                        verbose_name="minimum guarantee",
                    ),
                ),
                (
                    "costs",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="costs so far"
                    ),
                ),
                (
                    "costs_cap",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Empty: all of them.",
                        max_digits=14,
                        null=True,
                        verbose_name="costs recouped up to",
                    ),
                ),
                (
                    "recoupment",
                    models.CharField(
                        choices=[
                            (
                                "off-the-top",
                                "costs from the receipts, then the advance from the licensor’s share",
                            ),
                            ("advance-first", "from the licensor’s share, the advance and then the costs"),
                            ("costs-first", "from the licensor’s share, the costs and then the advance"),
                        ],
                        default="off-the-top",
                        max_length=20,
                        verbose_name="order of recoupment",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="The last day. Empty: no end.", null=True, verbose_name="until"
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample agreement")),
                (
                    "film",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: all films of the licensor.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "licensor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licensor",
                        verbose_name="licensor",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.royaltyagreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoyaltyStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number")),
                ("first_day", models.DateField(verbose_name="from")),
                ("last_day", models.DateField(verbose_name="until")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                ("receipts", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="receipts")),
                (
                    "payable",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="due for the quarter"),
                ),
                (
                    "balance",
                    models.DecimalField(
                        decimal_places=2,
                        help_text="With what was due before and not paid by then.",
                        max_digits=14,
                        verbose_name="balance",
                    ),
                ),
                ("snapshot", models.JSONField(verbose_name="what it says")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
                    ),
                ),
                (
                    "licensor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="licensing.licensor",
                        verbose_name="licensor",
                    ),
                ),
            ],
            options={
                "verbose_name": "royalty statement",
                "verbose_name_plural": "royalty statements",
                "ordering": ("-last_day", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("licensor", "currency", "first_day"), name="statement_once_a_quarter"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gt", models.F("first_day"))),
                        name="statement_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoyaltyPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("receipts", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="receipts")),
                (
                    "corrections",
                    models.DecimalField(
                        decimal_places=2, max_digits=14, verbose_name="of these, corrections"
                    ),
                ),
                (
                    "costs",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="costs recouped"),
                ),
                (
                    "advance",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="advance recouped"),
                ),
                (
                    "topped_up",
                    models.DecimalField(
                        decimal_places=2, max_digits=14, verbose_name="added for the guarantee"
                    ),
                ),
                ("payable", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="due")),
                (
                    "payable_corrected",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="of this, corrections"),
                ),
                ("retained", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="retained")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="licensing.royaltyagreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="licensing.royaltystatement",
                        verbose_name="statement",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement in a statement",
                "verbose_name_plural": "agreements in statements",
                "ordering": ("statement", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "agreement"), name="agreement_once_a_statement"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "receipts",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("costs"), "+", models.F("advance")
                                            ),
                                            "+",
                                            models.F("payable"),
                                        ),
                                        "+",
                                        models.F("retained"),
                                    ),
                                    "-",
                                    models.F("topped_up"),
                                ),
                            )
                        ),
                        name="statement_shares_all_receipts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoyaltyEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="received")),
                ("corrected", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="corrected")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="licensing.royaltyagreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="royalty_entries",
                        to="licensing.orderline",
                        verbose_name="order line",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="licensing.royaltystatement",
                        verbose_name="statement",
                    ),
                ),
            ],
            options={
                "verbose_name": "line in a statement",
                "verbose_name_plural": "lines in statements",
                "ordering": ("statement", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "agreement", "line"), name="line_once_a_statement"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Site",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=150,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="name",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("building", "building"),
                            ("branch", "branch"),
                            ("campus", "campus"),
                            ("other", "other place"),
                        ],
                        default="building",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="address",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sites",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "site",
                "verbose_name_plural": "sites",
                "ordering": ("name", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("institution"),
                        django.db.models.functions.text.Lower("name"),
                        name="site_named_once",
                        violation_error_message="There is already a site of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["building", "branch", "campus", "other"])),
                        name="site_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "name__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="site_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("address"), 500
                        ),
                        name="site_address_bounded",
                        violation_error_message="This text is too long.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "name",
                    models.CharField(
                        max_length=150,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="name",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("building", "building"),
                            ("branch", "branch"),
                            ("campus", "campus"),
                            ("other", "other place"),
                        ],
                        default="building",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="address",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.site",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TaxNumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("us-ein", "EIN (United States)"),
                            ("eu-vat", "VAT number (European Union)"),
                            ("gb-vat", "VAT number (United Kingdom)"),
                            ("ca-bn", "Business number (Canada)"),
                            ("au-abn", "ABN (Australia)"),
                            ("ch-vat", "VAT number (Switzerland)"),
                            ("other", "another tax number"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=40,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tax_numbers",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "tax number",
                "verbose_name_plural": "tax numbers",
                "ordering": ("kind", "country", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "kind", "country"),
                        name="tax_number_once",
                        violation_error_message="There is already a number of this kind for this country.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True), name="tax_number_given"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "number__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="tax_number_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaxNumberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("us-ein", "EIN (United States)"),
                            ("eu-vat", "VAT number (European Union)"),
                            ("gb-vat", "VAT number (United Kingdom)"),
                            ("ca-bn", "Business number (Canada)"),
                            ("au-abn", "ABN (Australia)"),
                            ("ch-vat", "VAT number (Switzerland)"),
                            ("other", "another tax number"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=40,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.taxnumber",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TaxRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        help_text="Its two letters, as in NY or QC. Empty: all of the country that has no rows of its own.",
                        max_length=2,
                        verbose_name="state or province",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As invoices print it.",
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="name of the tax",
                    ),
                ),
                (
                    "rate",
                    models.DecimalField(
                        decimal_places=4,
                        help_text="In percent.",
                        max_digits=7,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="rate",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("registered", "we are registered there"),
                            ("one-stop-shop", "One Stop Shop: consumers in the European Union"),
                        ],
                        default="registered",
                        max_length=20,
                        verbose_name="why we charge it",
                    ),
                ),
                (
                    "rounding",
                    models.CharField(
                        choices=[("total", "on the total"), ("line", "on each line")],
                        default="total",
                        max_length=10,
                        verbose_name="rounded",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As invoices print it.",
                        max_length=40,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="our number there",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(blank=True, help_text="The last day.", null=True, verbose_name="until"),
                ),
            ],
            options={
                "verbose_name": "tax rule",
                "verbose_name_plural": "tax rules",
                "ordering": ("country", "state", "name", "starts_on"),
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("country", "="),
                            ("state", "="),
                            ("name", "="),
                            ("basis", "="),
                            (
                                models.Func(
                                    models.F("starts_on"),
                                    models.F("ends_on"),
                                    models.Value("[]"),
                                    function="daterange",
                                ),
                                "&&",
                            ),
                        ],
                        name="tax_rules_apart",
                        violation_error_message="Another row of this tax and place covers some of these days.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rate__gte", 0), ("rate__lte", 100)),
                        name="tax_rule_rate_a_percentage",
                        violation_error_message="A rate is from 0 to 100 percent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="tax_rule_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", ""),
                            models.Q(("country__in", ("US", "CA")), ("state__regex", "^[A-Z]{2}$")),
                            _connector="OR",
                        ),
                        name="tax_rule_state_has_its_country",
                        violation_error_message="A state or province can only be given for the United States or Canada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="tax_rule_has_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis", "registered"), ("state", ""), _connector="OR"),
                        name="tax_rule_shop_has_no_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "name__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="tax_rule_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "number__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="tax_rule_number_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaxRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        help_text="Its two letters, as in NY or QC. Empty: all of the country that has no rows of its own.",
                        max_length=2,
                        verbose_name="state or province",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As invoices print it.",
                        max_length=60,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="name of the tax",
                    ),
                ),
                (
                    "rate",
                    models.DecimalField(
                        decimal_places=4,
                        help_text="In percent.",
                        max_digits=7,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="rate",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("registered", "we are registered there"),
                            ("one-stop-shop", "One Stop Shop: consumers in the European Union"),
                        ],
                        default="registered",
                        max_length=20,
                        verbose_name="why we charge it",
                    ),
                ),
                (
                    "rounding",
                    models.CharField(
                        choices=[("total", "on the total"), ("line", "on each line")],
                        default="total",
                        max_length=10,
                        verbose_name="rounded",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As invoices print it.",
                        max_length=40,
                        validators=[
                            wording.one_line.one_line,
                            licensing.typesetting.printing.validate_printable,
                        ],
                        verbose_name="our number there",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(blank=True, help_text="The last day.", null=True, verbose_name="until"),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.taxrule",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UpgradeCredit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="credit"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "given_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="upgrade_credits",
                        to="licensing.creditnote",
                        verbose_name="given back by",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="upgrade_credits",
                        to="licensing.licence",
                        verbose_name="licence",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="upgrade_credits",
                        to="licensing.orderline",
                        verbose_name="order line",
                    ),
                ),
            ],
            options={
                "verbose_name": "upgrade credit",
                "verbose_name_plural": "upgrade credits",
                "ordering": ("-created_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)), name="upgrade_credit_not_negative"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("given_back_by", None)),
                        fields=("licence",),
                        name="licence_credited_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UpgradeCreditEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="credit"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "given_back_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.creditnote",
                        verbose_name="given back by",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="licence",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.orderline",
                        verbose_name="order line",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.upgradecredit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UpgradeRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("same-film", "the same film"),
                            ("part-to-whole", "the whole film instead of a part"),
                        ],
                        default="same-film",
                        max_length=20,
                        verbose_name="for",
                    ),
                ),
                (
                    "within_days",
                    models.PositiveSmallIntegerField(
                        help_text="After the licence was issued. Its day counts as day 0.",
                        verbose_name="within days",
                    ),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="Of what was paid for the licence.",
                        verbose_name="credit in per cent",
                    ),
                ),
                (
                    "from_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="upgrades_from",
                        to="licensing.licencetype",
                        verbose_name="from",
                    ),
                ),
                (
                    "to_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="upgrades_to",
                        to="licensing.licencetype",
                        verbose_name="to",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule for upgrades",
                "verbose_name_plural": "rules for upgrades",
                "ordering": ("from_type", "to_type", "reach"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("from_type", "to_type", "reach"),
                        name="upgrade_rule_once",
                        violation_error_message="There is a rule for these two types already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__gt", 0), ("percent__lte", 100)),
                        name="upgrade_percent_up_to_all",
                        violation_error_message="Enter 1 to 100 per cent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reach__in", ["same-film", "part-to-whole"])),
                        name="upgrade_reach_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reach", "part-to-whole"),
                            models.Q(("from_type", models.F("to_type")), _negated=True),
                            _connector="OR",
                        ),
                        name="upgrade_leads_elsewhere",
                        violation_error_message="An upgrade of the same film leads to another type.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UpgradeRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("same-film", "the same film"),
                            ("part-to-whole", "the whole film instead of a part"),
                        ],
                        default="same-film",
                        max_length=20,
                        verbose_name="for",
                    ),
                ),
                (
                    "within_days",
                    models.PositiveSmallIntegerField(
                        help_text="After the licence was issued. Its day counts as day 0.",
                        verbose_name="within days",
                    ),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="Of what was paid for the licence.",
                        verbose_name="credit in per cent",
                    ),
                ),
                (
                    "from_type",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licencetype",
                        verbose_name="from",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.upgraderule",
                    ),
                ),
                (
                    "to_type",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licencetype",
                        verbose_name="to",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="exemption",
            index=models.Index(fields=["file"], name="exemption_by_file"),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", ""),
                    models.Q(("country", "US"), ("state__regex", "^[A-Z]{2}$")),
                    _connector="OR",
                ),
                name="exemption_state_of_the_us",
                violation_error_message="A state can only be given for the United States.",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "refused"), _negated=True),
                    models.Q(("refused_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="exemption_refused_with_reason",
                violation_error_message="Say why the certificate is not accepted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "asked"), ("checked_at__isnull", False), _connector="OR"),
                name="exemption_checked_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "number__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="exemption_number_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state", "to-do")), fields=["due_on"], name="delivery_to_do"
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "to-do"),
                    models.Q(("state__in", ("given", "closed")), ("way__in", ("file", "stream"))),
                    models.Q(("state__in", ("sent", "received", "returned")), ("way__in", ("disc", "dcp"))),
                    models.Q(("state", "sent"), ("way", "key")),
                    _connector="OR",
                ),
                name="delivery_state_fits_its_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "given"), _negated=True), ("given_at__isnull", False), _connector="OR"
                ),
                name="delivery_given_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("sent", "received", "returned")), _negated=True),
                    ("sent_on__isnull", False),
                    _connector="OR",
                ),
                name="delivery_sent_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ("sent", "received", "returned")),
                        ("way__in", ("disc", "dcp")),
                        _negated=True,
                    ),
                    models.Q(("carrier", ""), _negated=True),
                    _connector="OR",
                ),
                name="delivery_parcel_has_a_carrier",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("return_by", None), ("return_by__gte", models.F("sent_on")), _connector="OR"
                ),
                name="delivery_returned_after_sent",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "given"), ("way", "stream"), _negated=True),
                    ("link__isnull", False),
                    _connector="OR",
                ),
                name="delivery_stream_has_a_link",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ["file", "stream", "disc", "dcp", "key"])),
                name="delivery_way_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                condition=models.Q(("way__in", ("file", "stream"))),
                fields=("licence", "way"),
                name="delivery_access_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("sent_to"), 2000
                ),
                name="delivery_sent_to_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "tracking_number__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="delivery_tracking_number_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "carrier__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="delivery_carrier_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddIndex(
            model_name="institution",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("legal_name"), name="gin_trgm_ops"),
                name="institution_name_trigrams",
            ),
        ),
        migrations.AddIndex(
            model_name="institution",
            index=models.Index(
                condition=models.Q(("verification", "asked")),
                fields=["created_at"],
                name="institution_to_verify",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("bill_to"), 500
                ),
                name="institution_bill_to_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("ship_to"), 500
                ),
                name="institution_ship_to_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None), models.Q(("parent", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="institution_not_its_parent",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", ""),
                    models.Q(("country__in", ("US", "CA")), ("state__regex", "^[A-Z]{2}$")),
                    _connector="OR",
                ),
                name="institution_state_has_its_country",
                violation_error_message="A state or province can only be given for the United States or Canada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(("enrolment", None), ("enrolment__gt", 0), _connector="OR"),
                name="institution_enrolment_positive",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(("currency", ""), ("currency__regex", "^[A-Z]{3}$"), _connector="OR"),
                name="institution_currency_code",
                violation_error_message="Enter the three capital letters of a currency, such as USD.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "legal_name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="institution_legal_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "tier__in",
                        [
                            "higher-education",
                            "k-12",
                            "k-12-district",
                            "consortium",
                            "non-profit",
                            "public-library",
                            "cinema",
                            "festival",
                            "individual",
                        ],
                    )
                ),
                name="institution_tier_known",
                violation_error_message="There is no such tier.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verification", "verified"), _negated=True),
                    models.Q(("verified_at__isnull", False), models.Q(("verified_how", ""), _negated=True)),
                    _connector="OR",
                ),
                name="institution_verified_with_reason",
                violation_error_message="Say how the institution was verified.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verification", "refused"), _negated=True),
                    models.Q(("refused_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="institution_refused_with_reason",
                violation_error_message="Say why the institution was not accepted.",
            ),
        ),
        migrations.AddIndex(
            model_name="invoice",
            index=models.Index(fields=["-issued_on", "-id"], name="invoice_newest"),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gte", models.F("issued_on"))), name="invoice_due_after_issue"
            ),
        ),
        migrations.AddIndex(
            model_name="licence",
            index=models.Index(fields=["institution", "ends_on", "id"], name="licence_institution_end"),
        ),
        migrations.AddIndex(
            model_name="licence",
            index=models.Index(fields=["ends_on"], name="licence_end"),
        ),
        migrations.AddIndex(
            model_name="licence",
            index=models.Index(fields=["-issued_at", "-id"], name="licence_newest"),
        ),
        migrations.AddIndex(
            model_name="licence",
            index=models.Index(
                condition=models.Q(("status", "active")), fields=["ends_on"], name="licence_to_end"
            ),
        ),
        migrations.AddConstraint(
            model_name="licence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="licence_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="licence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "active"), ("status_because", ""), ("status_since", None)),
                    models.Q(
                        models.Q(("status", "active"), _negated=True),
                        ("status_since__isnull", False),
                        models.Q(("status_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="licence_status_with_reason",
                violation_error_message="Say why the licence is no longer active.",
            ),
        ),
        migrations.AddConstraint(
            model_name="licence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status", "suspended"), ("suspended_for__in", ["office", "non-payment", "dispute"])
                    ),
                    models.Q(models.Q(("status", "suspended"), _negated=True), ("suspended_for", "")),
                    _connector="OR",
                ),
                name="licence_suspended_for_a_cause",
            ),
        ),
        migrations.AddConstraint(
            model_name="licence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status", "superseded"),
                        ("superseded_by__isnull", False),
                        models.Q(("superseded_by", models.F("id")), _negated=True),
                    ),
                    models.Q(models.Q(("status", "superseded"), _negated=True), ("superseded_by", None)),
                    _connector="OR",
                ),
                name="licence_superseded_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="licence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shortened_at", None), ("shortened_because", ""), ("signed_until", None)),
                    models.Q(
                        ("ends_on__isnull", False),
                        ("shortened_at__isnull", False),
                        models.Q(("shortened_because", ""), _negated=True),
                        models.Q(
                            ("signed_until", None), ("signed_until__gt", models.F("ends_on")), _connector="OR"
                        ),
                    ),
                    _connector="OR",
                ),
                name="licence_shortened_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("box_office__gte", 0)), name="answer_box_office_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("attendance__lte", 1000000), ("screenings__gt", 0)),
                name="answer_counts_within_reach",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="answer_days_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportanswer",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("remarks"), 1000
                ),
                name="answer_remarks_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
    ]
