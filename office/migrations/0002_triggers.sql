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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_5c025()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_5c025 ON "office_informationpageevent";
CREATE  TRIGGER pgtrigger_append_only_5c025
    BEFORE UPDATE OR DELETE ON "office_informationpageevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_5c025();
COMMENT ON TRIGGER pgtrigger_append_only_5c025 ON "office_informationpageevent" IS 'c5adbe2dcb69ffc43f17942c51a516e08c2b779b';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_7aabd()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_informationpageevent" ("body", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "title", "updated_at") VALUES (OLD."body", OLD."id", OLD."language", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug", OLD."title", OLD."updated_at"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_7aabd ON "office_informationpage";
CREATE  TRIGGER pgtrigger_delete_delete_7aabd
    AFTER DELETE ON "office_informationpage"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_7aabd();
COMMENT ON TRIGGER pgtrigger_delete_delete_7aabd ON "office_informationpage" IS '79105a1e5c53291a0807b7c33551b7a1470b2c7c';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_6722b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_informationpageevent" ("body", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "title", "updated_at") VALUES (NEW."body", NEW."id", NEW."language", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6722b ON "office_informationpage";
CREATE  TRIGGER pgtrigger_insert_insert_6722b
    AFTER INSERT ON "office_informationpage"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_6722b();
COMMENT ON TRIGGER pgtrigger_insert_insert_6722b ON "office_informationpage" IS '489458b131657530145578b34345941c43d4dda4';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_17aa5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('information')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_17aa5 ON "office_informationpage";
CREATE  TRIGGER pgtrigger_revisions_delete_17aa5
    AFTER DELETE ON "office_informationpage"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_17aa5();
COMMENT ON TRIGGER pgtrigger_revisions_delete_17aa5 ON "office_informationpage" IS '07a760a384e73b3bda06e13f163eb8fd00907d2a';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_f75bb()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('information')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_f75bb ON "office_informationpage";
CREATE  TRIGGER pgtrigger_revisions_insert_f75bb
    AFTER INSERT ON "office_informationpage"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_f75bb();
COMMENT ON TRIGGER pgtrigger_revisions_insert_f75bb ON "office_informationpage" IS '2cb0e7c4587987ae526e954c7ba1087f397e5eb3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_059b0()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_059b0 ON "office_informationpage";
CREATE  TRIGGER pgtrigger_revisions_truncate_059b0
    AFTER TRUNCATE ON "office_informationpage"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_059b0();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_059b0 ON "office_informationpage" IS '960f6b604eff0ed6228984986890042096e5c810';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_306ae()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('information'), ('information')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_306ae ON "office_informationpage";
CREATE  TRIGGER pgtrigger_revisions_update_306ae
    AFTER UPDATE ON "office_informationpage"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_306ae();
COMMENT ON TRIGGER pgtrigger_revisions_update_306ae ON "office_informationpage" IS '1a984d1b87f32593573bdd20d36690bb7fb7df7a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_f4704()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_informationpageevent" ("body", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "title", "updated_at") VALUES (NEW."body", NEW."id", NEW."language", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_f4704 ON "office_informationpage";
CREATE  TRIGGER pgtrigger_update_update_f4704
    AFTER UPDATE ON "office_informationpage"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_f4704();
COMMENT ON TRIGGER pgtrigger_update_update_f4704 ON "office_informationpage" IS '2e70ea2976909623d1636377705681347ca2e8a4';
