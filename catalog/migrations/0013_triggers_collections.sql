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

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_55075()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('catalogue'), ('shared')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_55075 ON "catalog_collection";
CREATE  TRIGGER pgtrigger_revisions_delete_55075
    AFTER DELETE ON "catalog_collection"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_55075();
COMMENT ON TRIGGER pgtrigger_revisions_delete_55075 ON "catalog_collection" IS '5f5b2509b0dc5327251e32024b8c45c1dcb3b9f0';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_adfa3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_adfa3 ON "catalog_collectionfilm";
CREATE  TRIGGER pgtrigger_revisions_delete_adfa3
    AFTER DELETE ON "catalog_collectionfilm"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_adfa3();
COMMENT ON TRIGGER pgtrigger_revisions_delete_adfa3 ON "catalog_collectionfilm" IS '8ccb363a3dd84754903806bc080f06baadb6df06';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_59504()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('catalogue'), ('shared')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_59504 ON "catalog_collection";
CREATE  TRIGGER pgtrigger_revisions_insert_59504
    AFTER INSERT ON "catalog_collection"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_59504();
COMMENT ON TRIGGER pgtrigger_revisions_insert_59504 ON "catalog_collection" IS '87d770b891ba384054f05f0da1e13c305c2db3ce';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_e7788()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_e7788 ON "catalog_collectionfilm";
CREATE  TRIGGER pgtrigger_revisions_insert_e7788
    AFTER INSERT ON "catalog_collectionfilm"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_e7788();
COMMENT ON TRIGGER pgtrigger_revisions_insert_e7788 ON "catalog_collectionfilm" IS '8d16937318fb09b3b0f7a3c707938dba632b0cc4';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_2ddd0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('catalogue'), ('shared'), ('catalogue'), ('shared')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_2ddd0 ON "catalog_collection";
CREATE  TRIGGER pgtrigger_revisions_update_2ddd0
    AFTER UPDATE ON "catalog_collection"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_2ddd0();
COMMENT ON TRIGGER pgtrigger_revisions_update_2ddd0 ON "catalog_collection" IS '7517c83361a8d6de84acb29e2c79182f46c969c5';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_7fa3a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('film:' || n.film_id), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_7fa3a ON "catalog_collectionfilm";
CREATE  TRIGGER pgtrigger_revisions_update_7fa3a
    AFTER UPDATE ON "catalog_collectionfilm"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_7fa3a();
COMMENT ON TRIGGER pgtrigger_revisions_update_7fa3a ON "catalog_collectionfilm" IS '28de5e015521aec38dabb31968effb29a921bd2e';
