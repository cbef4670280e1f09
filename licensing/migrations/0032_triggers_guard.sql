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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_47b1b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "given_back_by_id", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."amount_currency", OLD."created_at", OLD."given_back_by_id", OLD."id", OLD."licence_id", OLD."line_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_47b1b ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_delete_delete_47b1b
    AFTER DELETE ON "licensing_upgradecredit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_47b1b();
COMMENT ON TRIGGER pgtrigger_delete_delete_47b1b ON "licensing_upgradecredit" IS '4969a575c70018b45997713f00c4b6d744a62fd3';

CREATE OR REPLACE FUNCTION pgtrigger_given_back_once_3860b()
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
DROP TRIGGER IF EXISTS pgtrigger_given_back_once_3860b ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_given_back_once_3860b
    BEFORE UPDATE OR DELETE ON "licensing_upgradecredit"
    FOR EACH ROW WHEN (OLD."given_back_by_id" IS NOT NULL)
    EXECUTE PROCEDURE pgtrigger_given_back_once_3860b();
COMMENT ON TRIGGER pgtrigger_given_back_once_3860b ON "licensing_upgradecredit" IS 'a01d5c56bbaa093e194b04838bd3845e8d1bc7d3';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_6716c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "given_back_by_id", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."created_at", NEW."given_back_by_id", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6716c ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_insert_insert_6716c
    AFTER INSERT ON "licensing_upgradecredit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_6716c();
COMMENT ON TRIGGER pgtrigger_insert_insert_6716c ON "licensing_upgradecredit" IS '76bfcbfbc953b738a075218b49a2b2a3234c9583';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_0177f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "given_back_by_id", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."created_at", NEW."given_back_by_id", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_0177f ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_update_update_0177f
    AFTER UPDATE ON "licensing_upgradecredit"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_0177f();
COMMENT ON TRIGGER pgtrigger_update_update_0177f ON "licensing_upgradecredit" IS '9aacb2e4176362d28063dbd8fab6a0c9b8180760';
