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

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_4d833()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_4d833 ON "catalog_still";
CREATE  TRIGGER pgtrigger_revisions_delete_4d833
    AFTER DELETE ON "catalog_still"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_4d833();
COMMENT ON TRIGGER pgtrigger_revisions_delete_4d833 ON "catalog_still" IS 'f1784cf1793c546f28030aefd2df3857116d5ea3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_55075()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_55075 ON "catalog_collection";
CREATE  TRIGGER pgtrigger_revisions_delete_55075
    AFTER DELETE ON "catalog_collection"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_55075();
COMMENT ON TRIGGER pgtrigger_revisions_delete_55075 ON "catalog_collection" IS 'b6af1ac7dd4bd6b05903ed3291aa0202a1e07860';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_adfa3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_adfa3 ON "catalog_collectionfilm";
CREATE  TRIGGER pgtrigger_revisions_delete_adfa3
    AFTER DELETE ON "catalog_collectionfilm"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_adfa3();
COMMENT ON TRIGGER pgtrigger_revisions_delete_adfa3 ON "catalog_collectionfilm" IS '2ae729c263bd2079c647b6d27fb20610b54c40a4';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_b0536()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_b0536 ON "catalog_door";
CREATE  TRIGGER pgtrigger_revisions_delete_b0536
    AFTER DELETE ON "catalog_door"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_b0536();
COMMENT ON TRIGGER pgtrigger_revisions_delete_b0536 ON "catalog_door" IS '87c0c916499b429144a13bb39f8a4601482b1a7e';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_d7d20()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_d7d20 ON "catalog_frontsection";
CREATE  TRIGGER pgtrigger_revisions_delete_d7d20
    AFTER DELETE ON "catalog_frontsection"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_d7d20();
COMMENT ON TRIGGER pgtrigger_revisions_delete_d7d20 ON "catalog_frontsection" IS '1826b73aba5b00e61fe4bf654d95c38c9297bb92';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_e82e9()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_e82e9 ON "catalog_seefrom";
CREATE  TRIGGER pgtrigger_revisions_delete_e82e9
    AFTER DELETE ON "catalog_seefrom"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_e82e9();
COMMENT ON TRIGGER pgtrigger_revisions_delete_e82e9 ON "catalog_seefrom" IS 'ba362031cb8687c2b3d812b82a6a88f1b15cf66d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_0457f()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_0457f ON "catalog_still";
CREATE  TRIGGER pgtrigger_revisions_insert_0457f
    AFTER INSERT ON "catalog_still"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_0457f();
COMMENT ON TRIGGER pgtrigger_revisions_insert_0457f ON "catalog_still" IS 'f8c545e9018e17b9a4720246cadd4a187f2e81b7';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_4b48f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_4b48f ON "catalog_door";
CREATE  TRIGGER pgtrigger_revisions_insert_4b48f
    AFTER INSERT ON "catalog_door"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_4b48f();
COMMENT ON TRIGGER pgtrigger_revisions_insert_4b48f ON "catalog_door" IS '941402e173a704a1f34f0eca052f467da97f77f7';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_59504()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_59504 ON "catalog_collection";
CREATE  TRIGGER pgtrigger_revisions_insert_59504
    AFTER INSERT ON "catalog_collection"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_59504();
COMMENT ON TRIGGER pgtrigger_revisions_insert_59504 ON "catalog_collection" IS 'c649dea86fa9580195c96764c476f9b563cf34dd';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_80d11()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_80d11 ON "catalog_frontsection";
CREATE  TRIGGER pgtrigger_revisions_insert_80d11
    AFTER INSERT ON "catalog_frontsection"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_80d11();
COMMENT ON TRIGGER pgtrigger_revisions_insert_80d11 ON "catalog_frontsection" IS '6c375c753567e2423dd2f34c565f8f15f8a9c7bf';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_e7788()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('catalogue')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_e7788 ON "catalog_collectionfilm";
CREATE  TRIGGER pgtrigger_revisions_insert_e7788
    AFTER INSERT ON "catalog_collectionfilm"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_e7788();
COMMENT ON TRIGGER pgtrigger_revisions_insert_e7788 ON "catalog_collectionfilm" IS 'ff421a7dde9514ef780bd47aebd76386c32720d3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_e9a76()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_e9a76 ON "catalog_seefrom";
CREATE  TRIGGER pgtrigger_revisions_insert_e9a76
    AFTER INSERT ON "catalog_seefrom"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_e9a76();
COMMENT ON TRIGGER pgtrigger_revisions_insert_e9a76 ON "catalog_seefrom" IS 'a4d662f9549b79e6d8dae6221b0f451a3c93dcc6';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_0e1f1()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_0e1f1 ON "catalog_still";
CREATE  TRIGGER pgtrigger_revisions_truncate_0e1f1
    AFTER TRUNCATE ON "catalog_still"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_0e1f1();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_0e1f1 ON "catalog_still" IS 'b1eaaf7b5f660c321063de8a9546a6f7ccd2890a';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_1fb4f()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_1fb4f ON "catalog_seefrom";
