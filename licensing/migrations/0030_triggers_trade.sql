CREATE OR REPLACE FUNCTION "public"._pgtrigger_should_ignore(
    trigger_name NAME
)
RETURNS BOOLEAN AS $$
    DECLARE
        _pgtrigger_ignore TEXT[];
        _result BOOLEAN;
    BEGIN
        BEGIN
            SELECT INTO _pgtrigger_ignore
                CURRENT_SETTING('pgtrigger.ignore');
            EXCEPTION WHEN OTHERS THEN
        END;
        IF _pgtrigger_ignore IS NOT NULL THEN
            SELECT trigger_name = ANY(_pgtrigger_ignore)
            INTO _result;
            RETURN _result;
        ELSE
            RETURN FALSE;
        END IF;
    END;
$$ LANGUAGE plpgsql;

CREATE OR REPLACE FUNCTION pgtrigger_answer_never_changes_0a325()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_answer_never_changes_0a325 ON "licensing_reportanswer";
CREATE  TRIGGER pgtrigger_answer_never_changes_0a325
    BEFORE UPDATE OR DELETE ON "licensing_reportanswer"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_answer_never_changes_0a325();
COMMENT ON TRIGGER pgtrigger_answer_never_changes_0a325 ON "licensing_reportanswer" IS 'e42fb5e534ae7fa4ea1e6d8c7df037b6225fc1c4';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_0823a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_append_only_0823a ON "licensing_licensorpaymentevent";
CREATE  TRIGGER pgtrigger_append_only_0823a
    BEFORE UPDATE OR DELETE ON "licensing_licensorpaymentevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_0823a();
COMMENT ON TRIGGER pgtrigger_append_only_0823a ON "licensing_licensorpaymentevent" IS 'b4f6fc0374f05c612ef43a482ba49c235fc22dbd';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_2ad25()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_append_only_2ad25 ON "licensing_taxruleevent";
CREATE  TRIGGER pgtrigger_append_only_2ad25
    BEFORE UPDATE OR DELETE ON "licensing_taxruleevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_2ad25();
COMMENT ON TRIGGER pgtrigger_append_only_2ad25 ON "licensing_taxruleevent" IS 'e35f28a104a0dbf536341fe71f232862b2bf1f2c';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_74540()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_append_only_74540 ON "licensing_rightsreportevent";
CREATE  TRIGGER pgtrigger_append_only_74540
    BEFORE UPDATE OR DELETE ON "licensing_rightsreportevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_74540();
COMMENT ON TRIGGER pgtrigger_append_only_74540 ON "licensing_rightsreportevent" IS '8d6033e0f0cd0e8847aab57698aa28440633520d';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_9f894()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_append_only_9f894 ON "licensing_licensorevent";
CREATE  TRIGGER pgtrigger_append_only_9f894
    BEFORE UPDATE OR DELETE ON "licensing_licensorevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_9f894();
COMMENT ON TRIGGER pgtrigger_append_only_9f894 ON "licensing_licensorevent" IS 'c70756b8207ba4ef87cef0f840e31fb42308fcb0';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_ce829()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_append_only_ce829 ON "licensing_royaltyagreementevent";
CREATE  TRIGGER pgtrigger_append_only_ce829
    BEFORE UPDATE OR DELETE ON "licensing_royaltyagreementevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_ce829();
COMMENT ON TRIGGER pgtrigger_append_only_ce829 ON "licensing_royaltyagreementevent" IS 'ba172bd8d3e2ef169507f08dbb2170b7a1b2d1c2';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_f3cc4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_append_only_f3cc4 ON "licensing_priceruleevent";
CREATE  TRIGGER pgtrigger_append_only_f3cc4
    BEFORE UPDATE OR DELETE ON "licensing_priceruleevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_f3cc4();
