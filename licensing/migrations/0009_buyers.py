"""Buyers: roles, invitations, requests to join, sites, mailboxes, tax numbers, exemptions, districts, listed domains."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

import licensing.models.uploads
import licensing.typesetting.printing
import wording.bounds
import wording.codes
import wording.one_line


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0008_triggers_delivery"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            ],
            options={
                "verbose_name": "exemption certificate",
                "verbose_name_plural": "exemption certificates",
                "ordering": ("country", "state", "pk"),
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
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ("-created_at", "-pk"),
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
            ],
            options={
                "verbose_name": "request to join",
                "verbose_name_plural": "requests to join",
                "ordering": ("-created_at", "-pk"),
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
            ],
            options={
                "verbose_name": "mailbox",
                "verbose_name_plural": "mailboxes",
                "ordering": ("matter", "pk"),
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
            ],
            options={
                "abstract": False,
            },
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
            ],
            options={
                "abstract": False,
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
            ],
            options={
                "verbose_name": "site",
                "verbose_name_plural": "sites",
                "ordering": ("name", "pk"),
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
            ],
            options={
                "verbose_name": "tax number",
                "verbose_name_plural": "tax numbers",
                "ordering": ("kind", "country", "pk"),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint("institution", "institution_address_bounded"),
        migrations.RenameField("institution", "address", "bill_to"),
        migrations.AlterField(
            model_name="institution",
            name="bill_to",
            field=models.TextField(
                blank=True,
                max_length=500,
                validators=[licensing.typesetting.printing.validate_printable],
                verbose_name="billing address",
            ),
        ),
        migrations.AddField(
            model_name="institution",
            name="email_domain",
            field=models.CharField(
                blank=True,
                db_index=True,
                help_text="Of the person who registered it; empty for a provider of free mail.",
                max_length=253,
                verbose_name="e-mail domain",
            ),
        ),
        migrations.AddField(
            model_name="institution",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                help_text="Its members see this institution's licences. One level only.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="schools",
                to="licensing.institution",
                verbose_name="district or consortium",
            ),
        ),
        migrations.AddField(
            model_name="institution",
            name="ship_to",
            field=models.TextField(
                blank=True,
                help_text="Where discs and parcels go. Empty: to the billing address.",
                max_length=500,
                validators=[licensing.typesetting.printing.validate_printable],
                verbose_name="shipping address",
            ),
        ),
        migrations.RenameField("institutionevent", "address", "bill_to"),
        migrations.AlterField(
            model_name="institutionevent",
            name="bill_to",
            field=models.TextField(
                blank=True,
                max_length=500,
                validators=[licensing.typesetting.printing.validate_printable],
                verbose_name="billing address",
            ),
        ),
        migrations.AddField(
            model_name="institutionevent",
            name="email_domain",
            field=models.CharField(
                blank=True,
                help_text="Of the person who registered it; empty for a provider of free mail.",
                max_length=253,
                verbose_name="e-mail domain",
            ),
        ),
        migrations.AddField(
            model_name="institutionevent",
            name="parent",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="institutionevent",
            name="ship_to",
            field=models.TextField(
                blank=True,
                help_text="Where discs and parcels go. Empty: to the billing address.",
                max_length=500,
                validators=[licensing.typesetting.printing.validate_printable],
                verbose_name="shipping address",
            ),
        ),
        # Until now every member could do everything: they become administrators.
        migrations.AddField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("owner", "administrator"),
                    ("buyer", "buyer"),
                    ("programmer", "programmer"),
                    ("reader", "reader"),
                ],
                default="owner",
                max_length=20,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
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
        migrations.AddIndex(
            model_name="institution",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("legal_name"), name="gin_trgm_ops"),
                name="institution_name_trigrams",
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
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["owner", "buyer", "programmer", "reader"])),
                name="member_role_known",
            ),
        ),
        migrations.AddField(
            model_name="exemption",
            name="checked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="checked by",
            ),
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
        migrations.AddField(
            model_name="exemptionevent",
            name="checked_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="exemptionevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="exemptionevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="exemptionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="licensing.exemption",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="invited_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="invited by",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="invited_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="invited by",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="licensing.invitation",
            ),
        ),
        migrations.AddField(
            model_name="joinrequest",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="answered by",
            ),
        ),
        migrations.AddField(
            model_name="joinrequest",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="join_requests",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="joinrequest",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="join_requests",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="joinrequestevent",
            name="answered_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="joinrequestevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="joinrequestevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="joinrequestevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="licensing.joinrequest",
            ),
        ),
        migrations.AddField(
            model_name="joinrequestevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddConstraint(
            model_name="listeddomain",
            constraint=models.UniqueConstraint(fields=("domain", "source"), name="domain_once_a_source"),
        ),
        migrations.AddConstraint(
            model_name="listeddomain",
            constraint=models.CheckConstraint(
                condition=models.Q(("domain__regex", "^[a-z0-9-]+(\\.[a-z0-9-]+)+$")),
                name="domain_in_lower_case",
                violation_error_message="Write a domain such as example.edu, in lower case.",
            ),
        ),
        migrations.AddConstraint(
            model_name="listeddomain",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True), name="domain_has_source"
            ),
        ),
        migrations.AddConstraint(
            model_name="listeddomain",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddField(
            model_name="mailbox",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mailboxes",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="mailboxevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="mailboxevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="mailboxevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="licensing.mailbox",
            ),
        ),
        migrations.AddField(
            model_name="membershipevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="membershipevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="membershipevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="licensing.membership",
            ),
        ),
        migrations.AddField(
            model_name="membershipevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="site",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sites",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="siteevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="siteevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="siteevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="licensing.site",
            ),
        ),
        migrations.AddField(
            model_name="taxnumber",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tax_numbers",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="taxnumberevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="taxnumberevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="taxnumberevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="licensing.taxnumber",
            ),
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
                violation_error_message="Only the United States have states here.",
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
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["owner", "buyer", "programmer", "reader"])),
                name="invitation_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_at", None), ("withdrawn_at", None), _connector="OR"),
                name="invitation_accepted_or_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_at", None), ("accepted_at__lt", models.F("expires_at")), _connector="OR"
                ),
                name="invitation_accepted_in_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                models.F("institution"),
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                name="address_invited_once",
                violation_error_message="This address is invited already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="joinrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "asked"), ("answered_at__isnull", False), _connector="OR"),
                name="join_request_answered_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="joinrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "asked")),
                fields=("institution", "user"),
                name="joining_asked_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.UniqueConstraint(
                models.F("institution"),
                models.F("matter"),
                django.db.models.functions.text.Lower("email"),
                name="mailbox_once",
                violation_error_message="This mailbox is on the list already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.CheckConstraint(
                condition=models.Q(("matter__in", ["accounts-payable", "library", "programme"])),
                name="mailbox_matter_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.UniqueConstraint(
                models.F("institution"),
                django.db.models.functions.text.Lower("name"),
                name="site_named_once",
                violation_error_message="There is already a site of this name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["building", "branch", "campus", "other"])),
                name="site_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("address"), 500
                ),
                name="site_address_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="taxnumber",
            constraint=models.UniqueConstraint(
                fields=("institution", "kind", "country"),
                name="tax_number_once",
                violation_error_message="There is already a number of this kind for this country.",
            ),
        ),
        migrations.AddConstraint(
            model_name="taxnumber",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", ""), _negated=True), name="tax_number_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="taxnumber",
            constraint=models.CheckConstraint(
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
        ),
    ]
