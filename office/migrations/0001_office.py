import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

import office.distributor.printable
import wording.bounds
import wording.codes
import wording.numbers
import wording.one_line


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="BankAccount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        choices=[
                            ("USD", "USD"),
                            ("EUR", "EUR"),
                            ("GBP", "GBP"),
                            ("CAD", "CAD"),
                            ("JPY", "JPY"),
                        ],
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "holder",
                    models.CharField(
                        max_length=250,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="account holder",
                    ),
                ),
                (
                    "bank",
                    models.CharField(
                        max_length=120,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="bank",
                    ),
                ),
                (
                    "iban",
                    models.CharField(
                        blank=True,
                        max_length=42,
                        validators=[wording.numbers.validate_iban],
                        verbose_name="IBAN",
                    ),
                ),
                (
                    "account_number",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="account number",
                    ),
                ),
                (
                    "bic",
                    models.CharField(
                        blank=True,
                        max_length=11,
                        validators=[wording.numbers.validate_bic],
                        verbose_name="BIC",
                    ),
                ),
                (
                    "routing",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            wording.one_line.one_line,
                            office.distributor.printable.validate_printed,
                            wording.numbers.validate_routing,
                        ],
                        verbose_name="routing number or sort code",
                    ),
                ),
                (
                    "lines",
                    models.TextField(
                        blank=True,
                        help_text="Such as the bank's address, or a correspondent bank.",
                        max_length=300,
                        validators=[office.distributor.printable.validate_printed],
                        verbose_name="further lines",
                    ),
                ),
            ],
            options={
                "verbose_name": "bank account",
                "verbose_name_plural": "bank accounts",
                "ordering": ("currency",),
            },
        ),
        migrations.CreateModel(
            name="Distributor",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "legal_name",
                    models.CharField(
                        help_text="As invoices and licences print it.",
                        max_length=250,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="exact legal name",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        help_text="Without the country. No invoice to be paid by transfer or cheque is issued without it.",
                        max_length=500,
                        validators=[office.distributor.printable.validate_printed],
                        verbose_name="postal address",
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
                    "ein",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[wording.numbers.validate_ein],
                        verbose_name="Employer Identification Number",
                    ),
                ),
                (
                    "vat_number",
                    models.CharField(
                        blank=True,
                        help_text="With the letters of its country, such as FR40303265045.",
                        max_length=20,
                        validators=[wording.numbers.validate_vat],
                        verbose_name="VAT number",
                    ),
                ),
                (
                    "remit_to",
                    models.TextField(
                        blank=True,
                        help_text="Empty: the postal address.",
                        max_length=500,
                        validators=[office.distributor.printable.validate_printed],
                        verbose_name="address for cheques",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="contact e-mail",
                    ),
                ),
                (
                    "reply_to",
                    models.EmailField(
                        blank=True,
                        help_text="Empty: the contact e-mail.",
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="reply-to address",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "signatory",
                    models.CharField(
                        blank=True,
                        help_text="Who signs licences.",
                        max_length=120,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="signatory",
                    ),
                ),
                (
                    "signatory_title",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="signatory's title",
                    ),
                ),
                (
                    "paper",
                    models.CharField(
                        choices=[
                            ("by-country", "Letter or A4, by the buyer's country"),
                            ("us-letter", "always Letter"),
                            ("a4", "always A4"),
                        ],
                        default="by-country",
                        max_length=12,
                        verbose_name="paper",
                    ),
                ),
                (
                    "quote_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="The day it is made not counted.",
                        verbose_name="days that a quote is valid",
                    ),
                ),
            ],
            options={
                "verbose_name": "distributor",
                "verbose_name_plural": "distributor",
            },
        ),
        migrations.CreateModel(
            name="BankAccountEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "currency",
                    models.CharField(
                        choices=[
                            ("USD", "USD"),
                            ("EUR", "EUR"),
                            ("GBP", "GBP"),
                            ("CAD", "CAD"),
                            ("JPY", "JPY"),
                        ],
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "holder",
                    models.CharField(
                        max_length=250,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="account holder",
                    ),
                ),
                (
                    "bank",
                    models.CharField(
                        max_length=120,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="bank",
                    ),
                ),
                (
                    "iban",
                    models.CharField(
                        blank=True,
                        max_length=42,
                        validators=[wording.numbers.validate_iban],
                        verbose_name="IBAN",
                    ),
                ),
                (
                    "account_number",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="account number",
                    ),
                ),
                (
                    "bic",
                    models.CharField(
                        blank=True,
                        max_length=11,
                        validators=[wording.numbers.validate_bic],
                        verbose_name="BIC",
                    ),
                ),
                (
                    "routing",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            wording.one_line.one_line,
                            office.distributor.printable.validate_printed,
                            wording.numbers.validate_routing,
                        ],
                        verbose_name="routing number or sort code",
                    ),
                ),
                (
                    "lines",
                    models.TextField(
                        blank=True,
                        help_text="Such as the bank's address, or a correspondent bank.",
                        max_length=300,
                        validators=[office.distributor.printable.validate_printed],
                        verbose_name="further lines",
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
                        to="office.bankaccount",
                    ),
                ),
                (
                    "distributor",
                    models.ForeignKey(
                        db_constraint=False,
                        default=1,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="office.distributor",
                        verbose_name="distributor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="bankaccount",
            name="distributor",
            field=models.ForeignKey(
                default=1,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="banks",
                to="office.distributor",
                verbose_name="distributor",
            ),
        ),
        migrations.CreateModel(
            name="DistributorFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256, in hexadecimal.",
                        max_length=64,
                        unique=True,
                        verbose_name="digest",
                    ),
                ),
                ("media_type", models.CharField(max_length=40, verbose_name="media type")),
                ("content", models.BinaryField(verbose_name="content")),
                ("kept_at", models.DateTimeField(auto_now_add=True, verbose_name="kept at")),
            ],
            options={
                "verbose_name": "file of the distributor",
                "verbose_name_plural": "files of the distributor",
                "ordering": ("-kept_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("content"), 2097152
                        ),
                        name="distributor_file_content_bounded",
                        violation_error_message="This text is too long.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DistributorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, serialize=False)),
                (
                    "legal_name",
                    models.CharField(
                        help_text="As invoices and licences print it.",
                        max_length=250,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="exact legal name",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        help_text="Without the country. No invoice to be paid by transfer or cheque is issued without it.",
                        max_length=500,
                        validators=[office.distributor.printable.validate_printed],
                        verbose_name="postal address",
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
                    "ein",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[wording.numbers.validate_ein],
                        verbose_name="Employer Identification Number",
                    ),
                ),
                (
                    "vat_number",
                    models.CharField(
                        blank=True,
                        help_text="With the letters of its country, such as FR40303265045.",
                        max_length=20,
                        validators=[wording.numbers.validate_vat],
                        verbose_name="VAT number",
                    ),
                ),
                (
                    "remit_to",
                    models.TextField(
                        blank=True,
                        help_text="Empty: the postal address.",
                        max_length=500,
                        validators=[office.distributor.printable.validate_printed],
                        verbose_name="address for cheques",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="contact e-mail",
                    ),
                ),
                (
                    "reply_to",
                    models.EmailField(
                        blank=True,
                        help_text="Empty: the contact e-mail.",
                        max_length=254,
                        validators=[wording.bounds.validate_mailbox],
                        verbose_name="reply-to address",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "signatory",
                    models.CharField(
                        blank=True,
                        help_text="Who signs licences.",
                        max_length=120,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="signatory",
                    ),
                ),
                (
                    "signatory_title",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="signatory's title",
                    ),
                ),
                (
                    "paper",
                    models.CharField(
                        choices=[
                            ("by-country", "Letter or A4, by the buyer's country"),
                            ("us-letter", "always Letter"),
                            ("a4", "always A4"),
                        ],
                        default="by-country",
                        max_length=12,
                        verbose_name="paper",
                    ),
                ),
                (
                    "quote_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="The day it is made not counted.",
                        verbose_name="days that a quote is valid",
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
                        to="office.distributor",
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="office.distributorfile",
                        to_field="digest",
                        verbose_name="logo",
                    ),
                ),
                (
                    "vendor_form",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="office.distributorfile",
                        to_field="digest",
                        verbose_name="vendor form",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="distributor",
            name="logo",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="office.distributorfile",
                to_field="digest",
                verbose_name="logo",
            ),
        ),
        migrations.AddField(
            model_name="distributor",
            name="vendor_form",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vendor_form_of",
                to="office.distributorfile",
                to_field="digest",
                verbose_name="vendor form",
            ),
        ),
        migrations.CreateModel(
            name="InformationPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.CharField(
                        choices=[
                            ("about", "About"),
                            ("contact", "Contact"),
                            ("terms", "Terms"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility"),
                        ],
                        max_length=20,
                        verbose_name="page",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("zh-hans", "Simplified Chinese"), ("fr", "French")],
                        default="en",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                (
                    "body",
                    models.TextField(
                        help_text="Markdown; ## starts a section. The office's name and addresses are added automatically.",
                        max_length=20000,
                        verbose_name="text",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
            ],
            options={
                "verbose_name": "information page",
                "verbose_name_plural": "information pages",
                "ordering": ("slug", "language"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("slug", "language"),
                        name="information_page_once_a_language",
                        violation_error_message="This page already has a text in this language. Change that text.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("slug__in", ["about", "contact", "terms", "privacy", "accessibility"])
                        ),
                        name="information_page_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("body"), 20000
                        ),
                        name="information_page_body_bounded",
                        violation_error_message="This text is too long.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InformationPageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.CharField(
                        choices=[
                            ("about", "About"),
                            ("contact", "Contact"),
                            ("terms", "Terms"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility"),
                        ],
                        max_length=20,
                        verbose_name="page",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("zh-hans", "Simplified Chinese"), ("fr", "French")],
                        default="en",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                (
                    "body",
                    models.TextField(
                        help_text="Markdown; ## starts a section. The office's name and addresses are added automatically.",
                        max_length=20000,
                        verbose_name="text",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                        to="office.informationpage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LicenceTerms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.SlugField(
                        help_text="Such as 2026-1. Documents name it, and it is in the address.",
                        max_length=20,
                        verbose_name="version",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("zh-hans", "Simplified Chinese"), ("fr", "French")],
                        default="en",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "holds_from",
                    models.DateField(
                        help_text="The first day on which documents name it.", verbose_name="holds from"
                    ),
                ),
                (
                    "governing_law",
                    models.CharField(
                        help_text="Such as: the laws of the State of New York",
                        max_length=160,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="governing law",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="Markdown; ## starts a section.", max_length=20000, verbose_name="text"
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="first used at"),
                ),
                (
                    "distributor",
                    models.ForeignKey(
                        default=1,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="office.distributor",
                        verbose_name="distributor",
                    ),
                ),
            ],
            options={
                "verbose_name": "licence terms",
                "verbose_name_plural": "licence terms",
                "ordering": ("-holds_from", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language"),
                        name="licence_terms_once_a_language",
                        violation_error_message="This version already has a text in this language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "governing_law__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="licence_terms_governing_law_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 20000
                        ),
                        name="licence_terms_text_bounded",
                        violation_error_message="This text is too long.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LicenceTermsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.SlugField(
                        db_index=False,
                        help_text="Such as 2026-1. Documents name it, and it is in the address.",
                        max_length=20,
                        verbose_name="version",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("zh-hans", "Simplified Chinese"), ("fr", "French")],
                        default="en",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "holds_from",
                    models.DateField(
                        help_text="The first day on which documents name it.", verbose_name="holds from"
                    ),
                ),
                (
                    "governing_law",
                    models.CharField(
                        help_text="Such as: the laws of the State of New York",
                        max_length=160,
                        validators=[wording.one_line.one_line, office.distributor.printable.validate_printed],
                        verbose_name="governing law",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="Markdown; ## starts a section.", max_length=20000, verbose_name="text"
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="first used at"),
                ),
                (
                    "distributor",
                    models.ForeignKey(
                        db_constraint=False,
                        default=1,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="office.distributor",
                        verbose_name="distributor",
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
                        to="office.licenceterms",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="bankaccount",
            constraint=models.UniqueConstraint(
                fields=("currency",),
                name="bank_account_once_a_currency",
                violation_error_message="There is an account for this currency. Change that one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankaccount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("iban", ""), _negated=True),
                    models.Q(("account_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="bank_account_has_number",
                violation_error_message="Enter an IBAN or an account number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankaccount",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("lines"), 300
                ),
                name="bank_account_lines_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="distributor",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="distributor_is_one"),
        ),
        migrations.AddConstraint(
            model_name="distributor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "legal_name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="distributor_legal_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="distributor",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("address"), 500
                ),
                name="distributor_address_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="distributor",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("remit_to"), 500
                ),
                name="distributor_remit_to_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="distributor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("legal_name", ""), _negated=True),
                    models.Q(("contact_email", ""), _negated=True),
                ),
                name="distributor_can_be_named_and_written_to",
            ),
        ),
        migrations.AddConstraint(
            model_name="distributor",
            constraint=models.CheckConstraint(
                condition=models.Q(("paper__in", ["by-country", "us-letter", "a4"])),
                name="distributor_paper_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="distributor",
            constraint=models.CheckConstraint(
                condition=models.Q(("quote_days__gte", 1), ("quote_days__lte", 365)),
                name="distributor_quote_days_within_a_year",
                violation_error_message="A quote is valid for 1 to 365 days.",
            ),
        ),
    ]
