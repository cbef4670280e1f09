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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_5feb3()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_5feb3 ON "licensing_deliveryfileevent";
CREATE  TRIGGER pgtrigger_append_only_5feb3
    BEFORE UPDATE OR DELETE ON "licensing_deliveryfileevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_5feb3();
COMMENT ON TRIGGER pgtrigger_append_only_5feb3 ON "licensing_deliveryfileevent" IS 'c7c3b3de26ed8b6f9e92e9d606e114fd7207f592';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_b57ab()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_b57ab ON "licensing_deliveryevent";
CREATE  TRIGGER pgtrigger_append_only_b57ab
    BEFORE UPDATE OR DELETE ON "licensing_deliveryevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_b57ab();
COMMENT ON TRIGGER pgtrigger_append_only_b57ab ON "licensing_deliveryevent" IS 'b79da7cd951ee16991e961052f249d53f484fc6a';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_461da()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryfileevent" ("added_at", "copy_id", "id", "is_offered", "kind", "language", "missing_since", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (OLD."added_at", OLD."copy_id", OLD."id", OLD."is_offered", OLD."kind", OLD."language", OLD."missing_since", OLD."path", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."sha256", OLD."size"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_461da ON "licensing_deliveryfile";
CREATE  TRIGGER pgtrigger_delete_delete_461da
    AFTER DELETE ON "licensing_deliveryfile"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_461da();
