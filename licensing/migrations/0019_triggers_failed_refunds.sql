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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3769a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (OLD."amount", OLD."amount_currency", OLD."card_payment_id", OLD."event_key", OLD."failed", OLD."id", OLD."invoice_id", OLD."method", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_by_id", OLD."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3769a ON "licensing_refund";
CREATE  TRIGGER pgtrigger_delete_delete_3769a
    AFTER DELETE ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3769a();
COMMENT ON TRIGGER pgtrigger_delete_delete_3769a ON "licensing_refund" IS '41dad25b141acae735bd186f9d667a4ae5f7228c';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_4207c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."failed", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_4207c ON "licensing_refund";
CREATE  TRIGGER pgtrigger_insert_insert_4207c
    AFTER INSERT ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_4207c();
COMMENT ON TRIGGER pgtrigger_insert_insert_4207c ON "licensing_refund" IS '3a5327544c753770f6555d7efa68baacba7c5585';

CREATE OR REPLACE FUNCTION pgtrigger_received_within_owed_0f692()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF (SELECT sum(amount) FROM licensing_payment WHERE invoice_id = NEW.invoice_id) -
           (SELECT coalesce(sum(amount - failed), 0) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) +
           (SELECT coalesce(sum(total), 0) FROM licensing_creditnote WHERE invoice_id = NEW.invoice_id) >
           (SELECT total FROM licensing_invoice WHERE id = NEW.invoice_id)
        OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id) THEN
            RAISE EXCEPTION 'received_within_owed: more than is owed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_received_within_owed_0f692 ON "licensing_payment";
CREATE  TRIGGER pgtrigger_received_within_owed_0f692
    AFTER INSERT ON "licensing_payment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_received_within_owed_0f692();
COMMENT ON TRIGGER pgtrigger_received_within_owed_0f692 ON "licensing_payment" IS '7d8e4c60681f8084e096889084fb8c3d36966393';

CREATE OR REPLACE FUNCTION pgtrigger_refunded_within_received_8d85b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
IF
    (SELECT sum(amount - failed) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) >
    (SELECT coalesce(sum(amount), 0) FROM licensing_payment WHERE invoice_id = NEW.invoice_id)
    OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id)
     THEN
    RAISE EXCEPTION 'refunded_within_received: more than was received' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_refunded_within_received_8d85b ON "licensing_refund";
CREATE  TRIGGER pgtrigger_refunded_within_received_8d85b
    AFTER INSERT ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_refunded_within_received_8d85b();
COMMENT ON TRIGGER pgtrigger_refunded_within_received_8d85b ON "licensing_refund" IS '1bdc80bef6b835c4de9757d638ea53495e17894f';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_56235()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."failed", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_56235 ON "licensing_refund";
CREATE  TRIGGER pgtrigger_update_update_56235
    AFTER UPDATE ON "licensing_refund"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_56235();
COMMENT ON TRIGGER pgtrigger_update_update_56235 ON "licensing_refund" IS '5ba71cab7dd5caf65f221e44c3ed310ca1667927';
