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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_2ad25()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_2ad25 ON "licensing_taxruleevent";
CREATE  TRIGGER pgtrigger_append_only_2ad25
    BEFORE UPDATE OR DELETE ON "licensing_taxruleevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_2ad25();
COMMENT ON TRIGGER pgtrigger_append_only_2ad25 ON "licensing_taxruleevent" IS 'e35f28a104a0dbf536341fe71f232862b2bf1f2c';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3fcce()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (OLD."basis", OLD."country", OLD."ends_on", OLD."id", OLD."name", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rate", OLD."rounding", OLD."starts_on", OLD."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3fcce ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_delete_delete_3fcce
    AFTER DELETE ON "licensing_taxrule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3fcce();
COMMENT ON TRIGGER pgtrigger_delete_delete_3fcce ON "licensing_taxrule" IS 'b659f21f7391e8a7825b593065d86af19f29224a';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_89808()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "email_domain", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (OLD."bill_to", OLD."country", OLD."created_at", OLD."email_domain", OLD."id", OLD."legal_name", OLD."parent_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."refused_because", OLD."ship_to", OLD."state", OLD."tier", OLD."verification", OLD."verified_at", OLD."verified_by_id", OLD."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_89808 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_delete_delete_89808
    AFTER DELETE ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_89808();
COMMENT ON TRIGGER pgtrigger_delete_delete_89808 ON "licensing_institution" IS 'fab55287d7976c42e776ce8a65c75b858c343ffb';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (OLD."id", OLD."institution_id", OLD."method", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."purchase_order", OLD."purchase_order_number", OLD."request_key", OLD."starts_on", OLD."status", OLD."tax", OLD."taxed", OLD."tier", OLD."total", OLD."total_currency", OLD."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d4ce1 ON "licensing_order";
CREATE  TRIGGER pgtrigger_delete_delete_d4ce1
    AFTER DELETE ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d4ce1();
COMMENT ON TRIGGER pgtrigger_delete_delete_d4ce1 ON "licensing_order" IS '9909400cab4f86a3f01782563100ca765657e80d';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_75a5e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (NEW."basis", NEW."country", NEW."ends_on", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rate", NEW."rounding", NEW."starts_on", NEW."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_75a5e ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_insert_insert_75a5e
    AFTER INSERT ON "licensing_taxrule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_75a5e();
COMMENT ON TRIGGER pgtrigger_insert_insert_75a5e ON "licensing_taxrule" IS '83baa0f8e5ad6a053ea07de23de5f8ff4260e7df';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_88703 ON "licensing_order";
CREATE  TRIGGER pgtrigger_insert_insert_88703
    AFTER INSERT ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_88703();
COMMENT ON TRIGGER pgtrigger_insert_insert_88703 ON "licensing_order" IS '5946ca96f8efea1a04cbffef340c7939b1949453';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_ae4a4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "email_domain", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."email_domain", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."refused_because", NEW."ship_to", NEW."state", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_ae4a4 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_insert_insert_ae4a4
    AFTER INSERT ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_ae4a4();
COMMENT ON TRIGGER pgtrigger_insert_insert_ae4a4 ON "licensing_institution" IS 'f4e9946c486a49334402a7067683a3abcae39f03';

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
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_3dc81 ON "licensing_order";
CREATE  TRIGGER pgtrigger_update_update_3dc81
    AFTER UPDATE ON "licensing_order"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_3dc81();
COMMENT ON TRIGGER pgtrigger_update_update_3dc81 ON "licensing_order" IS 'fcb20bb2ca18593c194271cb710bb66d5e74e0be';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_4c97d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "email_domain", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."email_domain", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."refused_because", NEW."ship_to", NEW."state", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4c97d ON "licensing_institution";
CREATE  TRIGGER pgtrigger_update_update_4c97d
    AFTER UPDATE ON "licensing_institution"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4c97d();
COMMENT ON TRIGGER pgtrigger_update_update_4c97d ON "licensing_institution" IS '6575905054d803a2a788884898790f7cd2215ed3';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_a3fec()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (NEW."basis", NEW."country", NEW."ends_on", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rate", NEW."rounding", NEW."starts_on", NEW."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_a3fec ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_update_update_a3fec
    AFTER UPDATE ON "licensing_taxrule"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_a3fec();
COMMENT ON TRIGGER pgtrigger_update_update_a3fec ON "licensing_taxrule" IS '2aeeb7dbcc76ab6179d4f4b409e1bac175acecbf';
