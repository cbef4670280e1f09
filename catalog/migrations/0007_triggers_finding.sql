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

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_bd990()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_bd990 ON "catalog_screeningcopy";
CREATE  TRIGGER pgtrigger_revisions_delete_bd990
    AFTER DELETE ON "catalog_screeningcopy"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_bd990();
COMMENT ON TRIGGER pgtrigger_revisions_delete_bd990 ON "catalog_screeningcopy" IS '059bb971f566d85b19c0408f52fad85511dd8089';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_df4a7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id), ('catalogue'), ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_df4a7 ON "catalog_screeningcopy";
CREATE  TRIGGER pgtrigger_revisions_insert_df4a7
    AFTER INSERT ON "catalog_screeningcopy"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_df4a7();
COMMENT ON TRIGGER pgtrigger_revisions_insert_df4a7 ON "catalog_screeningcopy" IS '0b18adb8f26fc339f265f12aee3e8def4e25eaba';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_a6ad7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('programme'), ('film:' || n.film_id), ('catalogue'), ('programme')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_a6ad7 ON "catalog_screeningcopy";
CREATE  TRIGGER pgtrigger_revisions_update_a6ad7
    AFTER UPDATE ON "catalog_screeningcopy"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_a6ad7();
COMMENT ON TRIGGER pgtrigger_revisions_update_a6ad7 ON "catalog_screeningcopy" IS '56fa99b1a035329be7b1955d5e1fdb5c4c7d2b03';
