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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_1f54b()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_1f54b ON "licensing_licenceevent";
CREATE  TRIGGER pgtrigger_append_only_1f54b
    BEFORE UPDATE OR DELETE ON "licensing_licenceevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_1f54b();
COMMENT ON TRIGGER pgtrigger_append_only_1f54b ON "licensing_licenceevent" IS '8cd2331e1440f3bda972e5a601954af999850980';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_35b63()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_35b63 ON "licensing_institutionevent";
CREATE  TRIGGER pgtrigger_append_only_35b63
    BEFORE UPDATE OR DELETE ON "licensing_institutionevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_35b63();
COMMENT ON TRIGGER pgtrigger_append_only_35b63 ON "licensing_institutionevent" IS '862d6b49d969c4108df30c7eb1d0180be01ca708';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_47065()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_47065 ON "licensing_orderlineevent";
CREATE  TRIGGER pgtrigger_append_only_47065
    BEFORE UPDATE OR DELETE ON "licensing_orderlineevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_47065();
COMMENT ON TRIGGER pgtrigger_append_only_47065 ON "licensing_orderlineevent" IS '82ab4c316a94fa5de40bc374d0b0bf922dea5c16';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_611a1()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_611a1 ON "licensing_licencetypeevent";
CREATE  TRIGGER pgtrigger_append_only_611a1
    BEFORE UPDATE OR DELETE ON "licensing_licencetypeevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_611a1();
COMMENT ON TRIGGER pgtrigger_append_only_611a1 ON "licensing_licencetypeevent" IS '8cce724d6de802431eee9ef2957b196863ae0c4e';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_848b9()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_848b9 ON "licensing_orderevent";
CREATE  TRIGGER pgtrigger_append_only_848b9
    BEFORE UPDATE OR DELETE ON "licensing_orderevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_848b9();
COMMENT ON TRIGGER pgtrigger_append_only_848b9 ON "licensing_orderevent" IS 'e6231525fbef870c070cf84650c46b952240c75a';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_b8064()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_b8064 ON "licensing_priceevent";
CREATE  TRIGGER pgtrigger_append_only_b8064
    BEFORE UPDATE OR DELETE ON "licensing_priceevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_b8064();
COMMENT ON TRIGGER pgtrigger_append_only_b8064 ON "licensing_priceevent" IS '9658ebbe4ba9f24ae1fac868c05693ca1cae4ffc';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_bc5bb()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_bc5bb ON "licensing_paymentevent";
CREATE  TRIGGER pgtrigger_append_only_bc5bb
    BEFORE UPDATE OR DELETE ON "licensing_paymentevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_bc5bb();
