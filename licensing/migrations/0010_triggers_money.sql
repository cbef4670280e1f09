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

CREATE OR REPLACE FUNCTION pgtrigger_answered_exemption_stays_d3b64()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_answered_exemption_stays_d3b64 ON "licensing_exemption";
CREATE  TRIGGER pgtrigger_answered_exemption_stays_d3b64
    BEFORE DELETE ON "licensing_exemption"
    FOR EACH ROW WHEN (OLD."checked_at" IS NOT NULL)
    EXECUTE PROCEDURE pgtrigger_answered_exemption_stays_d3b64();
COMMENT ON TRIGGER pgtrigger_answered_exemption_stays_d3b64 ON "licensing_exemption" IS 'f044f63e6d6eaf2ed4c279da3160c4780e2c57bb';

CREATE OR REPLACE FUNCTION pgtrigger_credited_within_paid_93ff7()
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
    NEW.amount > (
        SELECT line.amount - coalesce(
            (SELECT sum(amount) FROM licensing_creditline WHERE line_id = line.id), 0)
        FROM licensing_orderline AS line JOIN licensing_licence AS licence ON licence.line_id = line.id
        WHERE licence.id = NEW.licence_id)
     THEN
    RAISE EXCEPTION 'credited_within_paid: more than stays paid for the licence' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_credited_within_paid_93ff7 ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_credited_within_paid_93ff7
    AFTER INSERT ON "licensing_upgradecredit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_credited_within_paid_93ff7();
COMMENT ON TRIGGER pgtrigger_credited_within_paid_93ff7 ON "licensing_upgradecredit" IS '98b9d9f89c6ba61a9d368c6fa29da52b7bb8c2ce';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_97378()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_quoteevent" ("accepted_on", "asked_by_id", "created_at", "enrolment", "id", "institution_id", "made_by_id", "made_on", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_key", "snapshot", "starts_on", "status", "tier", "total", "total_currency", "valid_until", "withdrawn_because") VALUES (OLD."accepted_on", OLD."asked_by_id", OLD."created_at", OLD."enrolment", OLD."id", OLD."institution_id", OLD."made_by_id", OLD."made_on", OLD."number", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."request_key", OLD."snapshot", OLD."starts_on", OLD."status", OLD."tier", OLD."total", OLD."total_currency", OLD."valid_until", OLD."withdrawn_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_97378 ON "licensing_quote";
CREATE  TRIGGER pgtrigger_delete_delete_97378
    AFTER DELETE ON "licensing_quote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_97378();
COMMENT ON TRIGGER pgtrigger_delete_delete_97378 ON "licensing_quote" IS 'e34b0c393fa9561f155aa44aff9db8431a01932b';

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
        INSERT INTO "licensing_orderevent" ("enrolment", "id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (OLD."enrolment", OLD."id", OLD."institution_id", OLD."kind", OLD."method", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."purchase_order", OLD."purchase_order_number", OLD."request_key", OLD."starts_on", OLD."status", OLD."tax", OLD."taxed", OLD."tier", OLD."total", OLD."total_currency", OLD."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d4ce1 ON "licensing_order";
CREATE  TRIGGER pgtrigger_delete_delete_d4ce1
    AFTER DELETE ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d4ce1();
COMMENT ON TRIGGER pgtrigger_delete_delete_d4ce1 ON "licensing_order" IS 'a2e1a6157c06806883d0416c333493e27caac886';

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
        INSERT INTO "licensing_orderevent" ("enrolment", "id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."enrolment", NEW."id", NEW."institution_id", NEW."kind", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_88703 ON "licensing_order";
CREATE  TRIGGER pgtrigger_insert_insert_88703
    AFTER INSERT ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_88703();
COMMENT ON TRIGGER pgtrigger_insert_insert_88703 ON "licensing_order" IS '781581e802811bd97405e720a55de47b044a3508';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_9aaab()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_quoteevent" ("accepted_on", "asked_by_id", "created_at", "enrolment", "id", "institution_id", "made_by_id", "made_on", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_key", "snapshot", "starts_on", "status", "tier", "total", "total_currency", "valid_until", "withdrawn_because") VALUES (NEW."accepted_on", NEW."asked_by_id", NEW."created_at", NEW."enrolment", NEW."id", NEW."institution_id", NEW."made_by_id", NEW."made_on", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."request_key", NEW."snapshot", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency", NEW."valid_until", NEW."withdrawn_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_9aaab ON "licensing_quote";
CREATE  TRIGGER pgtrigger_insert_insert_9aaab
    AFTER INSERT ON "licensing_quote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_9aaab();
COMMENT ON TRIGGER pgtrigger_insert_insert_9aaab ON "licensing_quote" IS '86394b7c58c793d215ae9cab78980021761e2a37';

CREATE OR REPLACE FUNCTION pgtrigger_quote_never_says_otherwise_b3d1c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_quote_never_says_otherwise_b3d1c ON "licensing_quote";
CREATE  TRIGGER pgtrigger_quote_never_says_otherwise_b3d1c
    BEFORE UPDATE ON "licensing_quote"
    FOR EACH ROW WHEN (OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."tier" IS DISTINCT FROM (NEW."tier") OR OLD."enrolment" IS DISTINCT FROM (NEW."enrolment") OR OLD."total" IS DISTINCT FROM (NEW."total") OR OLD."total_currency" IS DISTINCT FROM (NEW."total_currency") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until") OR OLD."snapshot" IS DISTINCT FROM (NEW."snapshot"))
    EXECUTE PROCEDURE pgtrigger_quote_never_says_otherwise_b3d1c();
COMMENT ON TRIGGER pgtrigger_quote_never_says_otherwise_b3d1c ON "licensing_quote" IS '10b6d00fdd4bbdf76cdc41260453d00f9a3fc189';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_1894e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_quoteevent" ("accepted_on", "asked_by_id", "created_at", "enrolment", "id", "institution_id", "made_by_id", "made_on", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_key", "snapshot", "starts_on", "status", "tier", "total", "total_currency", "valid_until", "withdrawn_because") VALUES (NEW."accepted_on", NEW."asked_by_id", NEW."created_at", NEW."enrolment", NEW."id", NEW."institution_id", NEW."made_by_id", NEW."made_on", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."request_key", NEW."snapshot", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency", NEW."valid_until", NEW."withdrawn_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_1894e ON "licensing_quote";
CREATE  TRIGGER pgtrigger_update_update_1894e
    AFTER UPDATE ON "licensing_quote"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_1894e();
COMMENT ON TRIGGER pgtrigger_update_update_1894e ON "licensing_quote" IS '3bf66e79c2d3f0dbb49a58165e9c0af3965cd222';

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
        INSERT INTO "licensing_orderevent" ("enrolment", "id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."enrolment", NEW."id", NEW."institution_id", NEW."kind", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_3dc81 ON "licensing_order";
CREATE  TRIGGER pgtrigger_update_update_3dc81
    AFTER UPDATE ON "licensing_order"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_3dc81();
COMMENT ON TRIGGER pgtrigger_update_update_3dc81 ON "licensing_order" IS '78464b1ecedcc650c225ba55113a36817ea8caa5';
