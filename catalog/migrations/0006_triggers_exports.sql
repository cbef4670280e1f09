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
