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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_because", "sites", "starts_on", "status", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."revoked_at", OLD."revoked_because", OLD."sites", OLD."starts_on", OLD."status", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS 'c8aa5940f10b9a3355af54259c8ca33cdd2f16d1';

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
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (OLD."admission", OLD."audience_cap", OLD."code", OLD."enrolment_most", OLD."format_lock", OLD."formats", OLD."id", OLD."indoor_only", OLD."is_offered", OLD."members_only", OLD."name", OLD."order", OLD."perpetual", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."public_advertising", OLD."report_due_days", OLD."screenings", OLD."site_scope", OLD."summary", OLD."term_days", OLD."term_months", OLD."translations", OLD."uses", OLD."viewer_cap", OLD."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f36f0 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_delete_delete_f36f0
    AFTER DELETE ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f36f0();
COMMENT ON TRIGGER pgtrigger_delete_delete_f36f0 ON "licensing_licencetype" IS 'e39d5e89cc918e16cc14bea3acdd2471a317d795';

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
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."enrolment_most", NEW."format_lock", NEW."formats", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", NEW."perpetual", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_days", NEW."term_months", NEW."translations", NEW."uses", NEW."viewer_cap", NEW."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_e30a7 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_insert_insert_e30a7
    AFTER INSERT ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_e30a7();
COMMENT ON TRIGGER pgtrigger_insert_insert_e30a7 ON "licensing_licencetype" IS 'd371ee111439c2307c773b671a501fd73a588050';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_because", "sites", "starts_on", "status", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."revoked_at", NEW."revoked_because", NEW."sites", NEW."starts_on", NEW."status", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fccb5 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_insert_insert_fccb5
    AFTER INSERT ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fccb5();
COMMENT ON TRIGGER pgtrigger_insert_insert_fccb5 ON "licensing_licence" IS '235e8913130b4a71b3788cf837273c84fca65b56';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_because", "sites", "starts_on", "status", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."revoked_at", NEW."revoked_because", NEW."sites", NEW."starts_on", NEW."status", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9a36f ON "licensing_licence";
CREATE  TRIGGER pgtrigger_update_update_9a36f
    AFTER UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9a36f();
COMMENT ON TRIGGER pgtrigger_update_update_9a36f ON "licensing_licence" IS 'b352dff2172ccf11d2d849c653ef5a570fbb0bff';

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
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."enrolment_most", NEW."format_lock", NEW."formats", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", NEW."perpetual", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_days", NEW."term_months", NEW."translations", NEW."uses", NEW."viewer_cap", NEW."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bae3b ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_update_update_bae3b
    AFTER UPDATE ON "licensing_licencetype"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bae3b();
COMMENT ON TRIGGER pgtrigger_update_update_bae3b ON "licensing_licencetype" IS '3491d54b61e47f03e97d9b45d1139d96655767f9';
