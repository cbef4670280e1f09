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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_abd5d()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_abd5d ON "catalog_distributionrightevent";
CREATE  TRIGGER pgtrigger_append_only_abd5d
    BEFORE UPDATE OR DELETE ON "catalog_distributionrightevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_abd5d();
COMMENT ON TRIGGER pgtrigger_append_only_abd5d ON "catalog_distributionrightevent" IS '974cdf46d4cf23c3bbeb7ae75e5c8ae2d0fc98cc';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_fbcf2()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_fbcf2 ON "catalog_filmevent";
CREATE  TRIGGER pgtrigger_append_only_fbcf2
    BEFORE UPDATE OR DELETE ON "catalog_filmevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_fbcf2();
COMMENT ON TRIGGER pgtrigger_append_only_fbcf2 ON "catalog_filmevent" IS '745b18fb4c914ba3aa627a37adebedd7bcb20e10';

CREATE OR REPLACE FUNCTION pgtrigger_dates_film_3a85c()
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
            FROM (SELECT substring(subject FROM 6)::bigint AS film FROM new_rows WHERE subject LIKE 'film:%' AND count = 1) changed LEFT JOIN catalog_film own ON own.id = changed.film
        ) touched
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_filmchange known
            WHERE known.whole = touched.whole AND known.transaction = pg_current_xact_id()::text::bigint
        );
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_dates_film_3a85c ON "revisions_change";
CREATE  TRIGGER pgtrigger_dates_film_3a85c
    AFTER INSERT ON "revisions_change"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_dates_film_3a85c();
COMMENT ON TRIGGER pgtrigger_dates_film_3a85c ON "revisions_change" IS 'de1026367e3b6b6028cef1c3493d5343776b3f97';

CREATE OR REPLACE FUNCTION pgtrigger_dates_films_5bfb4()
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
            FROM (SELECT film_id AS film FROM catalog_credit JOIN catalog_person shared ON shared.id = person_id WHERE shared.id IN (SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n IS DISTINCT FROM o)) changed LEFT JOIN catalog_film own ON own.id = changed.film
        ) touched
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_filmchange known
            WHERE known.whole = touched.whole AND known.transaction = pg_current_xact_id()::text::bigint
        );
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_dates_films_5bfb4 ON "catalog_person";
CREATE  TRIGGER pgtrigger_dates_films_5bfb4
    AFTER UPDATE ON "catalog_person"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_dates_films_5bfb4();
COMMENT ON TRIGGER pgtrigger_dates_films_5bfb4 ON "catalog_person" IS 'f6f2494d5c6cbf39ddf11a2db0f4e583130ee4d9';

CREATE OR REPLACE FUNCTION pgtrigger_dates_films_f1fc5()
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
            FROM (SELECT film_id AS film FROM catalog_film_subjects JOIN catalog_subject shared ON shared.id = subject_id WHERE shared.id IN (SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n IS DISTINCT FROM o)) changed LEFT JOIN catalog_film own ON own.id = changed.film
        ) touched
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_filmchange known
            WHERE known.whole = touched.whole AND known.transaction = pg_current_xact_id()::text::bigint
        );
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_dates_films_f1fc5 ON "catalog_subject";
CREATE  TRIGGER pgtrigger_dates_films_f1fc5
    AFTER UPDATE ON "catalog_subject"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_dates_films_f1fc5();
