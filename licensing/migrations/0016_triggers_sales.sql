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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_4ad71()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_4ad71 ON "licensing_acceptancepolicyevent";
CREATE  TRIGGER pgtrigger_append_only_4ad71
    BEFORE UPDATE OR DELETE ON "licensing_acceptancepolicyevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_4ad71();
COMMENT ON TRIGGER pgtrigger_append_only_4ad71 ON "licensing_acceptancepolicyevent" IS '7452f3687fb8c72292b4e275425ea6db4f4b5199';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_8fdb8()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_8fdb8 ON "licensing_purchaseorderevent";
CREATE  TRIGGER pgtrigger_append_only_8fdb8
    BEFORE UPDATE OR DELETE ON "licensing_purchaseorderevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_8fdb8();
COMMENT ON TRIGGER pgtrigger_append_only_8fdb8 ON "licensing_purchaseorderevent" IS '4c4045be618ef50c1e4dd0d998aaa11397c4fedb';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_bff50()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_bff50 ON "licensing_refundevent";
CREATE  TRIGGER pgtrigger_append_only_bff50
    BEFORE UPDATE OR DELETE ON "licensing_refundevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_bff50();
COMMENT ON TRIGGER pgtrigger_append_only_bff50 ON "licensing_refundevent" IS 'c3173b43555d05c5de27d70eba2d0d9e97024f53';

CREATE OR REPLACE FUNCTION pgtrigger_credited_line_never_changes_90968()
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
DROP TRIGGER IF EXISTS pgtrigger_credited_line_never_changes_90968 ON "licensing_creditline";
CREATE  TRIGGER pgtrigger_credited_line_never_changes_90968
    BEFORE UPDATE OR DELETE ON "licensing_creditline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_credited_line_never_changes_90968();
COMMENT ON TRIGGER pgtrigger_credited_line_never_changes_90968 ON "licensing_creditline" IS 'baca9230812382d92f1d01ce067962e65be4fa56';

CREATE OR REPLACE FUNCTION pgtrigger_credited_within_invoice_b30fb()
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
    (SELECT sum(total) FROM licensing_creditnote WHERE invoice_id = NEW.invoice_id) >
    (SELECT total FROM licensing_invoice WHERE id = NEW.invoice_id)
    OR NEW.total_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id)
     THEN
    RAISE EXCEPTION 'credited_within_invoice: more than the invoice' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_credited_within_invoice_b30fb ON "licensing_creditnote";
CREATE  TRIGGER pgtrigger_credited_within_invoice_b30fb
    AFTER INSERT ON "licensing_creditnote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_credited_within_invoice_b30fb();
COMMENT ON TRIGGER pgtrigger_credited_within_invoice_b30fb ON "licensing_creditnote" IS '01c7248b7bc1bd382e26626c561cea2f8add488d';

CREATE OR REPLACE FUNCTION pgtrigger_credited_within_line_9832f()
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
    (SELECT sum(amount) FROM licensing_creditline WHERE line_id = NEW.line_id) >
    (SELECT amount FROM licensing_orderline WHERE id = NEW.line_id)
    OR NEW.amount_currency <> (SELECT amount_currency FROM licensing_orderline WHERE id = NEW.line_id)
     THEN
    RAISE EXCEPTION 'credited_within_line: more than the line' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_credited_within_line_9832f ON "licensing_creditline";
CREATE  TRIGGER pgtrigger_credited_within_line_9832f
    AFTER INSERT ON "licensing_creditline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_credited_within_line_9832f();
