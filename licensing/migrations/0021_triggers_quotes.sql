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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_022a8()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_022a8 ON "licensing_upgraderuleevent";
CREATE  TRIGGER pgtrigger_append_only_022a8
    BEFORE UPDATE OR DELETE ON "licensing_upgraderuleevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_022a8();
COMMENT ON TRIGGER pgtrigger_append_only_022a8 ON "licensing_upgraderuleevent" IS 'd883dd683ac330c769a742ccee6d9a4fc6815e82';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_2d4dd()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_2d4dd ON "licensing_quoteevent";
CREATE  TRIGGER pgtrigger_append_only_2d4dd
    BEFORE UPDATE OR DELETE ON "licensing_quoteevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_2d4dd();
COMMENT ON TRIGGER pgtrigger_append_only_2d4dd ON "licensing_quoteevent" IS 'bf23bcef4147f612a5bd5b4c4dafd7d78534dd63';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_4bf10()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_4bf10 ON "licensing_upgradecreditevent";
CREATE  TRIGGER pgtrigger_append_only_4bf10
    BEFORE UPDATE OR DELETE ON "licensing_upgradecreditevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_4bf10();
COMMENT ON TRIGGER pgtrigger_append_only_4bf10 ON "licensing_upgradecreditevent" IS '336a63d15d91fd1c4d7a5815b8a59f141d25f1ab';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_02bdf()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_upgraderuleevent" ("from_type_id", "id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "to_type_id", "within_days") VALUES (OLD."from_type_id", OLD."id", OLD."percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reach", OLD."to_type_id", OLD."within_days"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_02bdf ON "licensing_upgraderule";
CREATE  TRIGGER pgtrigger_delete_delete_02bdf
    AFTER DELETE ON "licensing_upgraderule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_02bdf();
COMMENT ON TRIGGER pgtrigger_delete_delete_02bdf ON "licensing_upgraderule" IS 'cd81ae3f274a0f83641fdebf77b625cfc999c160';

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
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."amount_currency", OLD."created_at", OLD."id", OLD."licence_id", OLD."line_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_47b1b ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_delete_delete_47b1b
    AFTER DELETE ON "licensing_upgradecredit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_47b1b();
COMMENT ON TRIGGER pgtrigger_delete_delete_47b1b ON "licensing_upgradecredit" IS 'b7a9f5803846aff77eb2a40453d4b0f4776321f2';

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
        INSERT INTO "licensing_quoteevent" ("accepted_on", "asked_by_id", "created_at", "id", "institution_id", "made_by_id", "made_on", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_key", "snapshot", "starts_on", "status", "tier", "total", "total_currency", "valid_until", "withdrawn_because") VALUES (OLD."accepted_on", OLD."asked_by_id", OLD."created_at", OLD."id", OLD."institution_id", OLD."made_by_id", OLD."made_on", OLD."number", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."request_key", OLD."snapshot", OLD."starts_on", OLD."status", OLD."tier", OLD."total", OLD."total_currency", OLD."valid_until", OLD."withdrawn_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_97378 ON "licensing_quote";
CREATE  TRIGGER pgtrigger_delete_delete_97378
    AFTER DELETE ON "licensing_quote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_97378();
COMMENT ON TRIGGER pgtrigger_delete_delete_97378 ON "licensing_quote" IS '1d3e88e645e0cd2fdde5e85fe63bd81df953d319';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_a2ce8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "description", "ends_on", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."amount", OLD."amount_currency", OLD."because", OLD."description", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."licence_type_id", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a2ce8 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_delete_delete_a2ce8
    AFTER DELETE ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a2ce8();
COMMENT ON TRIGGER pgtrigger_delete_delete_a2ce8 ON "licensing_orderline" IS '84264774bd685986c14bbda4136a0d9467cf5869';

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
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."created_at", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6716c ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_insert_insert_6716c
    AFTER INSERT ON "licensing_upgradecredit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_6716c();
COMMENT ON TRIGGER pgtrigger_insert_insert_6716c ON "licensing_upgradecredit" IS 'aa9cef0bc29551fb49679d0b60c5ff17b6301b53';

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
        INSERT INTO "licensing_quoteevent" ("accepted_on", "asked_by_id", "created_at", "id", "institution_id", "made_by_id", "made_on", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_key", "snapshot", "starts_on", "status", "tier", "total", "total_currency", "valid_until", "withdrawn_because") VALUES (NEW."accepted_on", NEW."asked_by_id", NEW."created_at", NEW."id", NEW."institution_id", NEW."made_by_id", NEW."made_on", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."request_key", NEW."snapshot", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency", NEW."valid_until", NEW."withdrawn_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_9aaab ON "licensing_quote";
CREATE  TRIGGER pgtrigger_insert_insert_9aaab
    AFTER INSERT ON "licensing_quote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_9aaab();
COMMENT ON TRIGGER pgtrigger_insert_insert_9aaab ON "licensing_quote" IS '3e3fcfc88891ca4fca7cf7ebe2fc1283a2700a4f';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_bff1a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "description", "ends_on", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."description", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bff1a ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_insert_insert_bff1a
    AFTER INSERT ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bff1a();
COMMENT ON TRIGGER pgtrigger_insert_insert_bff1a ON "licensing_orderline" IS 'ca8e4a31f3c69591e2e30ebfde4f2632db565415';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_d206d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_upgraderuleevent" ("from_type_id", "id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "to_type_id", "within_days") VALUES (NEW."from_type_id", NEW."id", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reach", NEW."to_type_id", NEW."within_days"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_d206d ON "licensing_upgraderule";
CREATE  TRIGGER pgtrigger_insert_insert_d206d
    AFTER INSERT ON "licensing_upgraderule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_d206d();
COMMENT ON TRIGGER pgtrigger_insert_insert_d206d ON "licensing_upgraderule" IS 'cffdb9d7c4af2b02242e7a94e4623437b83fb88c';

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
    FOR EACH ROW WHEN (OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."tier" IS DISTINCT FROM (NEW."tier") OR OLD."total" IS DISTINCT FROM (NEW."total") OR OLD."total_currency" IS DISTINCT FROM (NEW."total_currency") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until") OR OLD."snapshot" IS DISTINCT FROM (NEW."snapshot"))
    EXECUTE PROCEDURE pgtrigger_quote_never_says_otherwise_b3d1c();
COMMENT ON TRIGGER pgtrigger_quote_never_says_otherwise_b3d1c ON "licensing_quote" IS 'b392befb595a339d83dce903d6c7473ea1fb6717';

CREATE OR REPLACE FUNCTION pgtrigger_quoted_line_never_changes_b0a2a()
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
DROP TRIGGER IF EXISTS pgtrigger_quoted_line_never_changes_b0a2a ON "licensing_quoteline";
CREATE  TRIGGER pgtrigger_quoted_line_never_changes_b0a2a
    BEFORE UPDATE OR DELETE ON "licensing_quoteline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_quoted_line_never_changes_b0a2a();
COMMENT ON TRIGGER pgtrigger_quoted_line_never_changes_b0a2a ON "licensing_quoteline" IS '42a342148203e09b43b2fcd95a251476845149b5';

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
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."created_at", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_0177f ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_update_update_0177f
    AFTER UPDATE ON "licensing_upgradecredit"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_0177f();
COMMENT ON TRIGGER pgtrigger_update_update_0177f ON "licensing_upgradecredit" IS '7d08cdf93cdc764423a14ba6c35bdf26e71f4306';

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
        INSERT INTO "licensing_quoteevent" ("accepted_on", "asked_by_id", "created_at", "id", "institution_id", "made_by_id", "made_on", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_key", "snapshot", "starts_on", "status", "tier", "total", "total_currency", "valid_until", "withdrawn_because") VALUES (NEW."accepted_on", NEW."asked_by_id", NEW."created_at", NEW."id", NEW."institution_id", NEW."made_by_id", NEW."made_on", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."request_key", NEW."snapshot", NEW."starts_on", NEW."status", NEW."tier", NEW."total", NEW."total_currency", NEW."valid_until", NEW."withdrawn_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_1894e ON "licensing_quote";
CREATE  TRIGGER pgtrigger_update_update_1894e
    AFTER UPDATE ON "licensing_quote"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_1894e();
COMMENT ON TRIGGER pgtrigger_update_update_1894e ON "licensing_quote" IS '92ceebb0d702db612558f11a9f82ce71069f05dd';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_26f31()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "description", "ends_on", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."description", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_26f31 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_update_update_26f31
    AFTER UPDATE ON "licensing_orderline"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_26f31();
COMMENT ON TRIGGER pgtrigger_update_update_26f31 ON "licensing_orderline" IS '6d81d4c70dda8f3d6a6b7dc9b41f3416bd5c3d7a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_7e85d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_upgraderuleevent" ("from_type_id", "id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "to_type_id", "within_days") VALUES (NEW."from_type_id", NEW."id", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reach", NEW."to_type_id", NEW."within_days"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_7e85d ON "licensing_upgraderule";
CREATE  TRIGGER pgtrigger_update_update_7e85d
    AFTER UPDATE ON "licensing_upgraderule"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_7e85d();
COMMENT ON TRIGGER pgtrigger_update_update_7e85d ON "licensing_upgraderule" IS '244fce58f9e067d36c569c70b5badb506424cc9d';
