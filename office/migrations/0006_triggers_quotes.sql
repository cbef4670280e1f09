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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_1b226()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_distributorevent" ("address", "contact_email", "country", "ein", "id", "legal_name", "logo_id", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "quote_days", "remit_to", "reply_to", "signatory", "signatory_title", "vat_number", "vendor_form_id") VALUES (OLD."address", OLD."contact_email", OLD."country", OLD."ein", OLD."id", OLD."legal_name", OLD."logo_id", OLD."paper", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."phone", OLD."quote_days", OLD."remit_to", OLD."reply_to", OLD."signatory", OLD."signatory_title", OLD."vat_number", OLD."vendor_form_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_1b226 ON "office_distributor";
CREATE  TRIGGER pgtrigger_delete_delete_1b226
    AFTER DELETE ON "office_distributor"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_1b226();
COMMENT ON TRIGGER pgtrigger_delete_delete_1b226 ON "office_distributor" IS '1e6ccf8ce61da1509fa82d0740db61a85dd90746';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_e3582()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_distributorevent" ("address", "contact_email", "country", "ein", "id", "legal_name", "logo_id", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "quote_days", "remit_to", "reply_to", "signatory", "signatory_title", "vat_number", "vendor_form_id") VALUES (NEW."address", NEW."contact_email", NEW."country", NEW."ein", NEW."id", NEW."legal_name", NEW."logo_id", NEW."paper", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone", NEW."quote_days", NEW."remit_to", NEW."reply_to", NEW."signatory", NEW."signatory_title", NEW."vat_number", NEW."vendor_form_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_e3582 ON "office_distributor";
CREATE  TRIGGER pgtrigger_insert_insert_e3582
    AFTER INSERT ON "office_distributor"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_e3582();
COMMENT ON TRIGGER pgtrigger_insert_insert_e3582 ON "office_distributor" IS '2828613416ffde99c51e8cac3739e394a00652aa';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_e56c7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_distributorevent" ("address", "contact_email", "country", "ein", "id", "legal_name", "logo_id", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "quote_days", "remit_to", "reply_to", "signatory", "signatory_title", "vat_number", "vendor_form_id") VALUES (NEW."address", NEW."contact_email", NEW."country", NEW."ein", NEW."id", NEW."legal_name", NEW."logo_id", NEW."paper", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone", NEW."quote_days", NEW."remit_to", NEW."reply_to", NEW."signatory", NEW."signatory_title", NEW."vat_number", NEW."vendor_form_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_e56c7 ON "office_distributor";
CREATE  TRIGGER pgtrigger_update_update_e56c7
    AFTER UPDATE ON "office_distributor"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_e56c7();
COMMENT ON TRIGGER pgtrigger_update_update_e56c7 ON "office_distributor" IS 'bed2769bd646d798211f16eecdceeac21ef167f7';