COMMENT ON TRIGGER pgtrigger_credited_within_line_9832f ON "licensing_creditline" IS 'f4ce9b2b6fda79ec072ffd3ca3dbad2f8d225fc0';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_1418e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (OLD."at_once", OLD."currency", OLD."id", OLD."most_unpaid", OLD."net_days", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."tier", OLD."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_1418e ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_delete_delete_1418e
    AFTER DELETE ON "licensing_acceptancepolicy"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_1418e();
COMMENT ON TRIGGER pgtrigger_delete_delete_1418e ON "licensing_acceptancepolicy" IS 'e23fc72c52f59bd4fc04ca5a8f46b2f6e1bd0cd7';

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
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (OLD."amount", OLD."amount_currency", OLD."card_payment_id", OLD."event_key", OLD."id", OLD."invoice_id", OLD."method", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_by_id", OLD."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3769a ON "licensing_refund";
CREATE  TRIGGER pgtrigger_delete_delete_3769a
    AFTER DELETE ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3769a();
COMMENT ON TRIGGER pgtrigger_delete_delete_3769a ON "licensing_refund" IS 'c49ef3e192409b1d506ff1db12a976b9ca828a11';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3a856()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_purchaseorderevent" ("amount", "amount_currency", "cost_centre", "document", "id", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."amount_currency", OLD."cost_centre", OLD."document", OLD."id", OLD."number", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3a856 ON "licensing_purchaseorder";
CREATE  TRIGGER pgtrigger_delete_delete_3a856
    AFTER DELETE ON "licensing_purchaseorder"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3a856();
COMMENT ON TRIGGER pgtrigger_delete_delete_3a856 ON "licensing_purchaseorder" IS '818ce5a2cad81ca26e8052d898fb71dd7a32028d';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_91475()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."shortened_at", OLD."shortened_because", OLD."signed_until", OLD."sites", OLD."starts_on", OLD."status", OLD."status_because", OLD."status_since", OLD."superseded_by_id", OLD."suspended_for", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS 'e666d355189b1faa1305eda5dc3f0679a98248f1';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_d4ce1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tier", "total", "total_currency", "waits_because") VALUES (OLD."id", OLD."institution_id", OLD."method", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."purchase_order", OLD."purchase_order_number", OLD."request_key", OLD."starts_on", OLD."status", OLD."tier", OLD."total", OLD."total_currency", OLD."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d4ce1 ON "licensing_order";
CREATE  TRIGGER pgtrigger_delete_delete_d4ce1
    AFTER DELETE ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d4ce1();
COMMENT ON TRIGGER pgtrigger_delete_delete_d4ce1 ON "licensing_order" IS 'e54a7dfd509e52e438784b0a301aaa600ecba437';

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
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_4207c ON "licensing_refund";
CREATE  TRIGGER pgtrigger_insert_insert_4207c
    AFTER INSERT ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_4207c();
COMMENT ON TRIGGER pgtrigger_insert_insert_4207c ON "licensing_refund" IS 'b2b4db6784014964a3ed9ebb8f19dc49b87b90e4';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_88703()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_88703 ON "licensing_order";
CREATE  TRIGGER pgtrigger_insert_insert_88703
    AFTER INSERT ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_88703();
COMMENT ON TRIGGER pgtrigger_insert_insert_88703 ON "licensing_order" IS '6f3fd63ac19eb90f43e220acae4be9ce54763548';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_a7a06()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_purchaseorderevent" ("amount", "amount_currency", "cost_centre", "document", "id", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."cost_centre", NEW."document", NEW."id", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_a7a06 ON "licensing_purchaseorder";
CREATE  TRIGGER pgtrigger_insert_insert_a7a06
    AFTER INSERT ON "licensing_purchaseorder"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_a7a06();
COMMENT ON TRIGGER pgtrigger_insert_insert_a7a06 ON "licensing_purchaseorder" IS 'd8f6cd603583152c8eb07143be24638069b375e2';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_f0b90()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (NEW."at_once", NEW."currency", NEW."id", NEW."most_unpaid", NEW."net_days", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."tier", NEW."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_f0b90 ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_insert_insert_f0b90
    AFTER INSERT ON "licensing_acceptancepolicy"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_f0b90();
COMMENT ON TRIGGER pgtrigger_insert_insert_f0b90 ON "licensing_acceptancepolicy" IS '4532a476bd032eb4ee0bbf585cac64bc5e701600';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_fccb5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fccb5 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_insert_insert_fccb5
    AFTER INSERT ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fccb5();
COMMENT ON TRIGGER pgtrigger_insert_insert_fccb5 ON "licensing_licence" IS 'dca6525dfad5ec83a391d8e7a27221ce2fe6799d';

CREATE OR REPLACE FUNCTION pgtrigger_issued_credit_note_never_changes_be61c()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_credit_note_never_changes_be61c ON "licensing_creditnote";
CREATE  TRIGGER pgtrigger_issued_credit_note_never_changes_be61c
    BEFORE UPDATE OR DELETE ON "licensing_creditnote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_credit_note_never_changes_be61c();
COMMENT ON TRIGGER pgtrigger_issued_credit_note_never_changes_be61c ON "licensing_creditnote" IS '72ce1961b63ff9e84cebe2e99c02669fb3c4debb';

CREATE OR REPLACE FUNCTION pgtrigger_issued_receipt_never_changes_1394c()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_receipt_never_changes_1394c ON "licensing_receipt";
CREATE  TRIGGER pgtrigger_issued_receipt_never_changes_1394c
    BEFORE UPDATE OR DELETE ON "licensing_receipt"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_receipt_never_changes_1394c();
COMMENT ON TRIGGER pgtrigger_issued_receipt_never_changes_1394c ON "licensing_receipt" IS '545e47c3cf2280462811d77c89aef44a1cee8ba4';

CREATE OR REPLACE FUNCTION pgtrigger_purchase_orders_add_up_e0fee()
RETURNS TRIGGER AS $$
    DECLARE wanted RECORD; given numeric;
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        SELECT total, total_currency INTO wanted FROM licensing_order WHERE id = NEW.order_id;
        SELECT sum(amount) INTO given FROM licensing_purchaseorder WHERE order_id = NEW.order_id;
        IF given <> wanted.total OR NEW.amount_currency <> wanted.total_currency THEN
            RAISE EXCEPTION 'purchase_orders_add_up: % is not the total %', given, wanted.total
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_purchase_orders_add_up_e0fee ON "licensing_purchaseorder";
CREATE CONSTRAINT TRIGGER pgtrigger_purchase_orders_add_up_e0fee
    AFTER INSERT OR UPDATE ON "licensing_purchaseorder"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_purchase_orders_add_up_e0fee();
COMMENT ON TRIGGER pgtrigger_purchase_orders_add_up_e0fee ON "licensing_purchaseorder" IS 'c6889138d5ae7eb77a4c0dbe30a420aaa585e683';

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
           (SELECT coalesce(sum(amount), 0) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) +
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
COMMENT ON TRIGGER pgtrigger_received_within_owed_0f692 ON "licensing_payment" IS '0f1b6bc1d5b4cd4c17a295ad9d97dcbe2caf7651';

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
    (SELECT sum(amount) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) >
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
COMMENT ON TRIGGER pgtrigger_refunded_within_received_8d85b ON "licensing_refund" IS '5ada7c91201eccf6695a8cfa52f46c7dad30b6ff';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_3dc81()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_3dc81 ON "licensing_order";
CREATE  TRIGGER pgtrigger_update_update_3dc81
    AFTER UPDATE ON "licensing_order"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_3dc81();
COMMENT ON TRIGGER pgtrigger_update_update_3dc81 ON "licensing_order" IS '87fd72001dcc71a87952b4f5ee4df7b1d2adf60e';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_5586a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (NEW."at_once", NEW."currency", NEW."id", NEW."most_unpaid", NEW."net_days", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."tier", NEW."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_5586a ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_update_update_5586a
    AFTER UPDATE ON "licensing_acceptancepolicy"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_5586a();
COMMENT ON TRIGGER pgtrigger_update_update_5586a ON "licensing_acceptancepolicy" IS '2274bf6c456d98a889c9fb37bd3ce3b302e26174';

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
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_56235 ON "licensing_refund";
CREATE  TRIGGER pgtrigger_update_update_56235
    AFTER UPDATE ON "licensing_refund"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_56235();
COMMENT ON TRIGGER pgtrigger_update_update_56235 ON "licensing_refund" IS 'cc59f64fc1d74cae5fc52c08c9fb32b87677b1b2';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_59953()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_purchaseorderevent" ("amount", "amount_currency", "cost_centre", "document", "id", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."cost_centre", NEW."document", NEW."id", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_59953 ON "licensing_purchaseorder";
CREATE  TRIGGER pgtrigger_update_update_59953
    AFTER UPDATE ON "licensing_purchaseorder"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_59953();
COMMENT ON TRIGGER pgtrigger_update_update_59953 ON "licensing_purchaseorder" IS '422db6e10f0573becb1448544b5b34ae8c09350a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_9a36f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9a36f ON "licensing_licence";
CREATE  TRIGGER pgtrigger_update_update_9a36f
    AFTER UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9a36f();
COMMENT ON TRIGGER pgtrigger_update_update_9a36f ON "licensing_licence" IS 'a2385fa2188c5262db38e0371eb223d3d760ee43';
