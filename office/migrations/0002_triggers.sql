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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_3b236()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_3b236 ON "office_distributorevent";
CREATE  TRIGGER pgtrigger_append_only_3b236
    BEFORE UPDATE OR DELETE ON "office_distributorevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_3b236();
COMMENT ON TRIGGER pgtrigger_append_only_3b236 ON "office_distributorevent" IS '1c64647361ac20738b41e12a8112f631fa8f84f3';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_9bf6b()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_9bf6b ON "office_licencetermsevent";
CREATE  TRIGGER pgtrigger_append_only_9bf6b
    BEFORE UPDATE OR DELETE ON "office_licencetermsevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_9bf6b();
COMMENT ON TRIGGER pgtrigger_append_only_9bf6b ON "office_licencetermsevent" IS 'e7d485ba0b4e45c8c9aca51ae2657f2e622f2a3c';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_b435d()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_b435d ON "office_bankaccountevent";
CREATE  TRIGGER pgtrigger_append_only_b435d
    BEFORE UPDATE OR DELETE ON "office_bankaccountevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_b435d();
COMMENT ON TRIGGER pgtrigger_append_only_b435d ON "office_bankaccountevent" IS '65a29c4f04c566e0588b8f394262deb3958a33bf';

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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_b527b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_bankaccountevent" ("account_number", "bank", "bic", "currency", "distributor_id", "holder", "iban", "id", "lines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "routing") VALUES (OLD."account_number", OLD."bank", OLD."bic", OLD."currency", OLD."distributor_id", OLD."holder", OLD."iban", OLD."id", OLD."lines", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."routing"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_b527b ON "office_bankaccount";
CREATE  TRIGGER pgtrigger_delete_delete_b527b
    AFTER DELETE ON "office_bankaccount"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_b527b();
COMMENT ON TRIGGER pgtrigger_delete_delete_b527b ON "office_bankaccount" IS 'f632b98c55c07a4ddf45c839f98508f1ab4b13ec';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_bf5ca()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_licencetermsevent" ("distributor_id", "governing_law", "holds_from", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "used_at", "version") VALUES (OLD."distributor_id", OLD."governing_law", OLD."holds_from", OLD."id", OLD."language", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."text", OLD."used_at", OLD."version"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_bf5ca ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_delete_delete_bf5ca
    AFTER DELETE ON "office_licenceterms"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_bf5ca();
COMMENT ON TRIGGER pgtrigger_delete_delete_bf5ca ON "office_licenceterms" IS '4560fbd13306fe030ed3ba22b3229931bcd7d031';

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

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b923a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_bankaccountevent" ("account_number", "bank", "bic", "currency", "distributor_id", "holder", "iban", "id", "lines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "routing") VALUES (NEW."account_number", NEW."bank", NEW."bic", NEW."currency", NEW."distributor_id", NEW."holder", NEW."iban", NEW."id", NEW."lines", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."routing"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b923a ON "office_bankaccount";
CREATE  TRIGGER pgtrigger_insert_insert_b923a
    AFTER INSERT ON "office_bankaccount"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b923a();
COMMENT ON TRIGGER pgtrigger_insert_insert_b923a ON "office_bankaccount" IS 'd5938034f94d1ae658a037680e6f36ce2ab78c25';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_d8072()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_licencetermsevent" ("distributor_id", "governing_law", "holds_from", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "used_at", "version") VALUES (NEW."distributor_id", NEW."governing_law", NEW."holds_from", NEW."id", NEW."language", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text", NEW."used_at", NEW."version"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_d8072 ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_insert_insert_d8072
    AFTER INSERT ON "office_licenceterms"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_d8072();
COMMENT ON TRIGGER pgtrigger_insert_insert_d8072 ON "office_licenceterms" IS '0372ffd402652955170222718a627f6e24dd336a';

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

CREATE OR REPLACE FUNCTION pgtrigger_kept_file_never_changes_951b3()
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
DROP TRIGGER IF EXISTS pgtrigger_kept_file_never_changes_951b3 ON "office_distributorfile";
CREATE  TRIGGER pgtrigger_kept_file_never_changes_951b3
    BEFORE UPDATE OR DELETE ON "office_distributorfile"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_kept_file_never_changes_951b3();
COMMENT ON TRIGGER pgtrigger_kept_file_never_changes_951b3 ON "office_distributorfile" IS 'cf07bce3323d68f01b5b7e217970e308fff192dd';

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

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_264ff()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_264ff ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_revisions_delete_264ff
    AFTER DELETE ON "office_licenceterms"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_264ff();
COMMENT ON TRIGGER pgtrigger_revisions_delete_264ff ON "office_licenceterms" IS 'dcf64cc50124828a74e5b231da4cc84a26fd60e6';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_c03bb()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('everything')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_c03bb ON "office_distributor";
CREATE  TRIGGER pgtrigger_revisions_delete_c03bb
    AFTER DELETE ON "office_distributor"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_c03bb();
COMMENT ON TRIGGER pgtrigger_revisions_delete_c03bb ON "office_distributor" IS 'abe64fd61b2b311076bdb9f4ef894da1ad6e290c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_1d967()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('everything')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_1d967 ON "office_distributor";
CREATE  TRIGGER pgtrigger_revisions_insert_1d967
    AFTER INSERT ON "office_distributor"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_1d967();
COMMENT ON TRIGGER pgtrigger_revisions_insert_1d967 ON "office_distributor" IS 'dd81bf502875dd2e3a9e21c54c837d040edf5877';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_d9b37()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_d9b37 ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_revisions_insert_d9b37
    AFTER INSERT ON "office_licenceterms"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_d9b37();
COMMENT ON TRIGGER pgtrigger_revisions_insert_d9b37 ON "office_licenceterms" IS '0f8b78a0df92fd737f59bf26417af4f67dfd062a';

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

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_57a7c()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_57a7c ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_revisions_truncate_57a7c
    AFTER TRUNCATE ON "office_licenceterms"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_57a7c();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_57a7c ON "office_licenceterms" IS '76a7bafa8f6ad509f2f95c6a93262b1f87135f1f';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_fa83b()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_fa83b ON "office_distributor";
CREATE  TRIGGER pgtrigger_revisions_truncate_fa83b
    AFTER TRUNCATE ON "office_distributor"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_fa83b();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_fa83b ON "office_distributor" IS '939b692efe444771325303b089b4b1fc2e6bf260';

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

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_5ae40()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('everything'), ('everything')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_5ae40 ON "office_distributor";
CREATE  TRIGGER pgtrigger_revisions_update_5ae40
    AFTER UPDATE ON "office_distributor"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_5ae40();
COMMENT ON TRIGGER pgtrigger_revisions_update_5ae40 ON "office_distributor" IS '8f1fe88f1ec2613527a24035894d2b5286a5a52c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_a87c0()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_a87c0 ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_revisions_update_a87c0
    AFTER UPDATE ON "office_licenceterms"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_a87c0();
COMMENT ON TRIGGER pgtrigger_revisions_update_a87c0 ON "office_licenceterms" IS '9c2da2d8374c402a0150e852ddd43dcf18743ef5';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_81e19()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_bankaccountevent" ("account_number", "bank", "bic", "currency", "distributor_id", "holder", "iban", "id", "lines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "routing") VALUES (NEW."account_number", NEW."bank", NEW."bic", NEW."currency", NEW."distributor_id", NEW."holder", NEW."iban", NEW."id", NEW."lines", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."routing"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_81e19 ON "office_bankaccount";
CREATE  TRIGGER pgtrigger_update_update_81e19
    AFTER UPDATE ON "office_bankaccount"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_81e19();
COMMENT ON TRIGGER pgtrigger_update_update_81e19 ON "office_bankaccount" IS '63532d63e6eaf02a4dffa244ebabf3bd2ba96b5b';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_be2fd()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "office_licencetermsevent" ("distributor_id", "governing_law", "holds_from", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "used_at", "version") VALUES (NEW."distributor_id", NEW."governing_law", NEW."holds_from", NEW."id", NEW."language", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text", NEW."used_at", NEW."version"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_be2fd ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_update_update_be2fd
    AFTER UPDATE ON "office_licenceterms"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_be2fd();
COMMENT ON TRIGGER pgtrigger_update_update_be2fd ON "office_licenceterms" IS 'cb4a2b4bc2f45ecdb98029a8cea3fde4c0dac824';

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

CREATE OR REPLACE FUNCTION pgtrigger_used_terms_never_change_18afe()
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
DROP TRIGGER IF EXISTS pgtrigger_used_terms_never_change_18afe ON "office_licenceterms";
CREATE  TRIGGER pgtrigger_used_terms_never_change_18afe
    BEFORE UPDATE OR DELETE ON "office_licenceterms"
    FOR EACH ROW WHEN (OLD."used_at" IS NOT NULL)
    EXECUTE PROCEDURE pgtrigger_used_terms_never_change_18afe();
COMMENT ON TRIGGER pgtrigger_used_terms_never_change_18afe ON "office_licenceterms" IS '1d9f8d132e7a88113699d821dbf1b8184507d713';
