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
