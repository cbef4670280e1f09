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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspensions", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."named_sites", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."shortened_at", OLD."shortened_because", OLD."signed_until", OLD."sites", OLD."starts_on", OLD."status", OLD."status_because", OLD."status_since", OLD."superseded_by_id", OLD."suspensions", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS 'b0f9c0a0b4aaa60548e8d95e67fd6ad03fffb7dc';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_a24ad()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_mailboxevent" ("asked_at", "confirmed_at", "email", "id", "institution_id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."asked_at", OLD."confirmed_at", OLD."email", OLD."id", OLD."institution_id", OLD."matter", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a24ad ON "licensing_mailbox";
CREATE  TRIGGER pgtrigger_delete_delete_a24ad
    AFTER DELETE ON "licensing_mailbox"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a24ad();
COMMENT ON TRIGGER pgtrigger_delete_delete_a24ad ON "licensing_mailbox" IS 'c62354e53c7940ddb4be5552d538538b3277e9f8';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_bc022()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_mailboxevent" ("asked_at", "confirmed_at", "email", "id", "institution_id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."asked_at", NEW."confirmed_at", NEW."email", NEW."id", NEW."institution_id", NEW."matter", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bc022 ON "licensing_mailbox";
CREATE  TRIGGER pgtrigger_insert_insert_bc022
    AFTER INSERT ON "licensing_mailbox"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bc022();
COMMENT ON TRIGGER pgtrigger_insert_insert_bc022 ON "licensing_mailbox" IS 'e42ef24431322c60e3077429915139b3b70f8611';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspensions", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."named_sites", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspensions", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fccb5 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_insert_insert_fccb5
    AFTER INSERT ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fccb5();
COMMENT ON TRIGGER pgtrigger_insert_insert_fccb5 ON "licensing_licence" IS '84aaab3d35dec9023075c2f8af4497aa558e91da';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_7b117()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_mailboxevent" ("asked_at", "confirmed_at", "email", "id", "institution_id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."asked_at", NEW."confirmed_at", NEW."email", NEW."id", NEW."institution_id", NEW."matter", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_7b117 ON "licensing_mailbox";
CREATE  TRIGGER pgtrigger_update_update_7b117
    AFTER UPDATE ON "licensing_mailbox"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_7b117();
COMMENT ON TRIGGER pgtrigger_update_update_7b117 ON "licensing_mailbox" IS '4657af0f3e1ce9f26dd178bf8c05b839a325afb7';

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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspensions", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."named_sites", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspensions", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9a36f ON "licensing_licence";
CREATE  TRIGGER pgtrigger_update_update_9a36f
    AFTER UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9a36f();
COMMENT ON TRIGGER pgtrigger_update_update_9a36f ON "licensing_licence" IS 'b25a5d20215fe245edfcee921dd98d3ebc506996';