COMMENT ON TRIGGER pgtrigger_append_only_f3cc4 ON "licensing_priceruleevent" IS '8544c671ae45deb91427a1873758120bb4cc2f35';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_05663()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceruleevent" ("amount", "amount_currency", "days", "ends_on", "id", "kind", "name", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier", "titles") VALUES (OLD."amount", OLD."amount_currency", OLD."days", OLD."ends_on", OLD."id", OLD."kind", OLD."name", OLD."percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on", OLD."tier", OLD."titles"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_05663 ON "licensing_pricerule";
CREATE  TRIGGER pgtrigger_delete_delete_05663
    AFTER DELETE ON "licensing_pricerule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_05663();
COMMENT ON TRIGGER pgtrigger_delete_delete_05663 ON "licensing_pricerule" IS '5dd06b53f2dc67bcc7dc9df7f95ca67fae6072b6';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_08eb4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorpaymentevent" ("amount", "amount_currency", "id", "licensor_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference") VALUES (OLD."amount", OLD."amount_currency", OLD."id", OLD."licensor_id", OLD."paid_on", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_by_id", OLD."reference"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_08eb4 ON "licensing_licensorpayment";
CREATE  TRIGGER pgtrigger_delete_delete_08eb4
    AFTER DELETE ON "licensing_licensorpayment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_08eb4();
COMMENT ON TRIGGER pgtrigger_delete_delete_08eb4 ON "licensing_licensorpayment" IS '368d7783be125c79b5cd3504968256aae0d19840';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3769a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (OLD."amount", OLD."amount_currency", OLD."card_payment_id", OLD."event_key", OLD."failed", OLD."id", OLD."invoice_id", OLD."method", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_by_id", OLD."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3769a ON "licensing_refund";
CREATE  TRIGGER pgtrigger_delete_delete_3769a
    AFTER DELETE ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3769a();
COMMENT ON TRIGGER pgtrigger_delete_delete_3769a ON "licensing_refund" IS '41dad25b141acae735bd186f9d667a4ae5f7228c';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3fcce()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (OLD."basis", OLD."country", OLD."ends_on", OLD."id", OLD."name", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rate", OLD."rounding", OLD."starts_on", OLD."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3fcce ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_delete_delete_3fcce
    AFTER DELETE ON "licensing_taxrule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3fcce();
COMMENT ON TRIGGER pgtrigger_delete_delete_3fcce ON "licensing_taxrule" IS 'b659f21f7391e8a7825b593065d86af19f29224a';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_89808()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (OLD."bill_to", OLD."country", OLD."created_at", OLD."currency", OLD."email_domain", OLD."enrolment", OLD."id", OLD."legal_name", OLD."parent_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."refused_because", OLD."ship_to", OLD."state", OLD."tier", OLD."verification", OLD."verified_at", OLD."verified_by_id", OLD."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_89808 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_delete_delete_89808
    AFTER DELETE ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_89808();
COMMENT ON TRIGGER pgtrigger_delete_delete_89808 ON "licensing_institution" IS '2de04ae332fdd292c6d8e0738f653c78637790f5';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_91475()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."named_sites", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."shortened_at", OLD."shortened_because", OLD."signed_until", OLD."sites", OLD."starts_on", OLD."status", OLD."status_because", OLD."status_since", OLD."superseded_by_id", OLD."suspended_for", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS '5be42f3d0ef5af1e75fe92f45895f374525ed3f8';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_96e7d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "deposit", "ends_on", "enrolment_most", "fee_form", "film_id", "id", "is_sample", "licence_type_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (OLD."amount", OLD."amount_currency", OLD."deposit", OLD."ends_on", OLD."enrolment_most", OLD."fee_form", OLD."film_id", OLD."id", OLD."is_sample", OLD."licence_type_id", OLD."percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on", OLD."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_96e7d ON "licensing_price";
CREATE  TRIGGER pgtrigger_delete_delete_96e7d
    AFTER DELETE ON "licensing_price"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_96e7d();
COMMENT ON TRIGGER pgtrigger_delete_delete_96e7d ON "licensing_price" IS '8db62a4073cd5c3011e4760c77e6d320f3a11143';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_9a1d8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorevent" ("address", "country", "email", "id", "is_sample", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."address", OLD."country", OLD."email", OLD."id", OLD."is_sample", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_9a1d8 ON "licensing_licensor";
CREATE  TRIGGER pgtrigger_delete_delete_9a1d8
    AFTER DELETE ON "licensing_licensor"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_9a1d8();
COMMENT ON TRIGGER pgtrigger_delete_delete_9a1d8 ON "licensing_licensor" IS 'a0c1ad72d1cd2af2014b78810cc4a39f8812a16e';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_a2ce8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "charges", "description", "ends_on", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (OLD."amount", OLD."amount_currency", OLD."because", OLD."charges", OLD."description", OLD."ends_on", OLD."fee", OLD."film_id", OLD."grants", OLD."id", OLD."licence_type_id", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."renews_id", OLD."sites", OLD."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a2ce8 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_delete_delete_a2ce8
    AFTER DELETE ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a2ce8();
COMMENT ON TRIGGER pgtrigger_delete_delete_a2ce8 ON "licensing_orderline" IS '2f537ad1016af81efc6caaf2b639d223d832bfad';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_d4ce1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (OLD."id", OLD."institution_id", OLD."method", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."purchase_order", OLD."purchase_order_number", OLD."request_key", OLD."starts_on", OLD."status", OLD."tax", OLD."taxed", OLD."tier", OLD."total", OLD."total_currency", OLD."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d4ce1 ON "licensing_order";
CREATE  TRIGGER pgtrigger_delete_delete_d4ce1
    AFTER DELETE ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d4ce1();
COMMENT ON TRIGGER pgtrigger_delete_delete_d4ce1 ON "licensing_order" IS '9909400cab4f86a3f01782563100ca765657e80d';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_e7d56()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (OLD."created_at", OLD."due_on", OLD."first_day", OLD."id", OLD."institution_id", OLD."last_day", OLD."licence_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."site", OLD."source", OLD."status", OLD."title", OLD."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_e7d56 ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_delete_delete_e7d56
    AFTER DELETE ON "licensing_rightsreport"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_e7d56();
COMMENT ON TRIGGER pgtrigger_delete_delete_e7d56 ON "licensing_rightsreport" IS '19fd6ec30191a2035e85618cbacd54e0966bc322';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_fe832()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_royaltyagreementevent" ("advance", "channel", "costs", "costs_cap", "currency", "ends_on", "film_id", "guarantee", "id", "is_sample", "licensor_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recoupment", "starts_on") VALUES (OLD."advance", OLD."channel", OLD."costs", OLD."costs_cap", OLD."currency", OLD."ends_on", OLD."film_id", OLD."guarantee", OLD."id", OLD."is_sample", OLD."licensor_id", OLD."percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recoupment", OLD."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_fe832 ON "licensing_royaltyagreement";
CREATE  TRIGGER pgtrigger_delete_delete_fe832
    AFTER DELETE ON "licensing_royaltyagreement"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_fe832();
COMMENT ON TRIGGER pgtrigger_delete_delete_fe832 ON "licensing_royaltyagreement" IS 'a44dc7925a3782918882611ec31164d02b75d31b';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_1909c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorevent" ("address", "country", "email", "id", "is_sample", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."address", NEW."country", NEW."email", NEW."id", NEW."is_sample", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_1909c ON "licensing_licensor";
CREATE  TRIGGER pgtrigger_insert_insert_1909c
    AFTER INSERT ON "licensing_licensor"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_1909c();
COMMENT ON TRIGGER pgtrigger_insert_insert_1909c ON "licensing_licensor" IS '13a06c37888726526fd9b2271e83351f5179ce42';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_4207c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."failed", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_4207c ON "licensing_refund";
CREATE  TRIGGER pgtrigger_insert_insert_4207c
    AFTER INSERT ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_4207c();
COMMENT ON TRIGGER pgtrigger_insert_insert_4207c ON "licensing_refund" IS '3a5327544c753770f6555d7efa68baacba7c5585';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_491f6()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_royaltyagreementevent" ("advance", "channel", "costs", "costs_cap", "currency", "ends_on", "film_id", "guarantee", "id", "is_sample", "licensor_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recoupment", "starts_on") VALUES (NEW."advance", NEW."channel", NEW."costs", NEW."costs_cap", NEW."currency", NEW."ends_on", NEW."film_id", NEW."guarantee", NEW."id", NEW."is_sample", NEW."licensor_id", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recoupment", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_491f6 ON "licensing_royaltyagreement";
CREATE  TRIGGER pgtrigger_insert_insert_491f6
    AFTER INSERT ON "licensing_royaltyagreement"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_491f6();
COMMENT ON TRIGGER pgtrigger_insert_insert_491f6 ON "licensing_royaltyagreement" IS 'ad69b105d327d993cb2371e676555197140ae415';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_6175c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (NEW."created_at", NEW."due_on", NEW."first_day", NEW."id", NEW."institution_id", NEW."last_day", NEW."licence_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."site", NEW."source", NEW."status", NEW."title", NEW."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6175c ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_insert_insert_6175c
    AFTER INSERT ON "licensing_rightsreport"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_6175c();
COMMENT ON TRIGGER pgtrigger_insert_insert_6175c ON "licensing_rightsreport" IS 'bc51da24728f5d0c2061560a61a8122622037c9a';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_75a5e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (NEW."basis", NEW."country", NEW."ends_on", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rate", NEW."rounding", NEW."starts_on", NEW."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_75a5e ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_insert_insert_75a5e
    AFTER INSERT ON "licensing_taxrule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_75a5e();
COMMENT ON TRIGGER pgtrigger_insert_insert_75a5e ON "licensing_taxrule" IS '83baa0f8e5ad6a053ea07de23de5f8ff4260e7df';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_88703()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_88703 ON "licensing_order";
CREATE  TRIGGER pgtrigger_insert_insert_88703
    AFTER INSERT ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_88703();
COMMENT ON TRIGGER pgtrigger_insert_insert_88703 ON "licensing_order" IS '5946ca96f8efea1a04cbffef340c7939b1949453';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_a1143()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "deposit", "ends_on", "enrolment_most", "fee_form", "film_id", "id", "is_sample", "licence_type_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (NEW."amount", NEW."amount_currency", NEW."deposit", NEW."ends_on", NEW."enrolment_most", NEW."fee_form", NEW."film_id", NEW."id", NEW."is_sample", NEW."licence_type_id", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on", NEW."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_a1143 ON "licensing_price";
CREATE  TRIGGER pgtrigger_insert_insert_a1143
    AFTER INSERT ON "licensing_price"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_a1143();
COMMENT ON TRIGGER pgtrigger_insert_insert_a1143 ON "licensing_price" IS '0f340271063dd99088f3adc20f6465a833f7c201';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_a9a4e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorpaymentevent" ("amount", "amount_currency", "id", "licensor_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference") VALUES (NEW."amount", NEW."amount_currency", NEW."id", NEW."licensor_id", NEW."paid_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."reference"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_a9a4e ON "licensing_licensorpayment";
CREATE  TRIGGER pgtrigger_insert_insert_a9a4e
    AFTER INSERT ON "licensing_licensorpayment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_a9a4e();
COMMENT ON TRIGGER pgtrigger_insert_insert_a9a4e ON "licensing_licensorpayment" IS '819201bbbfbb9188f918adcbb17ceb72224b1617';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_ae4a4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."currency", NEW."email_domain", NEW."enrolment", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."refused_because", NEW."ship_to", NEW."state", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_ae4a4 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_insert_insert_ae4a4
    AFTER INSERT ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_ae4a4();
COMMENT ON TRIGGER pgtrigger_insert_insert_ae4a4 ON "licensing_institution" IS '58350cfc30adc158c78ab06f239087f177fa09e2';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b927a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceruleevent" ("amount", "amount_currency", "days", "ends_on", "id", "kind", "name", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier", "titles") VALUES (NEW."amount", NEW."amount_currency", NEW."days", NEW."ends_on", NEW."id", NEW."kind", NEW."name", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on", NEW."tier", NEW."titles"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b927a ON "licensing_pricerule";
CREATE  TRIGGER pgtrigger_insert_insert_b927a
    AFTER INSERT ON "licensing_pricerule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b927a();
COMMENT ON TRIGGER pgtrigger_insert_insert_b927a ON "licensing_pricerule" IS '6d288e87de15e80a54d4e3e2d857b021589366f3';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_bff1a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "charges", "description", "ends_on", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."charges", NEW."description", NEW."ends_on", NEW."fee", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."renews_id", NEW."sites", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bff1a ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_insert_insert_bff1a
    AFTER INSERT ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bff1a();
COMMENT ON TRIGGER pgtrigger_insert_insert_bff1a ON "licensing_orderline" IS '016b52da9965ab8e2a0cd61116162a1e7e5ec9da';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_fccb5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."named_sites", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fccb5 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_insert_insert_fccb5
    AFTER INSERT ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fccb5();
COMMENT ON TRIGGER pgtrigger_insert_insert_fccb5 ON "licensing_licence" IS 'd3caa5d62d8cd37fa058eae807c58e40a5614b8a';

CREATE OR REPLACE FUNCTION pgtrigger_issued_entry_never_changes_64934()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_issued_entry_never_changes_64934 ON "licensing_royaltyentry";
CREATE  TRIGGER pgtrigger_issued_entry_never_changes_64934
    BEFORE UPDATE OR DELETE ON "licensing_royaltyentry"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_entry_never_changes_64934();
COMMENT ON TRIGGER pgtrigger_issued_entry_never_changes_64934 ON "licensing_royaltyentry" IS 'b31855f1942fec0325ead783c48fe7275330e4e4';

CREATE OR REPLACE FUNCTION pgtrigger_issued_part_never_changes_e8b3c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_issued_part_never_changes_e8b3c ON "licensing_royaltypart";
CREATE  TRIGGER pgtrigger_issued_part_never_changes_e8b3c
    BEFORE UPDATE OR DELETE ON "licensing_royaltypart"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_part_never_changes_e8b3c();
COMMENT ON TRIGGER pgtrigger_issued_part_never_changes_e8b3c ON "licensing_royaltypart" IS '967a9337cf5a6b95f847502548135801d527cbc3';

CREATE OR REPLACE FUNCTION pgtrigger_issued_statement_never_changes_901fd()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_issued_statement_never_changes_901fd ON "licensing_royaltystatement";
CREATE  TRIGGER pgtrigger_issued_statement_never_changes_901fd
    BEFORE UPDATE OR DELETE ON "licensing_royaltystatement"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_statement_never_changes_901fd();
COMMENT ON TRIGGER pgtrigger_issued_statement_never_changes_901fd ON "licensing_royaltystatement" IS '0edf1fb27617dfe6426347d65e17c02d83ac9fb1';

CREATE OR REPLACE FUNCTION pgtrigger_received_within_owed_0f692()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF (SELECT sum(amount) FROM licensing_payment WHERE invoice_id = NEW.invoice_id) -
           (SELECT coalesce(sum(amount - failed), 0) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) +
           (SELECT coalesce(sum(total), 0) FROM licensing_creditnote WHERE invoice_id = NEW.invoice_id) >
           (SELECT total FROM licensing_invoice WHERE id = NEW.invoice_id)
        OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id) THEN
            RAISE EXCEPTION 'received_within_owed: more than is owed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_received_within_owed_0f692 ON "licensing_payment";
CREATE  TRIGGER pgtrigger_received_within_owed_0f692
    AFTER INSERT ON "licensing_payment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_received_within_owed_0f692();
COMMENT ON TRIGGER pgtrigger_received_within_owed_0f692 ON "licensing_payment" IS '7d8e4c60681f8084e096889084fb8c3d36966393';

CREATE OR REPLACE FUNCTION pgtrigger_refunded_within_received_8d85b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
IF
    (SELECT sum(amount - failed) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) >
    (SELECT coalesce(sum(amount), 0) FROM licensing_payment WHERE invoice_id = NEW.invoice_id)
    OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id)
     THEN
    RAISE EXCEPTION 'refunded_within_received: more than was received' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_refunded_within_received_8d85b ON "licensing_refund";
CREATE  TRIGGER pgtrigger_refunded_within_received_8d85b
    AFTER INSERT ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_refunded_within_received_8d85b();
COMMENT ON TRIGGER pgtrigger_refunded_within_received_8d85b ON "licensing_refund" IS '1bdc80bef6b835c4de9757d638ea53495e17894f';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_0960a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorpaymentevent" ("amount", "amount_currency", "id", "licensor_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference") VALUES (NEW."amount", NEW."amount_currency", NEW."id", NEW."licensor_id", NEW."paid_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."reference"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_0960a ON "licensing_licensorpayment";
CREATE  TRIGGER pgtrigger_update_update_0960a
    AFTER UPDATE ON "licensing_licensorpayment"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_0960a();
COMMENT ON TRIGGER pgtrigger_update_update_0960a ON "licensing_licensorpayment" IS '74176894351aa1a00ee0b49df3b48978b239ded9';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_26f31()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "charges", "description", "ends_on", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."charges", NEW."description", NEW."ends_on", NEW."fee", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."renews_id", NEW."sites", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_26f31 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_update_update_26f31
    AFTER UPDATE ON "licensing_orderline"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_26f31();
COMMENT ON TRIGGER pgtrigger_update_update_26f31 ON "licensing_orderline" IS 'bddeaf069b8c1a31181b3735ae6093b3892e0e1a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_3dc81()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_3dc81 ON "licensing_order";
CREATE  TRIGGER pgtrigger_update_update_3dc81
    AFTER UPDATE ON "licensing_order"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_3dc81();
COMMENT ON TRIGGER pgtrigger_update_update_3dc81 ON "licensing_order" IS 'fcb20bb2ca18593c194271cb710bb66d5e74e0be';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_4c97d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."currency", NEW."email_domain", NEW."enrolment", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."refused_because", NEW."ship_to", NEW."state", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4c97d ON "licensing_institution";
CREATE  TRIGGER pgtrigger_update_update_4c97d
    AFTER UPDATE ON "licensing_institution"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4c97d();
COMMENT ON TRIGGER pgtrigger_update_update_4c97d ON "licensing_institution" IS '743471e1054f54885e1a2b05ccff9705043d7740';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_4e724()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "deposit", "ends_on", "enrolment_most", "fee_form", "film_id", "id", "is_sample", "licence_type_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (NEW."amount", NEW."amount_currency", NEW."deposit", NEW."ends_on", NEW."enrolment_most", NEW."fee_form", NEW."film_id", NEW."id", NEW."is_sample", NEW."licence_type_id", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on", NEW."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4e724 ON "licensing_price";
CREATE  TRIGGER pgtrigger_update_update_4e724
    AFTER UPDATE ON "licensing_price"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4e724();
COMMENT ON TRIGGER pgtrigger_update_update_4e724 ON "licensing_price" IS '040c38f98ec2ad19ff1bbc8794914313b63ea648';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_56235()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."failed", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_56235 ON "licensing_refund";
CREATE  TRIGGER pgtrigger_update_update_56235
    AFTER UPDATE ON "licensing_refund"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_56235();
COMMENT ON TRIGGER pgtrigger_update_update_56235 ON "licensing_refund" IS '5ba71cab7dd5caf65f221e44c3ed310ca1667927';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_90602()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_royaltyagreementevent" ("advance", "channel", "costs", "costs_cap", "currency", "ends_on", "film_id", "guarantee", "id", "is_sample", "licensor_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recoupment", "starts_on") VALUES (NEW."advance", NEW."channel", NEW."costs", NEW."costs_cap", NEW."currency", NEW."ends_on", NEW."film_id", NEW."guarantee", NEW."id", NEW."is_sample", NEW."licensor_id", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recoupment", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_90602 ON "licensing_royaltyagreement";
CREATE  TRIGGER pgtrigger_update_update_90602
    AFTER UPDATE ON "licensing_royaltyagreement"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_90602();
COMMENT ON TRIGGER pgtrigger_update_update_90602 ON "licensing_royaltyagreement" IS 'ff08d8be6928521c9c25439a8a0ad2013b1ad095';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_9a36f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."named_sites", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9a36f ON "licensing_licence";
CREATE  TRIGGER pgtrigger_update_update_9a36f
    AFTER UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9a36f();
COMMENT ON TRIGGER pgtrigger_update_update_9a36f ON "licensing_licence" IS 'fb373873c3de6c81c331bd0f68e84f1db3da09b8';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_a3fec()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (NEW."basis", NEW."country", NEW."ends_on", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rate", NEW."rounding", NEW."starts_on", NEW."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_a3fec ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_update_update_a3fec
    AFTER UPDATE ON "licensing_taxrule"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_a3fec();
COMMENT ON TRIGGER pgtrigger_update_update_a3fec ON "licensing_taxrule" IS '2aeeb7dbcc76ab6179d4f4b409e1bac175acecbf';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_c0bfc()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceruleevent" ("amount", "amount_currency", "days", "ends_on", "id", "kind", "name", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier", "titles") VALUES (NEW."amount", NEW."amount_currency", NEW."days", NEW."ends_on", NEW."id", NEW."kind", NEW."name", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on", NEW."tier", NEW."titles"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_c0bfc ON "licensing_pricerule";
CREATE  TRIGGER pgtrigger_update_update_c0bfc
    AFTER UPDATE ON "licensing_pricerule"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_c0bfc();
COMMENT ON TRIGGER pgtrigger_update_update_c0bfc ON "licensing_pricerule" IS 'a2b456593fb9cf228f0d547b6a6d48b70aabf245';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_c69f3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (NEW."created_at", NEW."due_on", NEW."first_day", NEW."id", NEW."institution_id", NEW."last_day", NEW."licence_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."site", NEW."source", NEW."status", NEW."title", NEW."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_c69f3 ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_update_update_c69f3
    AFTER UPDATE ON "licensing_rightsreport"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_c69f3();
COMMENT ON TRIGGER pgtrigger_update_update_c69f3 ON "licensing_rightsreport" IS '2e1ada81b2803833f68cb62aa3a73e62a8d1fb94';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_d47b9()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorevent" ("address", "country", "email", "id", "is_sample", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."address", NEW."country", NEW."email", NEW."id", NEW."is_sample", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_d47b9 ON "licensing_licensor";
CREATE  TRIGGER pgtrigger_update_update_d47b9
    AFTER UPDATE ON "licensing_licensor"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_d47b9();
COMMENT ON TRIGGER pgtrigger_update_update_d47b9 ON "licensing_licensor" IS '3eb38a6aca72eacc34174cb87e7d93c14f848065';
