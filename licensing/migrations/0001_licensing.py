import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import djmoney.models.fields
import djmoney.models.validators
from django.conf import settings
from django.db import migrations, models

import licensing.models.sales.invoices
import licensing.models.uploads
import licensing.typesetting.printing
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
                            ("k-12", "K-12"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
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
                    "address",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="address",
                    ),
                ),
                (
                    "billing_email",
                    models.EmailField(
                        blank=True,
                        help_text="Use a shared mailbox if possible: people come and go.",
                        max_length=254,
                        verbose_name="billing e-mail",
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
                ("is_tax_exempt", models.BooleanField(default=False, verbose_name="tax exempt")),
                (
                    "exemption_certificate",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="exemptions/",
                        verbose_name="exemption certificate",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
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
                            ("k-12", "K-12"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
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
                    "address",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[licensing.typesetting.printing.validate_printable],
                        verbose_name="address",
                    ),
                ),
                (
                    "billing_email",
                    models.EmailField(
                        blank=True,
                        help_text="Use a shared mailbox if possible: people come and go.",
                        max_length=254,
                        verbose_name="billing e-mail",
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
                ("is_tax_exempt", models.BooleanField(default=False, verbose_name="tax exempt")),
                (
                    "exemption_certificate",
                    licensing.models.uploads.PdfField(
                        blank=True,
                        storage=licensing.models.uploads.private_storage,
                        upload_to="exemptions/",
                        verbose_name="exemption certificate",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
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
                    "status",
                    models.CharField(
                        choices=[("active", "active"), ("revoked", "revoked")],
                        default="active",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="revoked at"),
                ),
                (
                    "revoked_because",
                    models.CharField(
                        blank=True, editable=False, max_length=250, verbose_name="why it was revoked"
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
            ],
            options={
                "verbose_name": "licence",
                "verbose_name_plural": "licences",
                "ordering": ("-issued_at", "-pk"),
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
                                ("public-screening", "public screening"),
                                ("lending", "lending a copy"),
                            ],
                            max_length=30,
                        ),
                        verbose_name="uses",
                    ),
                ),
                (
                    "audience_cap",
                    models.PositiveIntegerField(
                        blank=True, help_text="Empty: no cap.", null=True, verbose_name="audience cap"
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("none", "free admission only"),
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
                                ("public-screening", "public screening"),
                                ("lending", "lending a copy"),
                            ],
                            max_length=30,
                        ),
                        verbose_name="uses",
                    ),
                ),
                (
                    "audience_cap",
                    models.PositiveIntegerField(
                        blank=True, help_text="Empty: no cap.", null=True, verbose_name="audience cap"
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("none", "free admission only"),
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
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            ("k-12", "K-12"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
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
                            ("invoiced", "invoiced"),
                            ("paid", "paid"),
                            ("cancelled", "cancelled"),
                        ],
                        default="placed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[("purchase-order", "purchase order"), ("card", "card")],
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
            },
        ),
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
                (
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invoice",
                        to="licensing.order",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "invoice",
                "verbose_name_plural": "invoices",
                "ordering": ("-issued_on", "-pk"),
            },
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
                            ("k-12", "K-12"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
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
                            ("invoiced", "invoiced"),
                            ("paid", "paid"),
                            ("cancelled", "cancelled"),
                        ],
                        default="placed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[("purchase-order", "purchase order"), ("card", "card")],
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
            ],
            options={
                "verbose_name": "order line",
                "verbose_name_plural": "order lines",
                "ordering": ("order", "pk"),
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
                    "status",
                    models.CharField(
                        choices=[("active", "active"), ("revoked", "revoked")],
                        default="active",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="revoked at"),
                ),
                (
                    "revoked_because",
                    models.CharField(
                        blank=True, editable=False, max_length=250, verbose_name="why it was revoked"
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
                            ("k-12", "K-12"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
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
                        max_digits=12,
                        validators=[djmoney.models.validators.MinMoneyValidator(0)],
                        verbose_name="price",
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
                            ("k-12", "K-12"),
                            ("non-profit", "Non-profit"),
                            ("public-library", "Public library"),
                            ("individual", "Individual"),
                        ],
                        max_length=20,
                        verbose_name="tier",
                    ),
                ),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
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
                        max_digits=12,
                        validators=[djmoney.models.validators.MinMoneyValidator(0)],
                        verbose_name="price",
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
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(fields=("institution", "user"), name="member_once"),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("address"), 500
                ),
                name="institution_address_bounded",
                violation_error_message="This text is too long.",
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
                    ("tier__in", ["higher-education", "k-12", "non-profit", "public-library", "individual"])
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
        migrations.AddConstraint(
            model_name="order",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("method", "purchase-order"), _negated=True),
                    models.Q(("purchase_order_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="order_has_purchase_order_number",
                violation_error_message="Enter the number of the purchase order.",
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(
                fields=("placed_by", "request_key"), name="order_once_a_request"
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.CheckConstraint(
                condition=models.Q(("total__gte", 0)), name="order_total_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gte", models.F("issued_on"))), name="invoice_due_after_issue"
            ),
        ),
        migrations.AddConstraint(
            model_name="cardpayment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["waiting", "pending"])),
                fields=("order",),
                name="card_payment_open_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="cardpayment",
            constraint=models.CheckConstraint(
                condition=models.Q(("total__gt", 0)), name="card_payment_total_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="orderline",
            constraint=models.UniqueConstraint(
                fields=("order", "film", "licence_type"), name="line_ordered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="orderline",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="line_amount_not_negative"
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
                    models.Q(("status", "revoked"), _negated=True),
                    models.Q(("revoked_at__isnull", False), models.Q(("revoked_because", ""), _negated=True)),
                    _connector="OR",
                ),
                name="licence_revoked_with_reason",
                violation_error_message="Say why the licence is revoked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="payment_amount_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="price",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("film", "="),
                    ("licence_type", "="),
                    ("tier", "="),
                    ("amount_currency", "="),
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
        ),
        migrations.AddConstraint(
            model_name="price",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="price_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="price",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="price_ends_after_start",
            ),
        ),
    ]