CREATE  TRIGGER pgtrigger_revisions_truncate_1fb4f
    AFTER TRUNCATE ON "catalog_seefrom"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_1fb4f();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_1fb4f ON "catalog_seefrom" IS 'a5997b8f18bc5fec156bba4ad404e2c4737a4b29';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_5266c()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_5266c ON "catalog_door";
CREATE  TRIGGER pgtrigger_revisions_truncate_5266c
    AFTER TRUNCATE ON "catalog_door"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_5266c();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_5266c ON "catalog_door" IS '46836065573cca289dfeb3ddef20c2daa9187759';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_67d12()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_67d12 ON "catalog_collectionfilm";
CREATE  TRIGGER pgtrigger_revisions_truncate_67d12
    AFTER TRUNCATE ON "catalog_collectionfilm"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_67d12();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_67d12 ON "catalog_collectionfilm" IS '1dc1284844c1cb84c52250fed64053089480a049';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_9f728()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_9f728 ON "catalog_frontsection";
CREATE  TRIGGER pgtrigger_revisions_truncate_9f728
    AFTER TRUNCATE ON "catalog_frontsection"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_9f728();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_9f728 ON "catalog_frontsection" IS 'ffe2f5676c98d976c3f6acb835e99bdffcec786e';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_bb871()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_bb871 ON "catalog_collection";
CREATE  TRIGGER pgtrigger_revisions_truncate_bb871
    AFTER TRUNCATE ON "catalog_collection"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_bb871();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_bb871 ON "catalog_collection" IS '1056ac6ead5894d331b12802fc74d47b4fdbf448';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_2ddd0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('catalogue'), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_2ddd0 ON "catalog_collection";
CREATE  TRIGGER pgtrigger_revisions_update_2ddd0
    AFTER UPDATE ON "catalog_collection"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_2ddd0();
COMMENT ON TRIGGER pgtrigger_revisions_update_2ddd0 ON "catalog_collection" IS 'e9ad57f8fcdfe81d36373cf76a640151947c6126';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_70299()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('catalogue'), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_70299 ON "catalog_door";
CREATE  TRIGGER pgtrigger_revisions_update_70299
    AFTER UPDATE ON "catalog_door"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_70299();
COMMENT ON TRIGGER pgtrigger_revisions_update_70299 ON "catalog_door" IS '86e596c26d6a38506dd781e3a797a13ed309a9dd';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_7fa3a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('catalogue'), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_7fa3a ON "catalog_collectionfilm";
CREATE  TRIGGER pgtrigger_revisions_update_7fa3a
    AFTER UPDATE ON "catalog_collectionfilm"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_7fa3a();
COMMENT ON TRIGGER pgtrigger_revisions_update_7fa3a ON "catalog_collectionfilm" IS 'b0be94e5bb52cc59408cf8c447e1b23e58db0360';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_9d925()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_9d925 ON "catalog_still";
CREATE  TRIGGER pgtrigger_revisions_update_9d925
    AFTER UPDATE ON "catalog_still"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_9d925();
COMMENT ON TRIGGER pgtrigger_revisions_update_9d925 ON "catalog_still" IS 'b2c0729ce9305b9f9fb3383cac900c2bd999e9b2';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_fbd49()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_fbd49 ON "catalog_seefrom";
CREATE  TRIGGER pgtrigger_revisions_update_fbd49
    AFTER UPDATE ON "catalog_seefrom"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_fbd49();
COMMENT ON TRIGGER pgtrigger_revisions_update_fbd49 ON "catalog_seefrom" IS '043b58ba9c74169624475d17f43e39446b003f41';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_fd98e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('catalogue'), ('catalogue')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_fd98e ON "catalog_frontsection";
CREATE  TRIGGER pgtrigger_revisions_update_fd98e
    AFTER UPDATE ON "catalog_frontsection"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_fd98e();
COMMENT ON TRIGGER pgtrigger_revisions_update_fd98e ON "catalog_frontsection" IS '65eb400172c3c6ac04f3af286c40ea7886cfc9fc';

CREATE OR REPLACE FUNCTION pgtrigger_subject_depth_one_0f565()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF NEW.broader_id IS NOT NULL AND (
            EXISTS (SELECT 1 FROM catalog_subject b WHERE b.id = NEW.broader_id AND b.broader_id IS NOT NULL)
            OR EXISTS (SELECT 1 FROM catalog_subject n WHERE n.broader_id = NEW.id)
        ) THEN
            RAISE EXCEPTION 'A narrower term has no narrower terms of its own (subject %).', NEW.slug
                USING ERRCODE = 'check_violation', CONSTRAINT = 'subject_depth_one';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_subject_depth_one_0f565 ON "catalog_subject";
CREATE  TRIGGER pgtrigger_subject_depth_one_0f565
    BEFORE INSERT OR UPDATE OF "broader_id" ON "catalog_subject"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_subject_depth_one_0f565();
COMMENT ON TRIGGER pgtrigger_subject_depth_one_0f565 ON "catalog_subject" IS 'c215c3722a27922c993c92f49b9989f77e16f881';
