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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_39e5b()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_39e5b ON "catalog_filmsubjectevent";
CREATE  TRIGGER pgtrigger_append_only_39e5b
    BEFORE UPDATE OR DELETE ON "catalog_filmsubjectevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_39e5b();
COMMENT ON TRIGGER pgtrigger_append_only_39e5b ON "catalog_filmsubjectevent" IS '310a6692c7cac0c0cc1c08f46b643aa8549a45f1';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_41639()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_41639 ON "catalog_titleevent";
CREATE  TRIGGER pgtrigger_append_only_41639
    BEFORE UPDATE OR DELETE ON "catalog_titleevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_41639();
COMMENT ON TRIGGER pgtrigger_append_only_41639 ON "catalog_titleevent" IS '21f6b1f0c64750cdcf0e66d300086a7864a84928';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_8d26a()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_8d26a ON "catalog_holdbackevent";
CREATE  TRIGGER pgtrigger_append_only_8d26a
    BEFORE UPDATE OR DELETE ON "catalog_holdbackevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_8d26a();
COMMENT ON TRIGGER pgtrigger_append_only_8d26a ON "catalog_holdbackevent" IS '64ac3f6ac5d14a062581fa99f6b77b13fa17c98a';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_cb448()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_cb448 ON "catalog_creditevent";
CREATE  TRIGGER pgtrigger_append_only_cb448
    BEFORE UPDATE OR DELETE ON "catalog_creditevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_cb448();
COMMENT ON TRIGGER pgtrigger_append_only_cb448 ON "catalog_creditevent" IS '8d07c62e9c212149309c452451d2dd9a81909299';

CREATE OR REPLACE FUNCTION pgtrigger_dates_films_added_ed850()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO catalog_filmchange (whole, changed_at, transaction)
        SELECT touched.whole, clock_timestamp(), pg_current_xact_id()::text::bigint
        FROM (
            SELECT DISTINCT COALESCE(own.part_of_id, changed.film) AS whole
            FROM (SELECT film_id AS film FROM catalog_credit JOIN new_rows changed ON changed.person_id = catalog_credit.person_id) changed LEFT JOIN catalog_film own ON own.id = changed.film
        ) touched
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_filmchange known
            WHERE known.whole = touched.whole AND known.transaction = pg_current_xact_id()::text::bigint
        );
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_dates_films_added_ed850 ON "catalog_personname";
CREATE  TRIGGER pgtrigger_dates_films_added_ed850
    AFTER INSERT ON "catalog_personname"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_dates_films_added_ed850();
COMMENT ON TRIGGER pgtrigger_dates_films_added_ed850 ON "catalog_personname" IS '89d20e296e61e19a546f88673ffc0a2fb86d9a74';

CREATE OR REPLACE FUNCTION pgtrigger_dates_films_changed_739eb()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO catalog_filmchange (whole, changed_at, transaction)
        SELECT touched.whole, clock_timestamp(), pg_current_xact_id()::text::bigint
        FROM (
            SELECT DISTINCT COALESCE(own.part_of_id, changed.film) AS whole
            FROM (SELECT film_id AS film FROM catalog_credit JOIN (SELECT * FROM old_rows UNION SELECT * FROM new_rows) changed ON changed.person_id = catalog_credit.person_id) changed LEFT JOIN catalog_film own ON own.id = changed.film
        ) touched
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_filmchange known
            WHERE known.whole = touched.whole AND known.transaction = pg_current_xact_id()::text::bigint
        );
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_dates_films_changed_739eb ON "catalog_personname";
CREATE  TRIGGER pgtrigger_dates_films_changed_739eb
    AFTER UPDATE ON "catalog_personname"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_dates_films_changed_739eb();
COMMENT ON TRIGGER pgtrigger_dates_films_changed_739eb ON "catalog_personname" IS 'd3d8e60a8ef8d35614569e87d44108fc57cb8dbd';