COMMENT ON TRIGGER pgtrigger_delete_delete_461da ON "licensing_deliveryfile" IS '5070bb781951727a0f67038c46995aa1bd3dfec9';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_4b017()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryevent" ("carrier", "copy_id", "created_at", "downloads_allowed", "due_on", "given_at", "id", "licence_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "replaces_id", "return_by", "returned_on", "sent_on", "sent_to", "state", "stream_key", "tracking_number", "way") VALUES (OLD."carrier", OLD."copy_id", OLD."created_at", OLD."downloads_allowed", OLD."due_on", OLD."given_at", OLD."id", OLD."licence_id", OLD."link_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."received_on", OLD."replaces_id", OLD."return_by", OLD."returned_on", OLD."sent_on", OLD."sent_to", OLD."state", OLD."stream_key", OLD."tracking_number", OLD."way"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_4b017 ON "licensing_delivery";
CREATE  TRIGGER pgtrigger_delete_delete_4b017
    AFTER DELETE ON "licensing_delivery"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_4b017();
COMMENT ON TRIGGER pgtrigger_delete_delete_4b017 ON "licensing_delivery" IS '3aedfee88031acc176de1e0945bf2716eed1e9a3';

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
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "delivers", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (OLD."admission", OLD."audience_cap", OLD."code", OLD."delivers", OLD."enrolment_most", OLD."format_lock", OLD."formats", OLD."id", OLD."indoor_only", OLD."is_offered", OLD."members_only", OLD."name", OLD."order", OLD."perpetual", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."public_advertising", OLD."report_due_days", OLD."screenings", OLD."site_scope", OLD."summary", OLD."term_days", OLD."term_months", OLD."translations", OLD."uses", OLD."viewer_cap", OLD."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f36f0 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_delete_delete_f36f0
    AFTER DELETE ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f36f0();
COMMENT ON TRIGGER pgtrigger_delete_delete_f36f0 ON "licensing_licencetype" IS '7f08d91be274f1b13a3e7223aafc1f039ca24c52';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_1b881()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryevent" ("carrier", "copy_id", "created_at", "downloads_allowed", "due_on", "given_at", "id", "licence_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "replaces_id", "return_by", "returned_on", "sent_on", "sent_to", "state", "stream_key", "tracking_number", "way") VALUES (NEW."carrier", NEW."copy_id", NEW."created_at", NEW."downloads_allowed", NEW."due_on", NEW."given_at", NEW."id", NEW."licence_id", NEW."link_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."received_on", NEW."replaces_id", NEW."return_by", NEW."returned_on", NEW."sent_on", NEW."sent_to", NEW."state", NEW."stream_key", NEW."tracking_number", NEW."way"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_1b881 ON "licensing_delivery";
CREATE  TRIGGER pgtrigger_insert_insert_1b881
    AFTER INSERT ON "licensing_delivery"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_1b881();
COMMENT ON TRIGGER pgtrigger_insert_insert_1b881 ON "licensing_delivery" IS '00386dd9e68edd3616515c0295c011403236b936';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_c3c2f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryfileevent" ("added_at", "copy_id", "id", "is_offered", "kind", "language", "missing_since", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."added_at", NEW."copy_id", NEW."id", NEW."is_offered", NEW."kind", NEW."language", NEW."missing_since", NEW."path", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_c3c2f ON "licensing_deliveryfile";
CREATE  TRIGGER pgtrigger_insert_insert_c3c2f
    AFTER INSERT ON "licensing_deliveryfile"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_c3c2f();
COMMENT ON TRIGGER pgtrigger_insert_insert_c3c2f ON "licensing_deliveryfile" IS '1dcf3fc99485fe8854af72effd2737a90b38310b';

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
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "delivers", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."delivers", NEW."enrolment_most", NEW."format_lock", NEW."formats", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", NEW."perpetual", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_days", NEW."term_months", NEW."translations", NEW."uses", NEW."viewer_cap", NEW."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_e30a7 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_insert_insert_e30a7
    AFTER INSERT ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_e30a7();
COMMENT ON TRIGGER pgtrigger_insert_insert_e30a7 ON "licensing_licencetype" IS '855145c8b53de64551a898b236a3997ba3da04ee';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_52e06()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryevent" ("carrier", "copy_id", "created_at", "downloads_allowed", "due_on", "given_at", "id", "licence_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "replaces_id", "return_by", "returned_on", "sent_on", "sent_to", "state", "stream_key", "tracking_number", "way") VALUES (NEW."carrier", NEW."copy_id", NEW."created_at", NEW."downloads_allowed", NEW."due_on", NEW."given_at", NEW."id", NEW."licence_id", NEW."link_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."received_on", NEW."replaces_id", NEW."return_by", NEW."returned_on", NEW."sent_on", NEW."sent_to", NEW."state", NEW."stream_key", NEW."tracking_number", NEW."way"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_52e06 ON "licensing_delivery";
CREATE  TRIGGER pgtrigger_update_update_52e06
    AFTER UPDATE ON "licensing_delivery"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_52e06();
COMMENT ON TRIGGER pgtrigger_update_update_52e06 ON "licensing_delivery" IS 'e8c9daaf40872e73664886ea7bc660d781de1c3d';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_897a0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryfileevent" ("added_at", "copy_id", "id", "is_offered", "kind", "language", "missing_since", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."added_at", NEW."copy_id", NEW."id", NEW."is_offered", NEW."kind", NEW."language", NEW."missing_since", NEW."path", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_897a0 ON "licensing_deliveryfile";
CREATE  TRIGGER pgtrigger_update_update_897a0
    AFTER UPDATE ON "licensing_deliveryfile"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_897a0();
COMMENT ON TRIGGER pgtrigger_update_update_897a0 ON "licensing_deliveryfile" IS '506399534d7666852094527a3374ae3a23d5ef84';

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
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "delivers", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."delivers", NEW."enrolment_most", NEW."format_lock", NEW."formats", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", NEW."perpetual", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_days", NEW."term_months", NEW."translations", NEW."uses", NEW."viewer_cap", NEW."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bae3b ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_update_update_bae3b
    AFTER UPDATE ON "licensing_licencetype"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bae3b();
COMMENT ON TRIGGER pgtrigger_update_update_bae3b ON "licensing_licencetype" IS 'b740716f6a7f2f0b4d8815863cfce143d95b33cf';
