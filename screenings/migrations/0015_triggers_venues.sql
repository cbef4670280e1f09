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
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "getting_there", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (OLD."access", OLD."address", OLD."city", OLD."country", OLD."curfew", OLD."doors_minutes", OLD."getting_there", OLD."id", OLD."institution_id", OLD."is_sample", OLD."name", OLD."open_to_hire", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug", OLD."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a75a2 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_delete_delete_a75a2
    AFTER DELETE ON "screenings_venue"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a75a2();
COMMENT ON TRIGGER pgtrigger_delete_delete_a75a2 ON "screenings_venue" IS '27aebe4db9fa3dda2c2463ca68e162c75ceb5476';

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
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "getting_there", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (NEW."access", NEW."address", NEW."city", NEW."country", NEW."curfew", NEW."doors_minutes", NEW."getting_there", NEW."id", NEW."institution_id", NEW."is_sample", NEW."name", NEW."open_to_hire", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug", NEW."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b7ff7 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_insert_insert_b7ff7
    AFTER INSERT ON "screenings_venue"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b7ff7();
COMMENT ON TRIGGER pgtrigger_insert_insert_b7ff7 ON "screenings_venue" IS '7b699563e7b5b2494e86a667a442357c58d209f3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_3339c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_3339c ON "screenings_mealplace";
CREATE  TRIGGER pgtrigger_revisions_delete_3339c
    AFTER DELETE ON "screenings_mealplace"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_3339c();
COMMENT ON TRIGGER pgtrigger_revisions_delete_3339c ON "screenings_mealplace" IS '178c5e689ce70f3c86d23847c6d74b658d4b303b';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_93b78()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_93b78 ON "screenings_mealplace";
CREATE  TRIGGER pgtrigger_revisions_insert_93b78
    AFTER INSERT ON "screenings_mealplace"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_93b78();
COMMENT ON TRIGGER pgtrigger_revisions_insert_93b78 ON "screenings_mealplace" IS '88ed434837ef06cf0d48b729911268d8906c39d6';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_ff17c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) VALUES ('everything'); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_ff17c ON "screenings_mealplace";
CREATE  TRIGGER pgtrigger_revisions_truncate_ff17c
    AFTER TRUNCATE ON "screenings_mealplace"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_ff17c();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_ff17c ON "screenings_mealplace" IS 'c66a73cedd51592e7a186cd818cb2bee649feee9';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_25bfd()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_25bfd ON "screenings_mealplace";
CREATE  TRIGGER pgtrigger_revisions_update_25bfd
    AFTER UPDATE ON "screenings_mealplace"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_25bfd();
COMMENT ON TRIGGER pgtrigger_revisions_update_25bfd ON "screenings_mealplace" IS 'dd7652e4be178290306ef37ace3a8f11b71fa82e';

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
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "getting_there", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (NEW."access", NEW."address", NEW."city", NEW."country", NEW."curfew", NEW."doors_minutes", NEW."getting_there", NEW."id", NEW."institution_id", NEW."is_sample", NEW."name", NEW."open_to_hire", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug", NEW."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_71265 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_update_update_71265
    AFTER UPDATE ON "screenings_venue"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_71265();
COMMENT ON TRIGGER pgtrigger_update_update_71265 ON "screenings_venue" IS 'c4543fe7afa604c936955b9f4722ce69cf884913';
