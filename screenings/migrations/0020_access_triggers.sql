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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_ca712()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingevent" ("capacity", "copy_id", "ends_at", "film_id", "from_minute", "id", "intro_minutes", "marks", "occupied_from", "occupied_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qa_minutes", "run", "screen_id", "screening_id", "sequence", "starts_at", "status", "uid", "until_minute") VALUES (OLD."capacity", OLD."copy_id", OLD."ends_at", OLD."film_id", OLD."from_minute", OLD."id", OLD."intro_minutes", OLD."marks", OLD."occupied_from", OLD."occupied_until", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."qa_minutes", OLD."run", OLD."screen_id", OLD."screening_id", OLD."sequence", OLD."starts_at", OLD."status", OLD."uid", OLD."until_minute"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_ca712 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_delete_delete_ca712
    AFTER DELETE ON "screenings_showing"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_ca712();
COMMENT ON TRIGGER pgtrigger_delete_delete_ca712 ON "screenings_showing" IS '5da8e1943932ba8a5956b00f7772a5543a6ff04b';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_28c60()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingevent" ("capacity", "copy_id", "ends_at", "film_id", "from_minute", "id", "intro_minutes", "marks", "occupied_from", "occupied_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qa_minutes", "run", "screen_id", "screening_id", "sequence", "starts_at", "status", "uid", "until_minute") VALUES (NEW."capacity", NEW."copy_id", NEW."ends_at", NEW."film_id", NEW."from_minute", NEW."id", NEW."intro_minutes", NEW."marks", NEW."occupied_from", NEW."occupied_until", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."qa_minutes", NEW."run", NEW."screen_id", NEW."screening_id", NEW."sequence", NEW."starts_at", NEW."status", NEW."uid", NEW."until_minute"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_28c60 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_insert_insert_28c60
    AFTER INSERT ON "screenings_showing"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_28c60();
COMMENT ON TRIGGER pgtrigger_insert_insert_28c60 ON "screenings_showing" IS '065f2783fe45f55172c49a163cb4461e129ea1ac';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_74f68()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingevent" ("capacity", "copy_id", "ends_at", "film_id", "from_minute", "id", "intro_minutes", "marks", "occupied_from", "occupied_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qa_minutes", "run", "screen_id", "screening_id", "sequence", "starts_at", "status", "uid", "until_minute") VALUES (NEW."capacity", NEW."copy_id", NEW."ends_at", NEW."film_id", NEW."from_minute", NEW."id", NEW."intro_minutes", NEW."marks", NEW."occupied_from", NEW."occupied_until", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."qa_minutes", NEW."run", NEW."screen_id", NEW."screening_id", NEW."sequence", NEW."starts_at", NEW."status", NEW."uid", NEW."until_minute"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_74f68 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_update_update_74f68
    AFTER UPDATE ON "screenings_showing"
    FOR EACH ROW WHEN (OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."copy_id" IS DISTINCT FROM (NEW."copy_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."film_id" IS DISTINCT FROM (NEW."film_id") OR OLD."from_minute" IS DISTINCT FROM (NEW."from_minute") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intro_minutes" IS DISTINCT FROM (NEW."intro_minutes") OR OLD."marks" IS DISTINCT FROM (NEW."marks") OR OLD."occupied_from" IS DISTINCT FROM (NEW."occupied_from") OR OLD."occupied_until" IS DISTINCT FROM (NEW."occupied_until") OR OLD."qa_minutes" IS DISTINCT FROM (NEW."qa_minutes") OR OLD."run" IS DISTINCT FROM (NEW."run") OR OLD."screen_id" IS DISTINCT FROM (NEW."screen_id") OR OLD."screening_id" IS DISTINCT FROM (NEW."screening_id") OR OLD."sequence" IS DISTINCT FROM (NEW."sequence") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."uid" IS DISTINCT FROM (NEW."uid") OR OLD."until_minute" IS DISTINCT FROM (NEW."until_minute"))
    EXECUTE PROCEDURE pgtrigger_update_update_74f68();
COMMENT ON TRIGGER pgtrigger_update_update_74f68 ON "screenings_showing" IS '6322dee1631308cf792d7c249358b731fd14bf57';
