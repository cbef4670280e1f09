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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_a75a2()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (OLD."access", OLD."address", OLD."city", OLD."country", OLD."curfew", OLD."doors_minutes", OLD."id", OLD."institution_id", OLD."is_sample", OLD."name", OLD."open_to_hire", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug", OLD."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a75a2 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_delete_delete_a75a2
    AFTER DELETE ON "screenings_venue"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a75a2();
COMMENT ON TRIGGER pgtrigger_delete_delete_a75a2 ON "screenings_venue" IS '5d1d1958a431b6869092f41aec3a83ad53bb8e3e';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b7ff7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (NEW."access", NEW."address", NEW."city", NEW."country", NEW."curfew", NEW."doors_minutes", NEW."id", NEW."institution_id", NEW."is_sample", NEW."name", NEW."open_to_hire", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug", NEW."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b7ff7 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_insert_insert_b7ff7
    AFTER INSERT ON "screenings_venue"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b7ff7();
COMMENT ON TRIGGER pgtrigger_insert_insert_b7ff7 ON "screenings_venue" IS 'd35d3fe5c5b474a99edc9bcd0942baaa3d2736a1';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_71265()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (NEW."access", NEW."address", NEW."city", NEW."country", NEW."curfew", NEW."doors_minutes", NEW."id", NEW."institution_id", NEW."is_sample", NEW."name", NEW."open_to_hire", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug", NEW."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_71265 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_update_update_71265
    AFTER UPDATE ON "screenings_venue"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_71265();
COMMENT ON TRIGGER pgtrigger_update_update_71265 ON "screenings_venue" IS '642668e8b460f2f8181a9777db032e4dc1f0b8a5';
