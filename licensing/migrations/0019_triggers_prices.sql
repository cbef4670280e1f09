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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (OLD."bill_to", OLD."country", OLD."created_at", OLD."currency", OLD."email_domain", OLD."enrolment", OLD."id", OLD."legal_name", OLD."parent_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."refused_because", OLD."ship_to", OLD."tier", OLD."verification", OLD."verified_at", OLD."verified_by_id", OLD."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_89808 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_delete_delete_89808
    AFTER DELETE ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_89808();
COMMENT ON TRIGGER pgtrigger_delete_delete_89808 ON "licensing_institution" IS 'f14cacedc381ba5798aa16c609e22ed2e190073a';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "charges", "description", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."amount_currency", OLD."charges", OLD."description", OLD."fee", OLD."film_id", OLD."grants", OLD."id", OLD."licence_type_id", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a2ce8 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_delete_delete_a2ce8
    AFTER DELETE ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a2ce8();
COMMENT ON TRIGGER pgtrigger_delete_delete_a2ce8 ON "licensing_orderline" IS '4039e587845b713edd98c69f6ae2e013f8d2c5d4';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."currency", NEW."email_domain", NEW."enrolment", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."refused_because", NEW."ship_to", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_ae4a4 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_insert_insert_ae4a4
    AFTER INSERT ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_ae4a4();
COMMENT ON TRIGGER pgtrigger_insert_insert_ae4a4 ON "licensing_institution" IS '30c412bac5992eaef9d802eaebf17c1c4188abe3';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "charges", "description", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."charges", NEW."description", NEW."fee", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bff1a ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_insert_insert_bff1a
    AFTER INSERT ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bff1a();
COMMENT ON TRIGGER pgtrigger_insert_insert_bff1a ON "licensing_orderline" IS 'ece90d59055330adc13577d273c15f426ec391d6';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "charges", "description", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."charges", NEW."description", NEW."fee", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_26f31 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_update_update_26f31
    AFTER UPDATE ON "licensing_orderline"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_26f31();
COMMENT ON TRIGGER pgtrigger_update_update_26f31 ON "licensing_orderline" IS '0db402c27aefc7cdae4a70e10d20d20d6aca7ede';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."currency", NEW."email_domain", NEW."enrolment", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."refused_because", NEW."ship_to", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4c97d ON "licensing_institution";
CREATE  TRIGGER pgtrigger_update_update_4c97d
    AFTER UPDATE ON "licensing_institution"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4c97d();
COMMENT ON TRIGGER pgtrigger_update_update_4c97d ON "licensing_institution" IS '75e5c997cfa65fdaaa05aa74fc2255c35fc9e42a';

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