CREATE OR REPLACE FUNCTION pgtrigger_dates_films_removed_95cde()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO catalog_filmchange (whole, changed_at, transaction)
        SELECT touched.whole, clock_timestamp(), pg_current_xact_id()::text::bigint
        FROM (
            SELECT DISTINCT COALESCE(own.part_of_id, changed.film) AS whole
            FROM (SELECT film_id AS film FROM catalog_credit JOIN old_rows changed ON changed.person_id = catalog_credit.person_id) changed LEFT JOIN catalog_film own ON own.id = changed.film
        ) touched
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_filmchange known
            WHERE known.whole = touched.whole AND known.transaction = pg_current_xact_id()::text::bigint
        );
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_dates_films_removed_95cde ON "catalog_personname";
CREATE  TRIGGER pgtrigger_dates_films_removed_95cde
    AFTER DELETE ON "catalog_personname"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_dates_films_removed_95cde();
COMMENT ON TRIGGER pgtrigger_dates_films_removed_95cde ON "catalog_personname" IS 'a33e10ac9aeeb47c9f3a73b3b609d9b1112ad0a5';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_44df2()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_titleevent" ("film_id", "id", "kind", "language", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "text") VALUES (OLD."film_id", OLD."id", OLD."kind", OLD."language", OLD."order", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."source_id", OLD."text"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_44df2 ON "catalog_title";
CREATE  TRIGGER pgtrigger_delete_delete_44df2
    AFTER DELETE ON "catalog_title"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_44df2();