COMMENT ON TRIGGER pgtrigger_append_only_bc5bb ON "licensing_paymentevent" IS 'c989225840be8eab0d003492c526a2189c57ed62';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_5aa7c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_paymentevent" ("amount", "amount_currency", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_by_id") VALUES (OLD."amount", OLD."amount_currency", OLD."event_key", OLD."id", OLD."invoice_id", OLD."method", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."received_on", OLD."recorded_by_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_5aa7c ON "licensing_payment";
CREATE  TRIGGER pgtrigger_delete_delete_5aa7c
    AFTER DELETE ON "licensing_payment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_5aa7c();
COMMENT ON TRIGGER pgtrigger_delete_delete_5aa7c ON "licensing_payment" IS 'd2f8ce78a861608f1cadd7b3c8213d7be1b3c11e';

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
        INSERT INTO "licensing_institutionevent" ("address", "billing_email", "country", "created_at", "exemption_certificate", "id", "is_tax_exempt", "legal_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (OLD."address", OLD."billing_email", OLD."country", OLD."created_at", OLD."exemption_certificate", OLD."id", OLD."is_tax_exempt", OLD."legal_name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."refused_because", OLD."tier", OLD."verification", OLD."verified_at", OLD."verified_by_id", OLD."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_89808 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_delete_delete_89808
    AFTER DELETE ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_89808();
COMMENT ON TRIGGER pgtrigger_delete_delete_89808 ON "licensing_institution" IS 'ea6d49fe0b86f0973456d4e41df513f6d598cd98';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_because", "starts_on", "status", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."revoked_at", OLD."revoked_because", OLD."starts_on", OLD."status", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS '884e39962771938550388f6137928b84a7ab192e';

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
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "ends_on", "film_id", "id", "is_sample", "licence_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (OLD."amount", OLD."amount_currency", OLD."ends_on", OLD."film_id", OLD."id", OLD."is_sample", OLD."licence_type_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on", OLD."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_96e7d ON "licensing_price";
CREATE  TRIGGER pgtrigger_delete_delete_96e7d
    AFTER DELETE ON "licensing_price"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_96e7d();
COMMENT ON TRIGGER pgtrigger_delete_delete_96e7d ON "licensing_price" IS '0e3a1eb03077b3c6befd83a7ce9ec31d8b1fe785';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "description", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."amount_currency", OLD."description", OLD."film_id", OLD."grants", OLD."id", OLD."licence_type_id", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a2ce8 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_delete_delete_a2ce8
    AFTER DELETE ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a2ce8();
COMMENT ON TRIGGER pgtrigger_delete_delete_a2ce8 ON "licensing_orderline" IS 'acaf4605333f1b9801b6be12f4463f4305fc504f';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tier", "total", "total_currency") VALUES (OLD."id", OLD."institution_id", OLD."method", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."purchase_order", OLD."purchase_order_number", OLD."request_key", OLD."starts_on", OLD."status", OLD."tier", OLD."total", OLD."total_currency"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d4ce1 ON "licensing_order";
CREATE  TRIGGER pgtrigger_delete_delete_d4ce1
    AFTER DELETE ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d4ce1();
COMMENT ON TRIGGER pgtrigger_delete_delete_d4ce1 ON "licensing_order" IS '590eee7a46e05b1056e1f430054fa4025b3bbf4e';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_f36f0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "format_lock", "id", "indoor_only", "is_offered", "members_only", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_months", "translations", "uses") VALUES (OLD."admission", OLD."audience_cap", OLD."code", OLD."format_lock", OLD."id", OLD."indoor_only", OLD."is_offered", OLD."members_only", OLD."name", OLD."order", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."public_advertising", OLD."report_due_days", OLD."screenings", OLD."site_scope", OLD."summary", OLD."term_months", OLD."translations", OLD."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f36f0 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_delete_delete_f36f0
    AFTER DELETE ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f36f0();
COMMENT ON TRIGGER pgtrigger_delete_delete_f36f0 ON "licensing_licencetype" IS '1e36c5d4a803f1f844677535a52b3a713e46c937';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tier", "total", "total_currency") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_88703 ON "licensing_order";
CREATE  TRIGGER pgtrigger_insert_insert_88703
    AFTER INSERT ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_88703();
COMMENT ON TRIGGER pgtrigger_insert_insert_88703 ON "licensing_order" IS 'f40b0f441ed42686be6312a2e78419b0007754a8';

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
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "ends_on", "film_id", "id", "is_sample", "licence_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (NEW."amount", NEW."amount_currency", NEW."ends_on", NEW."film_id", NEW."id", NEW."is_sample", NEW."licence_type_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on", NEW."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_a1143 ON "licensing_price";
CREATE  TRIGGER pgtrigger_insert_insert_a1143
    AFTER INSERT ON "licensing_price"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_a1143();
COMMENT ON TRIGGER pgtrigger_insert_insert_a1143 ON "licensing_price" IS 'c75e278f8716b1b95a686525b81c954eaaea86f0';

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
        INSERT INTO "licensing_institutionevent" ("address", "billing_email", "country", "created_at", "exemption_certificate", "id", "is_tax_exempt", "legal_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."address", NEW."billing_email", NEW."country", NEW."created_at", NEW."exemption_certificate", NEW."id", NEW."is_tax_exempt", NEW."legal_name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."refused_because", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_ae4a4 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_insert_insert_ae4a4
    AFTER INSERT ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_ae4a4();
COMMENT ON TRIGGER pgtrigger_insert_insert_ae4a4 ON "licensing_institution" IS '28fe620d9332037533cbc007064d11d89467868e';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b2ef9()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_paymentevent" ("amount", "amount_currency", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_by_id") VALUES (NEW."amount", NEW."amount_currency", NEW."event_key", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."received_on", NEW."recorded_by_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b2ef9 ON "licensing_payment";
CREATE  TRIGGER pgtrigger_insert_insert_b2ef9
    AFTER INSERT ON "licensing_payment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b2ef9();
COMMENT ON TRIGGER pgtrigger_insert_insert_b2ef9 ON "licensing_payment" IS '5681b22525afe62df74b7bfa689c6347a57fe4fa';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "description", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."description", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bff1a ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_insert_insert_bff1a
    AFTER INSERT ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bff1a();
COMMENT ON TRIGGER pgtrigger_insert_insert_bff1a ON "licensing_orderline" IS 'ac4e7f44b3be9da11928e07e2da0a8cfc5dbbcb3';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_e30a7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "format_lock", "id", "indoor_only", "is_offered", "members_only", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_months", "translations", "uses") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."format_lock", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_months", NEW."translations", NEW."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_e30a7 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_insert_insert_e30a7
    AFTER INSERT ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_e30a7();
COMMENT ON TRIGGER pgtrigger_insert_insert_e30a7 ON "licensing_licencetype" IS 'e9a2dfafe19b5c3ec7490421252b1af5b12bee8c';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_because", "starts_on", "status", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."revoked_at", NEW."revoked_because", NEW."starts_on", NEW."status", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fccb5 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_insert_insert_fccb5
    AFTER INSERT ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fccb5();
COMMENT ON TRIGGER pgtrigger_insert_insert_fccb5 ON "licensing_licence" IS '197cc97cc753a4459727eab129e8303f591c6d8a';

CREATE OR REPLACE FUNCTION pgtrigger_issued_invoice_never_changes_13fef()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_invoice_never_changes_13fef ON "licensing_invoice";
CREATE  TRIGGER pgtrigger_issued_invoice_never_changes_13fef
    BEFORE UPDATE OR DELETE ON "licensing_invoice"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_invoice_never_changes_13fef();
COMMENT ON TRIGGER pgtrigger_issued_invoice_never_changes_13fef ON "licensing_invoice" IS '14e580fa2247513d9c14254bc839003c2dcd08e5';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_3b24e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_3b24e ON "licensing_institution";
CREATE  TRIGGER pgtrigger_revisions_delete_3b24e
    AFTER DELETE ON "licensing_institution"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_3b24e();
COMMENT ON TRIGGER pgtrigger_revisions_delete_3b24e ON "licensing_institution" IS 'bd650cca0cbe6c9ee59ce7c933d171bad39732ea';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_9a3e5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('prices:' || o.film_id), ('prices')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_9a3e5 ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_delete_9a3e5
    AFTER DELETE ON "licensing_price"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_9a3e5();
COMMENT ON TRIGGER pgtrigger_revisions_delete_9a3e5 ON "licensing_price" IS '99a093a171add99b798041dbc041b6e1d766aefe';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_e7728()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('terms')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_e7728 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_delete_e7728
    AFTER DELETE ON "licensing_licencetype"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_e7728();
COMMENT ON TRIGGER pgtrigger_revisions_delete_e7728 ON "licensing_licencetype" IS 'a4246fbe2a5d8a9b8f3a928f66001a976fc50037';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_6e594()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('terms')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_6e594 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_insert_6e594
    AFTER INSERT ON "licensing_licencetype"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_6e594();
COMMENT ON TRIGGER pgtrigger_revisions_insert_6e594 ON "licensing_licencetype" IS '848ef67a64687c394ee7793a23e0f6ef0b5d8747';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_ed130()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('prices:' || n.film_id), ('prices')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_ed130 ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_insert_ed130
    AFTER INSERT ON "licensing_price"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_ed130();
COMMENT ON TRIGGER pgtrigger_revisions_insert_ed130 ON "licensing_price" IS 'cc9d2f6edb411b2df870363b985083ff22c62f7b';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_609b1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) VALUES ('everything'); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_609b1 ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_truncate_609b1
    AFTER TRUNCATE ON "licensing_price"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_609b1();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_609b1 ON "licensing_price" IS '1021d5ef3a6543d752b4dd2a2dd8d02d733dbd5d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_92d5e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) VALUES ('everything'); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_92d5e ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_truncate_92d5e
    AFTER TRUNCATE ON "licensing_licencetype"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_92d5e();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_92d5e ON "licensing_licencetype" IS '735ff5a675c06dee5d1d73b9d2a570210667eeed';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_c592f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) VALUES ('everything'); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_c592f ON "licensing_institution";
CREATE  TRIGGER pgtrigger_revisions_truncate_c592f
    AFTER TRUNCATE ON "licensing_institution"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_c592f();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_c592f ON "licensing_institution" IS 'f27c1af822f7952b15d99dc2dc68d9e4f32ce81c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_1cee5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE ROW(o.id, o.legal_name) IS DISTINCT FROM ROW(n.id, n.legal_name) AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_1cee5 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_revisions_update_1cee5
    AFTER UPDATE ON "licensing_institution"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_1cee5();
COMMENT ON TRIGGER pgtrigger_revisions_update_1cee5 ON "licensing_institution" IS 'dda5cf902fa79c0a0388f972d74bc511a327b444';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_6b0bc()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('prices:' || o.film_id), ('prices'), ('prices:' || n.film_id), ('prices')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_6b0bc ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_update_6b0bc
    AFTER UPDATE ON "licensing_price"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_6b0bc();
COMMENT ON TRIGGER pgtrigger_revisions_update_6b0bc ON "licensing_price" IS 'd63232e128fa2f250d97341ed5f6cd04641de2cb';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_e6265()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('terms'), ('terms')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_e6265 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_update_e6265
    AFTER UPDATE ON "licensing_licencetype"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_e6265();
COMMENT ON TRIGGER pgtrigger_revisions_update_e6265 ON "licensing_licencetype" IS 'd9454d5331b258f6eaafa157e2b1f0ada259863e';

CREATE OR REPLACE FUNCTION pgtrigger_signed_words_never_change_659d0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_signed_words_never_change_659d0 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_signed_words_never_change_659d0
    BEFORE UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD."certificate" IS DISTINCT FROM (NEW."certificate") OR OLD."document" IS DISTINCT FROM (NEW."document"))
    EXECUTE PROCEDURE pgtrigger_signed_words_never_change_659d0();
