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

CREATE OR REPLACE FUNCTION pgtrigger_answer_never_changes_0a325()
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
DROP TRIGGER IF EXISTS pgtrigger_answer_never_changes_0a325 ON "licensing_reportanswer";
CREATE  TRIGGER pgtrigger_answer_never_changes_0a325
    BEFORE UPDATE OR DELETE ON "licensing_reportanswer"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_answer_never_changes_0a325();
COMMENT ON TRIGGER pgtrigger_answer_never_changes_0a325 ON "licensing_reportanswer" IS 'e42fb5e534ae7fa4ea1e6d8c7df037b6225fc1c4';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_74540()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_74540 ON "licensing_rightsreportevent";
CREATE  TRIGGER pgtrigger_append_only_74540
    BEFORE UPDATE OR DELETE ON "licensing_rightsreportevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_74540();
COMMENT ON TRIGGER pgtrigger_append_only_74540 ON "licensing_rightsreportevent" IS '8d6033e0f0cd0e8847aab57698aa28440633520d';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_e7d56()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (OLD."created_at", OLD."due_on", OLD."first_day", OLD."id", OLD."institution_id", OLD."last_day", OLD."licence_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."site", OLD."source", OLD."status", OLD."title", OLD."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_e7d56 ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_delete_delete_e7d56
    AFTER DELETE ON "licensing_rightsreport"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_e7d56();
COMMENT ON TRIGGER pgtrigger_delete_delete_e7d56 ON "licensing_rightsreport" IS '19fd6ec30191a2035e85618cbacd54e0966bc322';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_6175c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (NEW."created_at", NEW."due_on", NEW."first_day", NEW."id", NEW."institution_id", NEW."last_day", NEW."licence_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."site", NEW."source", NEW."status", NEW."title", NEW."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6175c ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_insert_insert_6175c
    AFTER INSERT ON "licensing_rightsreport"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_6175c();
COMMENT ON TRIGGER pgtrigger_insert_insert_6175c ON "licensing_rightsreport" IS 'bc51da24728f5d0c2061560a61a8122622037c9a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_c69f3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (NEW."created_at", NEW."due_on", NEW."first_day", NEW."id", NEW."institution_id", NEW."last_day", NEW."licence_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."site", NEW."source", NEW."status", NEW."title", NEW."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_c69f3 ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_update_update_c69f3
    AFTER UPDATE ON "licensing_rightsreport"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_c69f3();
COMMENT ON TRIGGER pgtrigger_update_update_c69f3 ON "licensing_rightsreport" IS '2e1ada81b2803833f68cb62aa3a73e62a8d1fb94';