COMMENT ON TRIGGER pgtrigger_delete_delete_44df2 ON "catalog_title" IS 'ccb43c18427716bb69590bf8fb0283bc03127041';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_799cb()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_creditevent" ("detail", "film_id", "id", "order", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source_id") VALUES (OLD."detail", OLD."film_id", OLD."id", OLD."order", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."source_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_799cb ON "catalog_credit";
CREATE  TRIGGER pgtrigger_delete_delete_799cb
    AFTER DELETE ON "catalog_credit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_799cb();
COMMENT ON TRIGGER pgtrigger_delete_delete_799cb ON "catalog_credit" IS '6e3334da1123e8f059bccb1c67c3ccc310bc13e1';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_d05e3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_holdbackevent" ("countries", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "uses") VALUES (OLD."countries", OLD."film_id", OLD."id", OLD."note", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."until", OLD."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d05e3 ON "catalog_holdback";
CREATE  TRIGGER pgtrigger_delete_delete_d05e3
    AFTER DELETE ON "catalog_holdback"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d05e3();
COMMENT ON TRIGGER pgtrigger_delete_delete_d05e3 ON "catalog_holdback" IS 'bc7c2401cb60aedc7c6c3b672872072fc7f5e4eb';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_e3ab0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_distributionrightevent" ("countries", "ends_on", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "territory", "uses") VALUES (OLD."countries", OLD."ends_on", OLD."film_id", OLD."id", OLD."note", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on", OLD."territory", OLD."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_e3ab0 ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_delete_delete_e3ab0
    AFTER DELETE ON "catalog_distributionright"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_e3ab0();
COMMENT ON TRIGGER pgtrigger_delete_delete_e3ab0 ON "catalog_distributionright" IS '0972f951259293723f2558b120fb184a2e7e56ed';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_e9259()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_filmsubjectevent" ("film_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (OLD."film_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."subject_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_e9259 ON "catalog_film_subjects";
CREATE  TRIGGER pgtrigger_delete_delete_e9259
    AFTER DELETE ON "catalog_film_subjects"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_e9259();
COMMENT ON TRIGGER pgtrigger_delete_delete_e9259 ON "catalog_film_subjects" IS 'd5209b09b07473e90c58bfe49f7d3d065c6fbc48';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_0d549()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_creditevent" ("detail", "film_id", "id", "order", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source_id") SELECT new_values."detail", new_values."film_id", new_values."id", new_values."order", new_values."person_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."role", new_values."source_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_0d549 ON "catalog_credit";
CREATE  TRIGGER pgtrigger_insert_insert_0d549
    AFTER INSERT ON "catalog_credit"
    REFERENCING NEW TABLE AS new_values
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_insert_insert_0d549();
COMMENT ON TRIGGER pgtrigger_insert_insert_0d549 ON "catalog_credit" IS '599a78f6f375c27dae7177c848e5471e55ba839e';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_6c0e0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_titleevent" ("film_id", "id", "kind", "language", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "text") SELECT new_values."film_id", new_values."id", new_values."kind", new_values."language", new_values."order", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."source_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6c0e0 ON "catalog_title";
CREATE  TRIGGER pgtrigger_insert_insert_6c0e0
    AFTER INSERT ON "catalog_title"
    REFERENCING NEW TABLE AS new_values
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_insert_insert_6c0e0();
COMMENT ON TRIGGER pgtrigger_insert_insert_6c0e0 ON "catalog_title" IS '8efef5329c25e178e43222a23d18a9855ba9790b';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_83809()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_holdbackevent" ("countries", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "uses") VALUES (NEW."countries", NEW."film_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."until", NEW."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_83809 ON "catalog_holdback";
CREATE  TRIGGER pgtrigger_insert_insert_83809
    AFTER INSERT ON "catalog_holdback"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_83809();
COMMENT ON TRIGGER pgtrigger_insert_insert_83809 ON "catalog_holdback" IS 'a0f8da7fe3daa6e1d7f2fa94384804fbd0a15bfc';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_cf3ed()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_distributionrightevent" ("countries", "ends_on", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "territory", "uses") VALUES (NEW."countries", NEW."ends_on", NEW."film_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on", NEW."territory", NEW."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_cf3ed ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_insert_insert_cf3ed
    AFTER INSERT ON "catalog_distributionright"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_cf3ed();
COMMENT ON TRIGGER pgtrigger_insert_insert_cf3ed ON "catalog_distributionright" IS '0e5a9499f451973c8e2c30bbd0d8f66ebe16f4db';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_e7935()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_filmsubjectevent" ("film_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") SELECT new_values."film_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."subject_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_e7935 ON "catalog_film_subjects";
CREATE  TRIGGER pgtrigger_insert_insert_e7935
    AFTER INSERT ON "catalog_film_subjects"
    REFERENCING NEW TABLE AS new_values
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_insert_insert_e7935();
COMMENT ON TRIGGER pgtrigger_insert_insert_e7935 ON "catalog_film_subjects" IS 'dfc2e82c2e588536a3347e0e54e73ec89b3a8da2';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_316a4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('shared')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_316a4 ON "catalog_personname";
CREATE  TRIGGER pgtrigger_revisions_delete_316a4
    AFTER DELETE ON "catalog_personname"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_316a4();
COMMENT ON TRIGGER pgtrigger_revisions_delete_316a4 ON "catalog_personname" IS 'd58cfae5ceb615c7703fe3cf492ace8a29610525';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_49e20()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('prices:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_49e20 ON "catalog_holdback";
CREATE  TRIGGER pgtrigger_revisions_delete_49e20
    AFTER DELETE ON "catalog_holdback"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_49e20();
COMMENT ON TRIGGER pgtrigger_revisions_delete_49e20 ON "catalog_holdback" IS '2672d2d06e3718d6e980ba68960f7a54b27faa36';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_0873f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('shared')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_0873f ON "catalog_personname";
CREATE  TRIGGER pgtrigger_revisions_insert_0873f
    AFTER INSERT ON "catalog_personname"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_0873f();
COMMENT ON TRIGGER pgtrigger_revisions_insert_0873f ON "catalog_personname" IS 'ca6e970798e634070ddec643dec460f01e46a9ae';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_69111()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id), ('prices:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_69111 ON "catalog_holdback";
CREATE  TRIGGER pgtrigger_revisions_insert_69111
    AFTER INSERT ON "catalog_holdback"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_69111();
COMMENT ON TRIGGER pgtrigger_revisions_insert_69111 ON "catalog_holdback" IS '405a8135f1e3315808883009d95a9e4558e7d97c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_174ac()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_174ac ON "catalog_holdback";
CREATE  TRIGGER pgtrigger_revisions_truncate_174ac
    AFTER TRUNCATE ON "catalog_holdback"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_174ac();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_174ac ON "catalog_holdback" IS '56efa2cefac69af5ff5d1afb16b747654ec5a7fd';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_17733()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_17733 ON "catalog_personname";
CREATE  TRIGGER pgtrigger_revisions_truncate_17733
    AFTER TRUNCATE ON "catalog_personname"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_17733();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_17733 ON "catalog_personname" IS '8cc296f9ec1f46298da09f9254c264135174c735';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_33b6a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('prices:' || o.film_id), ('film:' || n.film_id), ('prices:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_33b6a ON "catalog_holdback";
CREATE  TRIGGER pgtrigger_revisions_update_33b6a
    AFTER UPDATE ON "catalog_holdback"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_33b6a();
COMMENT ON TRIGGER pgtrigger_revisions_update_33b6a ON "catalog_holdback" IS 'b207f1482d48ab84247db3df0056811048dc2fb2';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_b44f6()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('shared'), ('shared')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_b44f6 ON "catalog_personname";
CREATE  TRIGGER pgtrigger_revisions_update_b44f6
    AFTER UPDATE ON "catalog_personname"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_b44f6();
COMMENT ON TRIGGER pgtrigger_revisions_update_b44f6 ON "catalog_personname" IS '167aab28b29e16843db3195e1ab82850436589e4';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_009ce()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_creditevent" ("detail", "film_id", "id", "order", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source_id") VALUES (NEW."detail", NEW."film_id", NEW."id", NEW."order", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."source_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_009ce ON "catalog_credit";
CREATE  TRIGGER pgtrigger_update_update_009ce
    AFTER UPDATE ON "catalog_credit"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_009ce();
COMMENT ON TRIGGER pgtrigger_update_update_009ce ON "catalog_credit" IS 'e5ee856c7434113485f4060c85cb391506f6c2ca';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_12448()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_holdbackevent" ("countries", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "uses") VALUES (NEW."countries", NEW."film_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."until", NEW."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_12448 ON "catalog_holdback";
CREATE  TRIGGER pgtrigger_update_update_12448
    AFTER UPDATE ON "catalog_holdback"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_12448();
COMMENT ON TRIGGER pgtrigger_update_update_12448 ON "catalog_holdback" IS '54869663dccd233acf286fbd715678366eb9af75';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_5bb6b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_distributionrightevent" ("countries", "ends_on", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "territory", "uses") VALUES (NEW."countries", NEW."ends_on", NEW."film_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on", NEW."territory", NEW."uses"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_5bb6b ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_update_update_5bb6b
    AFTER UPDATE ON "catalog_distributionright"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_5bb6b();
COMMENT ON TRIGGER pgtrigger_update_update_5bb6b ON "catalog_distributionright" IS 'a0de7138ddfb64408abbb8d7b36321c4ea4521e5';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_a8cae()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_titleevent" ("film_id", "id", "kind", "language", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "text") VALUES (NEW."film_id", NEW."id", NEW."kind", NEW."language", NEW."order", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source_id", NEW."text"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_a8cae ON "catalog_title";
CREATE  TRIGGER pgtrigger_update_update_a8cae
    AFTER UPDATE ON "catalog_title"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_a8cae();
COMMENT ON TRIGGER pgtrigger_update_update_a8cae ON "catalog_title" IS '4ca074201d31b73ce95ba9d72c68ed79b3b11771';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_f0909()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_filmsubjectevent" ("film_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (NEW."film_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."subject_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_f0909 ON "catalog_film_subjects";
CREATE  TRIGGER pgtrigger_update_update_f0909
    AFTER UPDATE ON "catalog_film_subjects"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_f0909();
COMMENT ON TRIGGER pgtrigger_update_update_f0909 ON "catalog_film_subjects" IS '55ae52aa6deede8b7af74f6143479bcf387ade84';
