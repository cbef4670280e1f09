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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_4ce23()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_4ce23 ON "screenings_showingcountevent";
CREATE  TRIGGER pgtrigger_append_only_4ce23
    BEFORE UPDATE OR DELETE ON "screenings_showingcountevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_4ce23();
COMMENT ON TRIGGER pgtrigger_append_only_4ce23 ON "screenings_showingcountevent" IS '281953ce80dfa717aa760f3e628f8bc7af6b2cf5';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_23804()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingcountevent" ("at", "box_office", "box_office_currency", "by_id", "id", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "showing_id") VALUES (OLD."at", OLD."box_office", OLD."box_office_currency", OLD."by_id", OLD."id", OLD."people", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."showing_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_23804 ON "screenings_showingcount";
CREATE  TRIGGER pgtrigger_delete_delete_23804
    AFTER DELETE ON "screenings_showingcount"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_23804();
COMMENT ON TRIGGER pgtrigger_delete_delete_23804 ON "screenings_showingcount" IS 'df3e0afbb8d7d38b26211fcd95bed4eac363d137';

CREATE OR REPLACE FUNCTION pgtrigger_hold_ends_with_draft_9f44b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
IF EXISTS (
    SELECT 1 FROM screenings_screenhold AS hold
    JOIN screenings_screening AS screening ON screening.id = hold.screening_id
    WHERE hold.screening_id = NEW.id AND screening.status <> 'draft'
) THEN
    RAISE EXCEPTION 'only_drafts_are_held' USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_hold_ends_with_draft_9f44b ON "screenings_screening";
CREATE CONSTRAINT TRIGGER pgtrigger_hold_ends_with_draft_9f44b
    AFTER UPDATE OF "status" ON "screenings_screening"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD."status" = 'draft' AND NOT (NEW."status" = 'draft'))
    EXECUTE PROCEDURE pgtrigger_hold_ends_with_draft_9f44b();
COMMENT ON TRIGGER pgtrigger_hold_ends_with_draft_9f44b ON "screenings_screening" IS 'bdc54ea760e4cf1c4d2a8c793d69aff1ad9869ba';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_fc09d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingcountevent" ("at", "box_office", "box_office_currency", "by_id", "id", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "showing_id") VALUES (NEW."at", NEW."box_office", NEW."box_office_currency", NEW."by_id", NEW."id", NEW."people", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."showing_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fc09d ON "screenings_showingcount";
CREATE  TRIGGER pgtrigger_insert_insert_fc09d
    AFTER INSERT ON "screenings_showingcount"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fc09d();
COMMENT ON TRIGGER pgtrigger_insert_insert_fc09d ON "screenings_showingcount" IS '2c29f67487926b44d4303a599ee2330fce68a8eb';

CREATE OR REPLACE FUNCTION pgtrigger_only_drafts_are_held_bb856()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
IF EXISTS (
    SELECT 1 FROM screenings_screenhold AS hold
    JOIN screenings_screening AS screening ON screening.id = hold.screening_id
    WHERE hold.screening_id = NEW.screening_id AND screening.status <> 'draft'
) THEN
    RAISE EXCEPTION 'only_drafts_are_held' USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_only_drafts_are_held_bb856 ON "screenings_screenhold";
CREATE CONSTRAINT TRIGGER pgtrigger_only_drafts_are_held_bb856
    AFTER INSERT ON "screenings_screenhold"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_only_drafts_are_held_bb856();
COMMENT ON TRIGGER pgtrigger_only_drafts_are_held_bb856 ON "screenings_screenhold" IS 'a14be9034785f4391222627c434e14a5ccf24a58';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_06dff()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingcountevent" ("at", "box_office", "box_office_currency", "by_id", "id", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "showing_id") VALUES (NEW."at", NEW."box_office", NEW."box_office_currency", NEW."by_id", NEW."id", NEW."people", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."showing_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_06dff ON "screenings_showingcount";
CREATE  TRIGGER pgtrigger_update_update_06dff
    AFTER UPDATE ON "screenings_showingcount"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_06dff();
COMMENT ON TRIGGER pgtrigger_update_update_06dff ON "screenings_showingcount" IS 'ffca8f741e4336eab2143bc6be189c511a0ae415';