COMMENT ON TRIGGER pgtrigger_signed_words_never_change_659d0 ON "licensing_licence" IS 'ee6ba3a3fdd447bbaba642d3745485aed23322e3';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "description", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."description", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_26f31 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_update_update_26f31
    AFTER UPDATE ON "licensing_orderline"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_26f31();
COMMENT ON TRIGGER pgtrigger_update_update_26f31 ON "licensing_orderline" IS '8f8af3fb2d4a0ab7da3b513758933597006d0984';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tier", "total", "total_currency") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_3dc81 ON "licensing_order";
CREATE  TRIGGER pgtrigger_update_update_3dc81
    AFTER UPDATE ON "licensing_order"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_3dc81();
COMMENT ON TRIGGER pgtrigger_update_update_3dc81 ON "licensing_order" IS '0cca26f9f88c40cfa1db2def25ebf1c99f8a6973';

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
        INSERT INTO "licensing_institutionevent" ("address", "billing_email", "country", "created_at", "exemption_certificate", "id", "is_tax_exempt", "legal_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."address", NEW."billing_email", NEW."country", NEW."created_at", NEW."exemption_certificate", NEW."id", NEW."is_tax_exempt", NEW."legal_name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."refused_because", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4c97d ON "licensing_institution";
CREATE  TRIGGER pgtrigger_update_update_4c97d
    AFTER UPDATE ON "licensing_institution"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4c97d();
COMMENT ON TRIGGER pgtrigger_update_update_4c97d ON "licensing_institution" IS 'e81db2850c48d136404d2c8a3c563a80c280a217';

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
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "ends_on", "film_id", "id", "is_sample", "licence_type_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (NEW."amount", NEW."amount_currency", NEW."ends_on", NEW."film_id", NEW."id", NEW."is_sample", NEW."licence_type_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on", NEW."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4e724 ON "licensing_price";
CREATE  TRIGGER pgtrigger_update_update_4e724
    AFTER UPDATE ON "licensing_price"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4e724();
COMMENT ON TRIGGER pgtrigger_update_update_4e724 ON "licensing_price" IS '1fc4d9c79a82f43dd7320c3d2e08a9439078511b';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_because", "starts_on", "status", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."revoked_at", NEW."revoked_because", NEW."starts_on", NEW."status", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9a36f ON "licensing_licence";
CREATE  TRIGGER pgtrigger_update_update_9a36f
    AFTER UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9a36f();
COMMENT ON TRIGGER pgtrigger_update_update_9a36f ON "licensing_licence" IS 'e3bb62b2cb6f4d969c833b5179b6e9b7e3b7088c';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_bae3b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "format_lock", "id", "indoor_only", "is_offered", "members_only", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_months", "translations", "uses") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."format_lock", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_months", NEW."translations", NEW."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bae3b ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_update_update_bae3b
    AFTER UPDATE ON "licensing_licencetype"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bae3b();
COMMENT ON TRIGGER pgtrigger_update_update_bae3b ON "licensing_licencetype" IS 'c16e1e48a01b9ca5075f9eb2d2edb68b91c44415';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_bb5ce()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_paymentevent" ("amount", "amount_currency", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_by_id") VALUES (NEW."amount", NEW."amount_currency", NEW."event_key", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."received_on", NEW."recorded_by_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bb5ce ON "licensing_payment";
CREATE  TRIGGER pgtrigger_update_update_bb5ce
    AFTER UPDATE ON "licensing_payment"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bb5ce();
COMMENT ON TRIGGER pgtrigger_update_update_bb5ce ON "licensing_payment" IS '04021473f6987e27c8e13a847c9454987c614b6f';
