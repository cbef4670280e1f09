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
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."named_sites", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."shortened_at", OLD."shortened_because", OLD."signed_until", OLD."sites", OLD."starts_on", OLD."status", OLD."status_because", OLD."status_since", OLD."superseded_by_id", OLD."suspended_for", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS '5be42f3d0ef5af1e75fe92f45895f374525ed3f8';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "description", "ends_on", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (OLD."amount", OLD."amount_currency", OLD."because", OLD."description", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."licence_type_id", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."renews_id", OLD."sites", OLD."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a2ce8 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_delete_delete_a2ce8
    AFTER DELETE ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a2ce8();
COMMENT ON TRIGGER pgtrigger_delete_delete_a2ce8 ON "licensing_orderline" IS 'c2fc466c82721b8228a719a21da68bd03a9d7988';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "description", "ends_on", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."description", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."renews_id", NEW."sites", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bff1a ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_insert_insert_bff1a
    AFTER INSERT ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bff1a();
COMMENT ON TRIGGER pgtrigger_insert_insert_bff1a ON "licensing_orderline" IS 'fae8029cfd5b19cc89931ec86eb2485d73347d71';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "description", "ends_on", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."description", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."renews_id", NEW."sites", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_26f31 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_update_update_26f31
    AFTER UPDATE ON "licensing_orderline"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_26f31();
COMMENT ON TRIGGER pgtrigger_update_update_26f31 ON "licensing_orderline" IS 'a777de905914d210052232645ae0ddd08067fc75';

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
