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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_31fa5()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_31fa5 ON "licensing_reportfeeevent";
CREATE  TRIGGER pgtrigger_append_only_31fa5
    BEFORE UPDATE OR DELETE ON "licensing_reportfeeevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_31fa5();
COMMENT ON TRIGGER pgtrigger_append_only_31fa5 ON "licensing_reportfeeevent" IS 'f60563c76da2bac9d538d63b3634224a662ff135';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_1418e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("after_report_at_once", "at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (OLD."after_report_at_once", OLD."at_once", OLD."currency", OLD."id", OLD."most_unpaid", OLD."net_days", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."tier", OLD."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_1418e ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_delete_delete_1418e
    AFTER DELETE ON "licensing_acceptancepolicy"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_1418e();
COMMENT ON TRIGGER pgtrigger_delete_delete_1418e ON "licensing_acceptancepolicy" IS 'a942a32c11d75edc3dadf8c1ec63de552ac49ade';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (OLD."id", OLD."institution_id", OLD."kind", OLD."method", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."purchase_order", OLD."purchase_order_number", OLD."request_key", OLD."starts_on", OLD."status", OLD."tax", OLD."taxed", OLD."tier", OLD."total", OLD."total_currency", OLD."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d4ce1 ON "licensing_order";
CREATE  TRIGGER pgtrigger_delete_delete_d4ce1
    AFTER DELETE ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d4ce1();
COMMENT ON TRIGGER pgtrigger_delete_delete_d4ce1 ON "licensing_order" IS '45fd928cb799649336478c7a574241f39456912e';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_f57be()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_reportfeeevent" ("amount", "amount_currency", "answer_id", "because", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "status") VALUES (OLD."amount", OLD."amount_currency", OLD."answer_id", OLD."because", OLD."created_at", OLD."id", OLD."licence_id", OLD."line_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."settled_at", OLD."settled_by_id", OLD."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f57be ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_delete_delete_f57be
    AFTER DELETE ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f57be();
COMMENT ON TRIGGER pgtrigger_delete_delete_f57be ON "licensing_reportfee" IS '70a4a75d023e3078bd79855a0e218b89a7a5bd9b';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_615a5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_reportfeeevent" ("amount", "amount_currency", "answer_id", "because", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "status") VALUES (NEW."amount", NEW."amount_currency", NEW."answer_id", NEW."because", NEW."created_at", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_615a5 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_insert_insert_615a5
    AFTER INSERT ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_615a5();
COMMENT ON TRIGGER pgtrigger_insert_insert_615a5 ON "licensing_reportfee" IS 'c8cd556cbe0f027c2ea9bd0d980de228ea5cffd3';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."kind", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_88703 ON "licensing_order";
CREATE  TRIGGER pgtrigger_insert_insert_88703
    AFTER INSERT ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_88703();
COMMENT ON TRIGGER pgtrigger_insert_insert_88703 ON "licensing_order" IS 'e0e596a3a3b6d64acc3880ef0eff0a315328c1be';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_f0b90()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("after_report_at_once", "at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (NEW."after_report_at_once", NEW."at_once", NEW."currency", NEW."id", NEW."most_unpaid", NEW."net_days", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."tier", NEW."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_f0b90 ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_insert_insert_f0b90
    AFTER INSERT ON "licensing_acceptancepolicy"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_f0b90();
COMMENT ON TRIGGER pgtrigger_insert_insert_f0b90 ON "licensing_acceptancepolicy" IS 'f0a4610460e06d8e7a0608c244c108dea57e200f';

CREATE OR REPLACE FUNCTION pgtrigger_report_fee_is_never_lost_7e0a8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_report_fee_is_never_lost_7e0a8 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_report_fee_is_never_lost_7e0a8
    BEFORE DELETE ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_report_fee_is_never_lost_7e0a8();
COMMENT ON TRIGGER pgtrigger_report_fee_is_never_lost_7e0a8 ON "licensing_reportfee" IS '7b6793c1249b2d71624bea4ad29290dbb9079fbb';

CREATE OR REPLACE FUNCTION pgtrigger_report_fee_of_its_licence_42a70()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF NEW.licence_id <> (
            SELECT report.licence_id FROM licensing_rightsreport report
            JOIN licensing_reportanswer answer ON answer.report_id = report.id WHERE answer.id = NEW.answer_id
        ) THEN
            RAISE EXCEPTION 'report_fee_of_its_licence: the answer is of another licence' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_report_fee_of_its_licence_42a70 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_report_fee_of_its_licence_42a70
    AFTER INSERT OR UPDATE ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_report_fee_of_its_licence_42a70();
COMMENT ON TRIGGER pgtrigger_report_fee_of_its_licence_42a70 ON "licensing_reportfee" IS '442e0f8b4a5fa316a11efd0267b33f0aeb18a3e8';

CREATE OR REPLACE FUNCTION pgtrigger_settled_report_fee_never_changes_8176d()
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
DROP TRIGGER IF EXISTS pgtrigger_settled_report_fee_never_changes_8176d ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_settled_report_fee_never_changes_8176d
    BEFORE UPDATE ON "licensing_reportfee"
    FOR EACH ROW WHEN (NOT (OLD."status" = 'waiting'))
    EXECUTE PROCEDURE pgtrigger_settled_report_fee_never_changes_8176d();
COMMENT ON TRIGGER pgtrigger_settled_report_fee_never_changes_8176d ON "licensing_reportfee" IS '87207e703e928211b07f995d055f462ae64331e0';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."kind", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_3dc81 ON "licensing_order";
CREATE  TRIGGER pgtrigger_update_update_3dc81
    AFTER UPDATE ON "licensing_order"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_3dc81();
COMMENT ON TRIGGER pgtrigger_update_update_3dc81 ON "licensing_order" IS 'f8a7844988d14b7b17bd50615819bfd78909a1ff';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_5586a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("after_report_at_once", "at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (NEW."after_report_at_once", NEW."at_once", NEW."currency", NEW."id", NEW."most_unpaid", NEW."net_days", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."tier", NEW."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_5586a ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_update_update_5586a
    AFTER UPDATE ON "licensing_acceptancepolicy"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_5586a();
COMMENT ON TRIGGER pgtrigger_update_update_5586a ON "licensing_acceptancepolicy" IS '8a72b2d50a3e3a466a1a6ca146a1b72d681e2723';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_bffd7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_reportfeeevent" ("amount", "amount_currency", "answer_id", "because", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "status") VALUES (NEW."amount", NEW."amount_currency", NEW."answer_id", NEW."because", NEW."created_at", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bffd7 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_update_update_bffd7
    AFTER UPDATE ON "licensing_reportfee"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bffd7();
COMMENT ON TRIGGER pgtrigger_update_update_bffd7 ON "licensing_reportfee" IS '18921ed96bfe2b1d4c362941206b46f427406281';
