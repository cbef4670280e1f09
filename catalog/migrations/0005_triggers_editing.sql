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
        INSERT INTO "catalog_filmevent" ("colour", "countries", "eidr", "featured", "id", "imdb", "is_published", "isan", "kind", "languages", "part_number", "part_of_id", "part_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "runtime", "slug", "synopsis", "title", "title_language", "wikidata", "withdrawn_at", "withdrawn_reason", "year") VALUES (OLD."colour", OLD."countries", OLD."eidr", OLD."featured", OLD."id", OLD."imdb", OLD."is_published", OLD."isan", OLD."kind", OLD."languages", OLD."part_number", OLD."part_of_id", OLD."part_unit", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."publish_at", OLD."runtime", OLD."slug", OLD."synopsis", OLD."title", OLD."title_language", OLD."wikidata", OLD."withdrawn_at", OLD."withdrawn_reason", OLD."year"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_19015 ON "catalog_film";
CREATE  TRIGGER pgtrigger_delete_delete_19015
    AFTER DELETE ON "catalog_film"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_19015();
COMMENT ON TRIGGER pgtrigger_delete_delete_19015 ON "catalog_film" IS '2ac9c0ce3677110bb6d529d8621677ba79a12732';

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
        INSERT INTO "catalog_filmevent" ("colour", "countries", "eidr", "featured", "id", "imdb", "is_published", "isan", "kind", "languages", "part_number", "part_of_id", "part_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "runtime", "slug", "synopsis", "title", "title_language", "wikidata", "withdrawn_at", "withdrawn_reason", "year") VALUES (NEW."colour", NEW."countries", NEW."eidr", NEW."featured", NEW."id", NEW."imdb", NEW."is_published", NEW."isan", NEW."kind", NEW."languages", NEW."part_number", NEW."part_of_id", NEW."part_unit", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."publish_at", NEW."runtime", NEW."slug", NEW."synopsis", NEW."title", NEW."title_language", NEW."wikidata", NEW."withdrawn_at", NEW."withdrawn_reason", NEW."year"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_5b3f4 ON "catalog_film";
CREATE  TRIGGER pgtrigger_insert_insert_5b3f4
    AFTER INSERT ON "catalog_film"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_5b3f4();
COMMENT ON TRIGGER pgtrigger_insert_insert_5b3f4 ON "catalog_film" IS 'a3bc459155cfe3a543f5130ccc6d54c1016e5f01';

CREATE OR REPLACE FUNCTION pgtrigger_part_within_whole_c104e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF EXISTS (
            SELECT 1 FROM catalog_film part JOIN catalog_film whole ON whole.id = part.part_of_id
            WHERE part.id = NEW.id AND part.runtime > whole.runtime
        ) THEN
            RAISE EXCEPTION 'A part cannot be longer than its whole (film %).', NEW.slug
                USING ERRCODE = 'check_violation', CONSTRAINT = 'film_part_within_whole';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_part_within_whole_c104e ON "catalog_film";
CREATE CONSTRAINT TRIGGER pgtrigger_part_within_whole_c104e
    AFTER INSERT OR UPDATE OF "part_of_id", "runtime" ON "catalog_film"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW."part_of_id" IS NOT NULL)
    EXECUTE PROCEDURE pgtrigger_part_within_whole_c104e();
COMMENT ON TRIGGER pgtrigger_part_within_whole_c104e ON "catalog_film" IS 'c5f6460f4325078e3a1d32d9d9bc59807fb1c1ae';

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
        INSERT INTO "catalog_filmevent" ("colour", "countries", "eidr", "featured", "id", "imdb", "is_published", "isan", "kind", "languages", "part_number", "part_of_id", "part_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "runtime", "slug", "synopsis", "title", "title_language", "wikidata", "withdrawn_at", "withdrawn_reason", "year") VALUES (NEW."colour", NEW."countries", NEW."eidr", NEW."featured", NEW."id", NEW."imdb", NEW."is_published", NEW."isan", NEW."kind", NEW."languages", NEW."part_number", NEW."part_of_id", NEW."part_unit", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."publish_at", NEW."runtime", NEW."slug", NEW."synopsis", NEW."title", NEW."title_language", NEW."wikidata", NEW."withdrawn_at", NEW."withdrawn_reason", NEW."year"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_06a6f ON "catalog_film";
CREATE  TRIGGER pgtrigger_update_update_06a6f
    AFTER UPDATE ON "catalog_film"
    FOR EACH ROW WHEN (OLD."colour" IS DISTINCT FROM (NEW."colour") OR OLD."countries" IS DISTINCT FROM (NEW."countries") OR OLD."eidr" IS DISTINCT FROM (NEW."eidr") OR OLD."featured" IS DISTINCT FROM (NEW."featured") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."imdb" IS DISTINCT FROM (NEW."imdb") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."isan" IS DISTINCT FROM (NEW."isan") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."part_number" IS DISTINCT FROM (NEW."part_number") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."part_unit" IS DISTINCT FROM (NEW."part_unit") OR OLD."publish_at" IS DISTINCT FROM (NEW."publish_at") OR OLD."runtime" IS DISTINCT FROM (NEW."runtime") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."synopsis" IS DISTINCT FROM (NEW."synopsis") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_language" IS DISTINCT FROM (NEW."title_language") OR OLD."wikidata" IS DISTINCT FROM (NEW."wikidata") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason") OR OLD."year" IS DISTINCT FROM (NEW."year"))
    EXECUTE PROCEDURE pgtrigger_update_update_06a6f();
COMMENT ON TRIGGER pgtrigger_update_update_06a6f ON "catalog_film" IS '1da4eabf2bc42e987a54198a2e9253966627fd2d';

CREATE OR REPLACE FUNCTION pgtrigger_whole_holds_parts_3a596()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF EXISTS (
            SELECT 1 FROM catalog_film part JOIN catalog_film whole ON whole.id = part.part_of_id
            WHERE part.part_of_id = NEW.id AND part.runtime > whole.runtime
        ) THEN
            RAISE EXCEPTION 'A part cannot be longer than its whole (film %).', NEW.slug
                USING ERRCODE = 'check_violation', CONSTRAINT = 'film_part_within_whole';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_whole_holds_parts_3a596 ON "catalog_film";
CREATE CONSTRAINT TRIGGER pgtrigger_whole_holds_parts_3a596
    AFTER UPDATE OF "runtime" ON "catalog_film"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW."part_of_id" IS NULL)
    EXECUTE PROCEDURE pgtrigger_whole_holds_parts_3a596();
COMMENT ON TRIGGER pgtrigger_whole_holds_parts_3a596 ON "catalog_film" IS 'abd1e277f8be34a72e12a74b481eadcfee07c80b';
