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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."shortened_at", OLD."shortened_because", OLD."signed_until", OLD."starts_on", OLD."status", OLD."status_because", OLD."status_since", OLD."superseded_by_id", OLD."suspended_for", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS 'c052ac1832528db05069242f13e85afd5ae81c2e';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fccb5 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_insert_insert_fccb5
    AFTER INSERT ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fccb5();
COMMENT ON TRIGGER pgtrigger_insert_insert_fccb5 ON "licensing_licence" IS '2e164fb95aa31ef0a97e5d34a84596c0faa13652';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9a36f ON "licensing_licence";
CREATE  TRIGGER pgtrigger_update_update_9a36f
    AFTER UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9a36f();
COMMENT ON TRIGGER pgtrigger_update_update_9a36f ON "licensing_licence" IS '4ee77b598b519b3e254091b94d40ba916e940da9';