COMMENT ON TRIGGER pgtrigger_dates_films_f1fc5 ON "catalog_subject" IS '6f3dfcc26241f13ede4e71d1c2af7aa356f90616';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_19015()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_filmevent" ("colour", "countries", "featured", "id", "is_published", "kind", "languages", "part_number", "part_of_id", "part_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "runtime", "slug", "synopsis", "title", "title_language", "year") VALUES (OLD."colour", OLD."countries", OLD."featured", OLD."id", OLD."is_published", OLD."kind", OLD."languages", OLD."part_number", OLD."part_of_id", OLD."part_unit", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."runtime", OLD."slug", OLD."synopsis", OLD."title", OLD."title_language", OLD."year"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_19015 ON "catalog_film";
CREATE  TRIGGER pgtrigger_delete_delete_19015
    AFTER DELETE ON "catalog_film"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_19015();
COMMENT ON TRIGGER pgtrigger_delete_delete_19015 ON "catalog_film" IS '2f8d7e408623bce5dbe3af9a78293114f2602f4e';

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
        INSERT INTO "catalog_distributionrightevent" ("countries", "ends_on", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "territory") VALUES (OLD."countries", OLD."ends_on", OLD."film_id", OLD."id", OLD."note", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on", OLD."territory"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_e3ab0 ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_delete_delete_e3ab0
    AFTER DELETE ON "catalog_distributionright"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_e3ab0();
COMMENT ON TRIGGER pgtrigger_delete_delete_e3ab0 ON "catalog_distributionright" IS '186febc8f5c08d666505a2476a3bdb0563ecc333';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_5b3f4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_filmevent" ("colour", "countries", "featured", "id", "is_published", "kind", "languages", "part_number", "part_of_id", "part_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "runtime", "slug", "synopsis", "title", "title_language", "year") VALUES (NEW."colour", NEW."countries", NEW."featured", NEW."id", NEW."is_published", NEW."kind", NEW."languages", NEW."part_number", NEW."part_of_id", NEW."part_unit", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."runtime", NEW."slug", NEW."synopsis", NEW."title", NEW."title_language", NEW."year"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_5b3f4 ON "catalog_film";
CREATE  TRIGGER pgtrigger_insert_insert_5b3f4
    AFTER INSERT ON "catalog_film"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_5b3f4();
COMMENT ON TRIGGER pgtrigger_insert_insert_5b3f4 ON "catalog_film" IS '8f6b1ec7685c5e30b498c77229c1cf331bda2d50';

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
        INSERT INTO "catalog_distributionrightevent" ("countries", "ends_on", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "territory") VALUES (NEW."countries", NEW."ends_on", NEW."film_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on", NEW."territory"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_cf3ed ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_insert_insert_cf3ed
    AFTER INSERT ON "catalog_distributionright"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_cf3ed();
COMMENT ON TRIGGER pgtrigger_insert_insert_cf3ed ON "catalog_distributionright" IS '57a5065a99702b2ce3c5ff70925e33586210adba';

CREATE OR REPLACE FUNCTION pgtrigger_part_depth_one_61fd1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF NEW.part_of_id IS NOT NULL AND (
            EXISTS (SELECT 1 FROM catalog_film w WHERE w.id = NEW.part_of_id AND w.part_of_id IS NOT NULL)
            OR EXISTS (SELECT 1 FROM catalog_film p WHERE p.part_of_id = NEW.id)
        ) THEN
            RAISE EXCEPTION 'A part of a film cannot have parts of its own (film %).', NEW.slug
                USING ERRCODE = 'check_violation', CONSTRAINT = 'film_part_depth_one';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_part_depth_one_61fd1 ON "catalog_film";
CREATE  TRIGGER pgtrigger_part_depth_one_61fd1
    BEFORE INSERT OR UPDATE OF "part_of_id" ON "catalog_film"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_part_depth_one_61fd1();
COMMENT ON TRIGGER pgtrigger_part_depth_one_61fd1 ON "catalog_film" IS 'b31b1f22f4985a7e52677d0b15b79bc68292ccd6';

CREATE OR REPLACE FUNCTION pgtrigger_remembers_changed_40fb3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO catalog_publishedrecord (film, whole, kind, published_at)
        SELECT film.id, COALESCE(film.part_of_id, film.id), film.kind, clock_timestamp()
        FROM catalog_film film LEFT JOIN catalog_film whole ON whole.id = film.part_of_id
        WHERE film.is_published AND (film.part_of_id IS NULL OR whole.is_published) AND film.id IN (SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE (n.is_published, n.part_of_id, n.kind) IS DISTINCT FROM (o.is_published, o.part_of_id, o.kind) UNION SELECT part.id FROM catalog_film part WHERE part.part_of_id IN (SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE (n.is_published, n.part_of_id, n.kind) IS DISTINCT FROM (o.is_published, o.part_of_id, o.kind)))
        ON CONFLICT (film) DO UPDATE SET whole = EXCLUDED.whole, kind = EXCLUDED.kind
        WHERE (catalog_publishedrecord.whole, catalog_publishedrecord.kind) IS DISTINCT FROM (EXCLUDED.whole, EXCLUDED.kind);
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_remembers_changed_40fb3 ON "catalog_film";
CREATE  TRIGGER pgtrigger_remembers_changed_40fb3
    AFTER UPDATE ON "catalog_film"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_remembers_changed_40fb3();
COMMENT ON TRIGGER pgtrigger_remembers_changed_40fb3 ON "catalog_film" IS '8a1c79e465297b006b1ee93c5ad965158e199c34';

CREATE OR REPLACE FUNCTION pgtrigger_remembers_new_fc6a1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO catalog_publishedrecord (film, whole, kind, published_at)
        SELECT film.id, COALESCE(film.part_of_id, film.id), film.kind, clock_timestamp()
        FROM catalog_film film LEFT JOIN catalog_film whole ON whole.id = film.part_of_id
        WHERE film.is_published AND (film.part_of_id IS NULL OR whole.is_published) AND film.id IN (SELECT id FROM new_rows UNION SELECT part.id FROM catalog_film part WHERE part.part_of_id IN (SELECT id FROM new_rows))
        ON CONFLICT (film) DO UPDATE SET whole = EXCLUDED.whole, kind = EXCLUDED.kind
        WHERE (catalog_publishedrecord.whole, catalog_publishedrecord.kind) IS DISTINCT FROM (EXCLUDED.whole, EXCLUDED.kind);
        RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_remembers_new_fc6a1 ON "catalog_film";
CREATE  TRIGGER pgtrigger_remembers_new_fc6a1
    AFTER INSERT ON "catalog_film"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_remembers_new_fc6a1();
COMMENT ON TRIGGER pgtrigger_remembers_new_fc6a1 ON "catalog_film" IS '761230ea2dbf62988094da24aa9b163c2ee5d347';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_0131f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_0131f ON "catalog_title";
CREATE  TRIGGER pgtrigger_revisions_delete_0131f
    AFTER DELETE ON "catalog_title"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_0131f();
COMMENT ON TRIGGER pgtrigger_revisions_delete_0131f ON "catalog_title" IS '1922003e84fe9ac420763963851325cf6f640f38';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_03652()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_03652 ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_revisions_delete_03652
    AFTER DELETE ON "catalog_distributionright"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_03652();
COMMENT ON TRIGGER pgtrigger_revisions_delete_03652 ON "catalog_distributionright" IS '6a5df2ba9bb4f4a1821dd1565b264a47393328ac';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_28dc2()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_28dc2 ON "catalog_preview";
CREATE  TRIGGER pgtrigger_revisions_delete_28dc2
    AFTER DELETE ON "catalog_preview"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_28dc2();
COMMENT ON TRIGGER pgtrigger_revisions_delete_28dc2 ON "catalog_preview" IS '9ab66ffd665b5f71ba5f28fade315e0eb14464d9';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_37773()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_37773 ON "catalog_film_subjects";
CREATE  TRIGGER pgtrigger_revisions_delete_37773
    AFTER DELETE ON "catalog_film_subjects"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_37773();
COMMENT ON TRIGGER pgtrigger_revisions_delete_37773 ON "catalog_film_subjects" IS '15f7a5409aa7ffd90c2d47814436849ab2f18364';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_3c32c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.id), ('film:' || o.part_of_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_3c32c ON "catalog_film";
CREATE  TRIGGER pgtrigger_revisions_delete_3c32c
    AFTER DELETE ON "catalog_film"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_3c32c();
COMMENT ON TRIGGER pgtrigger_revisions_delete_3c32c ON "catalog_film" IS '3c089c311d806c34cff534aba0bf95fdd2f6936d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_4a930()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_4a930 ON "catalog_credit";
CREATE  TRIGGER pgtrigger_revisions_delete_4a930
    AFTER DELETE ON "catalog_credit"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_4a930();
COMMENT ON TRIGGER pgtrigger_revisions_delete_4a930 ON "catalog_credit" IS 'd904dc8147c8a9821040c2535942bfcdb60e5e63';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_53b11()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_53b11 ON "catalog_readingabout";
CREATE  TRIGGER pgtrigger_revisions_delete_53b11
    AFTER DELETE ON "catalog_readingabout"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_53b11();
COMMENT ON TRIGGER pgtrigger_revisions_delete_53b11 ON "catalog_readingabout" IS '274ac85a67f9f81143aa2e2459d28e0767733373';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_57812()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_57812 ON "catalog_statement";
CREATE  TRIGGER pgtrigger_revisions_delete_57812
    AFTER DELETE ON "catalog_statement"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_57812();
COMMENT ON TRIGGER pgtrigger_revisions_delete_57812 ON "catalog_statement" IS '67458062b6a8974aeff1e1c36226b4c4e543aafc';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_5f70d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_5f70d ON "catalog_recognition";
CREATE  TRIGGER pgtrigger_revisions_delete_5f70d
    AFTER DELETE ON "catalog_recognition"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_5f70d();
COMMENT ON TRIGGER pgtrigger_revisions_delete_5f70d ON "catalog_recognition" IS 'd64489094fd5611ee3bce5f57f78f8e7fa613e71';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_a5885()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_a5885 ON "catalog_pressnotice";
CREATE  TRIGGER pgtrigger_revisions_delete_a5885
    AFTER DELETE ON "catalog_pressnotice"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_a5885();
COMMENT ON TRIGGER pgtrigger_revisions_delete_a5885 ON "catalog_pressnotice" IS '6ca8f4ad3402c243872b43d8a4688aadb93fecbd';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_b07f3()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_b07f3 ON "catalog_source";
CREATE  TRIGGER pgtrigger_revisions_delete_b07f3
    AFTER DELETE ON "catalog_source"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_b07f3();
COMMENT ON TRIGGER pgtrigger_revisions_delete_b07f3 ON "catalog_source" IS 'afd7571f3c9b7e6ecabf6c3bf6ba8ba16bac2f8f';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_bd990()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_bd990 ON "catalog_screeningcopy";
CREATE  TRIGGER pgtrigger_revisions_delete_bd990
    AFTER DELETE ON "catalog_screeningcopy"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_bd990();
COMMENT ON TRIGGER pgtrigger_revisions_delete_bd990 ON "catalog_screeningcopy" IS '059bb971f566d85b19c0408f52fad85511dd8089';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_cfd9b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_cfd9b ON "catalog_relation";
CREATE  TRIGGER pgtrigger_revisions_delete_cfd9b
    AFTER DELETE ON "catalog_relation"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_cfd9b();
COMMENT ON TRIGGER pgtrigger_revisions_delete_cfd9b ON "catalog_relation" IS 'ea8071bce007de1b844bbfe4d91d72e4e28602ec';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_dd48b()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_dd48b ON "catalog_reading";
CREATE  TRIGGER pgtrigger_revisions_delete_dd48b
    AFTER DELETE ON "catalog_reading"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_dd48b();
COMMENT ON TRIGGER pgtrigger_revisions_delete_dd48b ON "catalog_reading" IS 'a8d9003d64f99a4170a49d63747ce606df8014c3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_ef3e5()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_ef3e5 ON "catalog_person";
CREATE  TRIGGER pgtrigger_revisions_delete_ef3e5
    AFTER DELETE ON "catalog_person"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_ef3e5();
COMMENT ON TRIGGER pgtrigger_revisions_delete_ef3e5 ON "catalog_person" IS 'c82ac0a7a970af1ef79d67b21588eff1bdd48ef3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_ef57a()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_ef57a ON "catalog_subject";
CREATE  TRIGGER pgtrigger_revisions_delete_ef57a
    AFTER DELETE ON "catalog_subject"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_ef57a();
COMMENT ON TRIGGER pgtrigger_revisions_delete_ef57a ON "catalog_subject" IS '04cc2f8e3243e03199121bdcbf5d3732691ec424';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_f366f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('film:' || o.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_f366f ON "catalog_studyguide";
CREATE  TRIGGER pgtrigger_revisions_delete_f366f
    AFTER DELETE ON "catalog_studyguide"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_f366f();
COMMENT ON TRIGGER pgtrigger_revisions_delete_f366f ON "catalog_studyguide" IS '1918c9cd4ef8eacde76675cb7f0e9a656807f15d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_096f8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_096f8 ON "catalog_readingabout";
CREATE  TRIGGER pgtrigger_revisions_insert_096f8
    AFTER INSERT ON "catalog_readingabout"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_096f8();
COMMENT ON TRIGGER pgtrigger_revisions_insert_096f8 ON "catalog_readingabout" IS 'ec07efe61a0f4fbf1fcf90ad258f94414ad2633d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_24123()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_24123 ON "catalog_studyguide";
CREATE  TRIGGER pgtrigger_revisions_insert_24123
    AFTER INSERT ON "catalog_studyguide"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_24123();
COMMENT ON TRIGGER pgtrigger_revisions_insert_24123 ON "catalog_studyguide" IS '5cacda58460ff698e3bf61b7fd48ae1baebd43db';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_28494()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_28494 ON "catalog_preview";
CREATE  TRIGGER pgtrigger_revisions_insert_28494
    AFTER INSERT ON "catalog_preview"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_28494();
COMMENT ON TRIGGER pgtrigger_revisions_insert_28494 ON "catalog_preview" IS '0c3997752820898d16d01c130f2504477974ec7c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_42ec8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_42ec8 ON "catalog_relation";
CREATE  TRIGGER pgtrigger_revisions_insert_42ec8
    AFTER INSERT ON "catalog_relation"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_42ec8();
COMMENT ON TRIGGER pgtrigger_revisions_insert_42ec8 ON "catalog_relation" IS 'c477788ee98141e0aac4333186252375a54e74eb';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_4fe3e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_4fe3e ON "catalog_recognition";
CREATE  TRIGGER pgtrigger_revisions_insert_4fe3e
    AFTER INSERT ON "catalog_recognition"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_4fe3e();
COMMENT ON TRIGGER pgtrigger_revisions_insert_4fe3e ON "catalog_recognition" IS '5fd3eb92c90a798d1e1fed1ce625bd89d6c5d9dc';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_63daa()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_63daa ON "catalog_credit";
CREATE  TRIGGER pgtrigger_revisions_insert_63daa
    AFTER INSERT ON "catalog_credit"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_63daa();
COMMENT ON TRIGGER pgtrigger_revisions_insert_63daa ON "catalog_credit" IS '9ab5e4329f8194b54273150210ae1125fc6f3b62';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_650b0()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_650b0 ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_revisions_insert_650b0
    AFTER INSERT ON "catalog_distributionright"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_650b0();
COMMENT ON TRIGGER pgtrigger_revisions_insert_650b0 ON "catalog_distributionright" IS '0a6ab1b310908da9e15b02c48c4db18aa69d1ea0';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_6d25e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.id), ('film:' || n.part_of_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_6d25e ON "catalog_film";
CREATE  TRIGGER pgtrigger_revisions_insert_6d25e
    AFTER INSERT ON "catalog_film"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_6d25e();
COMMENT ON TRIGGER pgtrigger_revisions_insert_6d25e ON "catalog_film" IS 'd852d0640bb38868757393a0e1e5594cdae1f5e4';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_6eb9d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_6eb9d ON "catalog_statement";
CREATE  TRIGGER pgtrigger_revisions_insert_6eb9d
    AFTER INSERT ON "catalog_statement"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_6eb9d();
COMMENT ON TRIGGER pgtrigger_revisions_insert_6eb9d ON "catalog_statement" IS '73c2bdabbf97365bffa452c3752180ac7a378a00';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_74c83()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_74c83 ON "catalog_film_subjects";
CREATE  TRIGGER pgtrigger_revisions_insert_74c83
    AFTER INSERT ON "catalog_film_subjects"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_74c83();
COMMENT ON TRIGGER pgtrigger_revisions_insert_74c83 ON "catalog_film_subjects" IS '4ad843e80a1cc82382b890495ed37a22b2711086';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_83e06()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_83e06 ON "catalog_pressnotice";
CREATE  TRIGGER pgtrigger_revisions_insert_83e06
    AFTER INSERT ON "catalog_pressnotice"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_83e06();
COMMENT ON TRIGGER pgtrigger_revisions_insert_83e06 ON "catalog_pressnotice" IS '5b2027c9d098a49a8ffc87f4e84096146c66800e';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_df4a7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id), ('catalogue'), ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_df4a7 ON "catalog_screeningcopy";
CREATE  TRIGGER pgtrigger_revisions_insert_df4a7
    AFTER INSERT ON "catalog_screeningcopy"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_df4a7();
COMMENT ON TRIGGER pgtrigger_revisions_insert_df4a7 ON "catalog_screeningcopy" IS '0b18adb8f26fc339f265f12aee3e8def4e25eaba';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_feafb()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('film:' || n.film_id), ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_feafb ON "catalog_title";
CREATE  TRIGGER pgtrigger_revisions_insert_feafb
    AFTER INSERT ON "catalog_title"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_feafb();
COMMENT ON TRIGGER pgtrigger_revisions_insert_feafb ON "catalog_title" IS 'a6c5058c70ff81510184fb9e9b630fc511cfc0b8';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_24f73()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_24f73 ON "catalog_screeningcopy";
CREATE  TRIGGER pgtrigger_revisions_truncate_24f73
    AFTER TRUNCATE ON "catalog_screeningcopy"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_24f73();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_24f73 ON "catalog_screeningcopy" IS '5edb25757ef2cf0837afc8e36f5382bdda2e6141';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_2be2a()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_2be2a ON "catalog_title";
CREATE  TRIGGER pgtrigger_revisions_truncate_2be2a
    AFTER TRUNCATE ON "catalog_title"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_2be2a();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_2be2a ON "catalog_title" IS '7f2f557f2f761f44bb84eeee34436a0c0b6728f6';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_3e9c3()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_3e9c3 ON "catalog_preview";
CREATE  TRIGGER pgtrigger_revisions_truncate_3e9c3
    AFTER TRUNCATE ON "catalog_preview"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_3e9c3();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_3e9c3 ON "catalog_preview" IS '93070af53cb58329492358434ff2f4a3958734e7';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_44238()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_44238 ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_revisions_truncate_44238
    AFTER TRUNCATE ON "catalog_distributionright"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_44238();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_44238 ON "catalog_distributionright" IS 'bd573bdb263f148f7821452c36e32b8241e4ad47';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_49da6()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_49da6 ON "catalog_reading";
CREATE  TRIGGER pgtrigger_revisions_truncate_49da6
    AFTER TRUNCATE ON "catalog_reading"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_49da6();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_49da6 ON "catalog_reading" IS '97153a44f53144364baf0c4c72c95aceb2fed81e';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_640bf()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_640bf ON "catalog_credit";
CREATE  TRIGGER pgtrigger_revisions_truncate_640bf
    AFTER TRUNCATE ON "catalog_credit"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_640bf();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_640bf ON "catalog_credit" IS '4955c0a76eb2afcdb43f3d8ec4165d351fbd2891';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_675f7()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_675f7 ON "catalog_statement";
CREATE  TRIGGER pgtrigger_revisions_truncate_675f7
    AFTER TRUNCATE ON "catalog_statement"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_675f7();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_675f7 ON "catalog_statement" IS 'e7dcca3aab156ac8e21a6ba6cafcdde18f67065d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_76585()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_76585 ON "catalog_source";
CREATE  TRIGGER pgtrigger_revisions_truncate_76585
    AFTER TRUNCATE ON "catalog_source"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_76585();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_76585 ON "catalog_source" IS '4ea2fcc65c850c6bd127a60c730977f60db0edd3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_7bfae()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_7bfae ON "catalog_person";
CREATE  TRIGGER pgtrigger_revisions_truncate_7bfae
    AFTER TRUNCATE ON "catalog_person"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_7bfae();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_7bfae ON "catalog_person" IS 'f283461df09ee189e573c31662db3f6870d616a7';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_9f2d2()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_9f2d2 ON "catalog_recognition";
CREATE  TRIGGER pgtrigger_revisions_truncate_9f2d2
    AFTER TRUNCATE ON "catalog_recognition"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_9f2d2();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_9f2d2 ON "catalog_recognition" IS 'a223bf84f6a0c0c72bcd4b5b27384e4e1d58b6e2';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_a54e6()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_a54e6 ON "catalog_film_subjects";
CREATE  TRIGGER pgtrigger_revisions_truncate_a54e6
    AFTER TRUNCATE ON "catalog_film_subjects"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_a54e6();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_a54e6 ON "catalog_film_subjects" IS '64ccb9870df35dd9c4c744ac70239d4b433dc505';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_a8055()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_a8055 ON "catalog_subject";
CREATE  TRIGGER pgtrigger_revisions_truncate_a8055
    AFTER TRUNCATE ON "catalog_subject"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_a8055();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_a8055 ON "catalog_subject" IS '39b4560ef2e2c78e12715044824af2d3d901f01e';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_ae540()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_ae540 ON "catalog_studyguide";
CREATE  TRIGGER pgtrigger_revisions_truncate_ae540
    AFTER TRUNCATE ON "catalog_studyguide"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_ae540();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_ae540 ON "catalog_studyguide" IS '0c08613b12cc46731a32735b40c3961b40383491';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_b9b33()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_b9b33 ON "catalog_film";
CREATE  TRIGGER pgtrigger_revisions_truncate_b9b33
    AFTER TRUNCATE ON "catalog_film"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_b9b33();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_b9b33 ON "catalog_film" IS '9829674ed009b65deba661de9a6eedcc0bfa2a56';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_d8bc1()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_d8bc1 ON "catalog_readingabout";
CREATE  TRIGGER pgtrigger_revisions_truncate_d8bc1
    AFTER TRUNCATE ON "catalog_readingabout"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_d8bc1();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_d8bc1 ON "catalog_readingabout" IS '0c842d71675bb266b054a4397359e486c8f41f36';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_dcff4()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_dcff4 ON "catalog_pressnotice";
CREATE  TRIGGER pgtrigger_revisions_truncate_dcff4
    AFTER TRUNCATE ON "catalog_pressnotice"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_dcff4();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_dcff4 ON "catalog_pressnotice" IS 'd15bc66199f7a2f2ef7ef6cea091ee94fac53625';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_ddf14()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_ddf14 ON "catalog_relation";
CREATE  TRIGGER pgtrigger_revisions_truncate_ddf14
    AFTER TRUNCATE ON "catalog_relation"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_ddf14();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_ddf14 ON "catalog_relation" IS '9ea8c0c7d5c47d6ed9db37cb1a78bd3c23098128';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_0008b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('film:' || n.film_id), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_0008b ON "catalog_title";
CREATE  TRIGGER pgtrigger_revisions_update_0008b
    AFTER UPDATE ON "catalog_title"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_0008b();
COMMENT ON TRIGGER pgtrigger_revisions_update_0008b ON "catalog_title" IS '411aba89ac553c792097be3aa92b1de8c69c7d46';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_26038()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('film:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_26038 ON "catalog_preview";
CREATE  TRIGGER pgtrigger_revisions_update_26038
    AFTER UPDATE ON "catalog_preview"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_26038();
COMMENT ON TRIGGER pgtrigger_revisions_update_26038 ON "catalog_preview" IS '175effdfb092695bd57382f80b83702b6e776931';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_28b1c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('film:' || n.film_id), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_28b1c ON "catalog_credit";
CREATE  TRIGGER pgtrigger_revisions_update_28b1c
    AFTER UPDATE ON "catalog_credit"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_28b1c();
COMMENT ON TRIGGER pgtrigger_revisions_update_28b1c ON "catalog_credit" IS '8cd42a89556eb08315eda87a2b3b23d820170ecc';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_2993f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('film:' || n.film_id), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_2993f ON "catalog_film_subjects";
CREATE  TRIGGER pgtrigger_revisions_update_2993f
    AFTER UPDATE ON "catalog_film_subjects"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_2993f();
COMMENT ON TRIGGER pgtrigger_revisions_update_2993f ON "catalog_film_subjects" IS '7868602629a80628eb3724af75b41891790fc0a0';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_2d4aa()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('film:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_2d4aa ON "catalog_recognition";
CREATE  TRIGGER pgtrigger_revisions_update_2d4aa
    AFTER UPDATE ON "catalog_recognition"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_2d4aa();
COMMENT ON TRIGGER pgtrigger_revisions_update_2d4aa ON "catalog_recognition" IS 'd7397c05a17736affd86ad7432a4f1c5c4fbe05c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_50c80()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.id), ('film:' || o.part_of_id), ('catalogue'), ('film:' || n.id), ('film:' || n.part_of_id), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_50c80 ON "catalog_film";
CREATE  TRIGGER pgtrigger_revisions_update_50c80
    AFTER UPDATE ON "catalog_film"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_50c80();
COMMENT ON TRIGGER pgtrigger_revisions_update_50c80 ON "catalog_film" IS 'e8765db3883e2ce8bd91ba79a23a26bf26f8a6d6';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_64f73()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_64f73 ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_revisions_update_64f73
    AFTER UPDATE ON "catalog_distributionright"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_64f73();
COMMENT ON TRIGGER pgtrigger_revisions_update_64f73 ON "catalog_distributionright" IS 'fa3327db572a8477c9cbf7b01b1812eb4aa3b1bb';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_8c552()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('film:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_8c552 ON "catalog_pressnotice";
CREATE  TRIGGER pgtrigger_revisions_update_8c552
    AFTER UPDATE ON "catalog_pressnotice"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_8c552();
COMMENT ON TRIGGER pgtrigger_revisions_update_8c552 ON "catalog_pressnotice" IS '70fec3e1b980ce51c5b9b957d31394095c0354be';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_a1952()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('film:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_a1952 ON "catalog_readingabout";
CREATE  TRIGGER pgtrigger_revisions_update_a1952
    AFTER UPDATE ON "catalog_readingabout"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_a1952();
COMMENT ON TRIGGER pgtrigger_revisions_update_a1952 ON "catalog_readingabout" IS 'cef4dd559ab45015c4ad94e197486b7ffce8c954';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_a6ad7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('catalogue'), ('programme'), ('film:' || n.film_id), ('catalogue'), ('programme')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_a6ad7 ON "catalog_screeningcopy";
CREATE  TRIGGER pgtrigger_revisions_update_a6ad7
    AFTER UPDATE ON "catalog_screeningcopy"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_a6ad7();
COMMENT ON TRIGGER pgtrigger_revisions_update_a6ad7 ON "catalog_screeningcopy" IS '56fa99b1a035329be7b1955d5e1fdb5c4c7d2b03';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_ac568()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_ac568 ON "catalog_person";
CREATE  TRIGGER pgtrigger_revisions_update_ac568
    AFTER UPDATE ON "catalog_person"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_ac568();
COMMENT ON TRIGGER pgtrigger_revisions_update_ac568 ON "catalog_person" IS '32c5995b189283b2b865fbe4ee6037c5d54c7cf9';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_b7351()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('film:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_b7351 ON "catalog_statement";
CREATE  TRIGGER pgtrigger_revisions_update_b7351
    AFTER UPDATE ON "catalog_statement"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_b7351();
COMMENT ON TRIGGER pgtrigger_revisions_update_b7351 ON "catalog_statement" IS 'e217c27fe1df22c7fecec6ba4e3509320258eb05';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_bbd08()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_bbd08 ON "catalog_source";
CREATE  TRIGGER pgtrigger_revisions_update_bbd08
    AFTER UPDATE ON "catalog_source"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_bbd08();
COMMENT ON TRIGGER pgtrigger_revisions_update_bbd08 ON "catalog_source" IS '8b67f5b3f8a4cdd25a271dd4da624f84ba37eb76';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_e448b()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_e448b ON "catalog_reading";
CREATE  TRIGGER pgtrigger_revisions_update_e448b
    AFTER UPDATE ON "catalog_reading"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_e448b();
COMMENT ON TRIGGER pgtrigger_revisions_update_e448b ON "catalog_reading" IS 'bb7bcc37928f223dc3c0cdb32d8d9a89d307388b';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_edd15()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('film:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_edd15 ON "catalog_studyguide";
CREATE  TRIGGER pgtrigger_revisions_update_edd15
    AFTER UPDATE ON "catalog_studyguide"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_edd15();
COMMENT ON TRIGGER pgtrigger_revisions_update_edd15 ON "catalog_studyguide" IS '102a0b1787bcde45e3e3e94c16915f9be16305e4';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_f703c()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_f703c ON "catalog_subject";
CREATE  TRIGGER pgtrigger_revisions_update_f703c
    AFTER UPDATE ON "catalog_subject"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_f703c();
COMMENT ON TRIGGER pgtrigger_revisions_update_f703c ON "catalog_subject" IS '8a7f4d417bfdc0809cf9ddd290e0b25743a59903';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_fed06()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('film:' || o.film_id), ('film:' || n.film_id)) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_fed06 ON "catalog_relation";
CREATE  TRIGGER pgtrigger_revisions_update_fed06
    AFTER UPDATE ON "catalog_relation"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_fed06();
COMMENT ON TRIGGER pgtrigger_revisions_update_fed06 ON "catalog_relation" IS 'a2e03dbbd414c9c4c7f735af7c915203fae291fc';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_06a6f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "catalog_filmevent" ("colour", "countries", "featured", "id", "is_published", "kind", "languages", "part_number", "part_of_id", "part_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "runtime", "slug", "synopsis", "title", "title_language", "year") VALUES (NEW."colour", NEW."countries", NEW."featured", NEW."id", NEW."is_published", NEW."kind", NEW."languages", NEW."part_number", NEW."part_of_id", NEW."part_unit", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."runtime", NEW."slug", NEW."synopsis", NEW."title", NEW."title_language", NEW."year"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_06a6f ON "catalog_film";
CREATE  TRIGGER pgtrigger_update_update_06a6f
    AFTER UPDATE ON "catalog_film"
    FOR EACH ROW WHEN (OLD."colour" IS DISTINCT FROM (NEW."colour") OR OLD."countries" IS DISTINCT FROM (NEW."countries") OR OLD."featured" IS DISTINCT FROM (NEW."featured") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."part_number" IS DISTINCT FROM (NEW."part_number") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."part_unit" IS DISTINCT FROM (NEW."part_unit") OR OLD."runtime" IS DISTINCT FROM (NEW."runtime") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."synopsis" IS DISTINCT FROM (NEW."synopsis") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_language" IS DISTINCT FROM (NEW."title_language") OR OLD."year" IS DISTINCT FROM (NEW."year"))
    EXECUTE PROCEDURE pgtrigger_update_update_06a6f();
COMMENT ON TRIGGER pgtrigger_update_update_06a6f ON "catalog_film" IS '2c948ca4cd4b6b98da206341c704eac251cbe50a';

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
        INSERT INTO "catalog_distributionrightevent" ("countries", "ends_on", "film_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "territory") VALUES (NEW."countries", NEW."ends_on", NEW."film_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on", NEW."territory"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_5bb6b ON "catalog_distributionright";
CREATE  TRIGGER pgtrigger_update_update_5bb6b
    AFTER UPDATE ON "catalog_distributionright"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_5bb6b();
COMMENT ON TRIGGER pgtrigger_update_update_5bb6b ON "catalog_distributionright" IS 'dd79702158b9c2e05ebf1e251efef755ac9e9349';
