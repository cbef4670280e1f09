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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_5fdf2()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_5fdf2 ON "screenings_venueevent";
CREATE  TRIGGER pgtrigger_append_only_5fdf2
    BEFORE UPDATE OR DELETE ON "screenings_venueevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_5fdf2();
COMMENT ON TRIGGER pgtrigger_append_only_5fdf2 ON "screenings_venueevent" IS 'c4ecc4477173710d20bc02a626e97960b54365e7';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_f1737()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_f1737 ON "screenings_screeningevent";
CREATE  TRIGGER pgtrigger_append_only_f1737
    BEFORE UPDATE OR DELETE ON "screenings_screeningevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_f1737();
COMMENT ON TRIGGER pgtrigger_append_only_f1737 ON "screenings_screeningevent" IS '55fc508c4d19f5d09210a02249a1315804bbb666';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_fe85b()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_fe85b ON "screenings_showingevent";
CREATE  TRIGGER pgtrigger_append_only_fe85b
    BEFORE UPDATE OR DELETE ON "screenings_showingevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_fe85b();
COMMENT ON TRIGGER pgtrigger_append_only_fe85b ON "screenings_showingevent" IS 'ee31c76e6c579e4223f9c699974e728aa16f1c33';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_a75a2()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (OLD."access", OLD."address", OLD."city", OLD."country", OLD."curfew", OLD."doors_minutes", OLD."id", OLD."institution_id", OLD."is_sample", OLD."name", OLD."open_to_hire", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug", OLD."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a75a2 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_delete_delete_a75a2
    AFTER DELETE ON "screenings_venue"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a75a2();
COMMENT ON TRIGGER pgtrigger_delete_delete_a75a2 ON "screenings_venue" IS '5d1d1958a431b6869092f41aec3a83ad53bb8e3e';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_ca712()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingevent" ("capacity", "copy_id", "ends_at", "film_id", "from_minute", "id", "intro_minutes", "occupied_from", "occupied_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qa_minutes", "screen_id", "screening_id", "sequence", "starts_at", "status", "uid", "until_minute") VALUES (OLD."capacity", OLD."copy_id", OLD."ends_at", OLD."film_id", OLD."from_minute", OLD."id", OLD."intro_minutes", OLD."occupied_from", OLD."occupied_until", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."qa_minutes", OLD."screen_id", OLD."screening_id", OLD."sequence", OLD."starts_at", OLD."status", OLD."uid", OLD."until_minute"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_ca712 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_delete_delete_ca712
    AFTER DELETE ON "screenings_showing"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_ca712();
COMMENT ON TRIGGER pgtrigger_delete_delete_ca712 ON "screenings_showing" IS '5c286ea012b01fcf6e3b6f7de2c6334c5af71205';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_f5c71()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_screeningevent" ("admission", "audience", "created_at", "description", "film_id", "id", "institution_id", "licence_id", "members_only", "outdoors", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_index", "plan_request_id", "programmer_id", "public_advertising", "published_at", "slug", "status", "title", "venue_id") VALUES (OLD."admission", OLD."audience", OLD."created_at", OLD."description", OLD."film_id", OLD."id", OLD."institution_id", OLD."licence_id", OLD."members_only", OLD."outdoors", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."plan_index", OLD."plan_request_id", OLD."programmer_id", OLD."public_advertising", OLD."published_at", OLD."slug", OLD."status", OLD."title", OLD."venue_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f5c71 ON "screenings_screening";
CREATE  TRIGGER pgtrigger_delete_delete_f5c71
    AFTER DELETE ON "screenings_screening"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f5c71();
COMMENT ON TRIGGER pgtrigger_delete_delete_f5c71 ON "screenings_screening" IS 'a7b79a258e40ca2f4fb5f89d3f09f1dbc1faa06e';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_28c60()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingevent" ("capacity", "copy_id", "ends_at", "film_id", "from_minute", "id", "intro_minutes", "occupied_from", "occupied_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qa_minutes", "screen_id", "screening_id", "sequence", "starts_at", "status", "uid", "until_minute") VALUES (NEW."capacity", NEW."copy_id", NEW."ends_at", NEW."film_id", NEW."from_minute", NEW."id", NEW."intro_minutes", NEW."occupied_from", NEW."occupied_until", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."qa_minutes", NEW."screen_id", NEW."screening_id", NEW."sequence", NEW."starts_at", NEW."status", NEW."uid", NEW."until_minute"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_28c60 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_insert_insert_28c60
    AFTER INSERT ON "screenings_showing"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_28c60();
COMMENT ON TRIGGER pgtrigger_insert_insert_28c60 ON "screenings_showing" IS '9fa3301e93d4682f04985cc1dc779d15fb66db71';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b7ff7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (NEW."access", NEW."address", NEW."city", NEW."country", NEW."curfew", NEW."doors_minutes", NEW."id", NEW."institution_id", NEW."is_sample", NEW."name", NEW."open_to_hire", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug", NEW."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b7ff7 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_insert_insert_b7ff7
    AFTER INSERT ON "screenings_venue"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b7ff7();
COMMENT ON TRIGGER pgtrigger_insert_insert_b7ff7 ON "screenings_venue" IS 'd35d3fe5c5b474a99edc9bcd0942baaa3d2736a1';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b963b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_screeningevent" ("admission", "audience", "created_at", "description", "film_id", "id", "institution_id", "licence_id", "members_only", "outdoors", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_index", "plan_request_id", "programmer_id", "public_advertising", "published_at", "slug", "status", "title", "venue_id") VALUES (NEW."admission", NEW."audience", NEW."created_at", NEW."description", NEW."film_id", NEW."id", NEW."institution_id", NEW."licence_id", NEW."members_only", NEW."outdoors", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plan_index", NEW."plan_request_id", NEW."programmer_id", NEW."public_advertising", NEW."published_at", NEW."slug", NEW."status", NEW."title", NEW."venue_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b963b ON "screenings_screening";
CREATE  TRIGGER pgtrigger_insert_insert_b963b
    AFTER INSERT ON "screenings_screening"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b963b();
COMMENT ON TRIGGER pgtrigger_insert_insert_b963b ON "screenings_screening" IS '888f94d58828da58faab955f28c9645076e391d5';

CREATE OR REPLACE FUNCTION pgtrigger_places_delete_d58e1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('places:' || o.screening_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_places_delete_d58e1 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_places_delete_d58e1
    AFTER DELETE ON "screenings_showing"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_places_delete_d58e1();
COMMENT ON TRIGGER pgtrigger_places_delete_d58e1 ON "screenings_showing" IS 'ce826433663b5f5b3dba64113e575ca99bd0c16d';

CREATE OR REPLACE FUNCTION pgtrigger_places_insert_227d1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('places:' || n.screening_id)) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_places_insert_227d1 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_places_insert_227d1
    AFTER INSERT ON "screenings_showing"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_places_insert_227d1();
COMMENT ON TRIGGER pgtrigger_places_insert_227d1 ON "screenings_showing" IS '52a86457dbeeb87a95384cbea56f2343ab4f72cb';

CREATE OR REPLACE FUNCTION pgtrigger_places_truncate_54841()
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
DROP TRIGGER IF EXISTS pgtrigger_places_truncate_54841 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_places_truncate_54841
    AFTER TRUNCATE ON "screenings_showing"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_places_truncate_54841();
COMMENT ON TRIGGER pgtrigger_places_truncate_54841 ON "screenings_showing" IS '24232f1f6b83ade16e7d24527c974b1ac56a327a';

CREATE OR REPLACE FUNCTION pgtrigger_places_update_98e30()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('places:' || o.screening_id), ('places:' || n.screening_id)) t (subject) WHERE ROW(o.id, o.booked, o.capacity) IS DISTINCT FROM ROW(n.id, n.booked, n.capacity) AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_places_update_98e30 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_places_update_98e30
    AFTER UPDATE ON "screenings_showing"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_places_update_98e30();
COMMENT ON TRIGGER pgtrigger_places_update_98e30 ON "screenings_showing" IS '4392a448dbaca58608bf74b62833a7a8ebf80473';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_2049d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_2049d ON "screenings_showing";
CREATE  TRIGGER pgtrigger_revisions_delete_2049d
    AFTER DELETE ON "screenings_showing"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_2049d();
COMMENT ON TRIGGER pgtrigger_revisions_delete_2049d ON "screenings_showing" IS '60d2c2f8031a7a958726f375874eb188828dae1a';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_32311()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_32311 ON "screenings_openinghours";
CREATE  TRIGGER pgtrigger_revisions_delete_32311
    AFTER DELETE ON "screenings_openinghours"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_32311();
COMMENT ON TRIGGER pgtrigger_revisions_delete_32311 ON "screenings_openinghours" IS '169cb5c8a599e35fac90b8bcbe017e0ba3e81b1d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_8e14c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_8e14c ON "screenings_venue";
CREATE  TRIGGER pgtrigger_revisions_delete_8e14c
    AFTER DELETE ON "screenings_venue"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_8e14c();
COMMENT ON TRIGGER pgtrigger_revisions_delete_8e14c ON "screenings_venue" IS '39ea9aaba9708e7e98ec6bb5eff1bf3ea63dcd13';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_e5a45()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_e5a45 ON "screenings_screen";
CREATE  TRIGGER pgtrigger_revisions_delete_e5a45
    AFTER DELETE ON "screenings_screen"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_e5a45();
COMMENT ON TRIGGER pgtrigger_revisions_delete_e5a45 ON "screenings_screen" IS '1cc0e28a2322266a49c89a6126354637342d45c2';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_ec09a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_ec09a ON "screenings_screening";
CREATE  TRIGGER pgtrigger_revisions_delete_ec09a
    AFTER DELETE ON "screenings_screening"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_ec09a();
COMMENT ON TRIGGER pgtrigger_revisions_delete_ec09a ON "screenings_screening" IS '9c8e8bba1be90ae7355014e6219cb23d2edf9c69';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_4b03b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_4b03b ON "screenings_venue";
CREATE  TRIGGER pgtrigger_revisions_insert_4b03b
    AFTER INSERT ON "screenings_venue"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_4b03b();
COMMENT ON TRIGGER pgtrigger_revisions_insert_4b03b ON "screenings_venue" IS '70bd18685e8d92f8d9f08d6fe445061c26c52493';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_6667b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_6667b ON "screenings_screen";
CREATE  TRIGGER pgtrigger_revisions_insert_6667b
    AFTER INSERT ON "screenings_screen"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_6667b();
COMMENT ON TRIGGER pgtrigger_revisions_insert_6667b ON "screenings_screen" IS '0ae3dcd03c8e94abcb80c3b87e9240c1a4949ca7';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_7cca4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_7cca4 ON "screenings_openinghours";
CREATE  TRIGGER pgtrigger_revisions_insert_7cca4
    AFTER INSERT ON "screenings_openinghours"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_7cca4();
COMMENT ON TRIGGER pgtrigger_revisions_insert_7cca4 ON "screenings_openinghours" IS 'c44262a676c1e5504ae34fbf235795d374dacbf4';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_c7a36()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_c7a36 ON "screenings_screening";
CREATE  TRIGGER pgtrigger_revisions_insert_c7a36
    AFTER INSERT ON "screenings_screening"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_c7a36();
COMMENT ON TRIGGER pgtrigger_revisions_insert_c7a36 ON "screenings_screening" IS 'bb27a8a9df625c98a1a061f127ff6ae338c00efa';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_f8065()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('programme')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_f8065 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_revisions_insert_f8065
    AFTER INSERT ON "screenings_showing"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_f8065();
COMMENT ON TRIGGER pgtrigger_revisions_insert_f8065 ON "screenings_showing" IS 'da7dec1cbacb5ae7b81a05396bb30fb9426bdc2f';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_74edd()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_74edd ON "screenings_screen";
CREATE  TRIGGER pgtrigger_revisions_truncate_74edd
    AFTER TRUNCATE ON "screenings_screen"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_74edd();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_74edd ON "screenings_screen" IS 'd55cbc38496794cd3f5499217d4817a76b2321d7';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_8cab9()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_8cab9 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_revisions_truncate_8cab9
    AFTER TRUNCATE ON "screenings_showing"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_8cab9();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_8cab9 ON "screenings_showing" IS '5ba0f7c30f5ba3c1a41b167ab851988e3b40a1c0';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_bf70c()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_bf70c ON "screenings_venue";
CREATE  TRIGGER pgtrigger_revisions_truncate_bf70c
    AFTER TRUNCATE ON "screenings_venue"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_bf70c();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_bf70c ON "screenings_venue" IS '1ece66cda0813932641cf7c1be6be78ca2753de3';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_db55e()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_db55e ON "screenings_screening";
CREATE  TRIGGER pgtrigger_revisions_truncate_db55e
    AFTER TRUNCATE ON "screenings_screening"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_db55e();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_db55e ON "screenings_screening" IS '2b823ece287337153f3c4cb7642558422095b777';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_f1a1e()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_f1a1e ON "screenings_openinghours";
CREATE  TRIGGER pgtrigger_revisions_truncate_f1a1e
    AFTER TRUNCATE ON "screenings_openinghours"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_f1a1e();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_f1a1e ON "screenings_openinghours" IS '1511a2397a4ebe9f620da9df22fef4fedbfa9ecc';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_53e4b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_53e4b ON "screenings_screen";
CREATE  TRIGGER pgtrigger_revisions_update_53e4b
    AFTER UPDATE ON "screenings_screen"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_53e4b();
COMMENT ON TRIGGER pgtrigger_revisions_update_53e4b ON "screenings_screen" IS 'd6b24de62c0959dcd90f0ae5dffbd9e99907eb87';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_5d4f1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE to_jsonb(o) - ARRAY['booked'] IS DISTINCT FROM to_jsonb(n) - ARRAY['booked'] AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_5d4f1 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_revisions_update_5d4f1
    AFTER UPDATE ON "screenings_showing"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_5d4f1();
COMMENT ON TRIGGER pgtrigger_revisions_update_5d4f1 ON "screenings_showing" IS 'e1cb146559df455d4faba670aa7dc874940cc8e9';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_68bc5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_68bc5 ON "screenings_screening";
CREATE  TRIGGER pgtrigger_revisions_update_68bc5
    AFTER UPDATE ON "screenings_screening"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_68bc5();
COMMENT ON TRIGGER pgtrigger_revisions_update_68bc5 ON "screenings_screening" IS '58c960e9d1f5234156abf5adac72b1d82842522c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_77252()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_77252 ON "screenings_openinghours";
CREATE  TRIGGER pgtrigger_revisions_update_77252
    AFTER UPDATE ON "screenings_openinghours"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_77252();
COMMENT ON TRIGGER pgtrigger_revisions_update_77252 ON "screenings_openinghours" IS '59f31690071a1ca0727c775d6c6792ea8dc10e1c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_dfd02()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_dfd02 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_revisions_update_dfd02
    AFTER UPDATE ON "screenings_venue"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_dfd02();
COMMENT ON TRIGGER pgtrigger_revisions_update_dfd02 ON "screenings_venue" IS '4c240e25b8125e49125caf81988cd9a003dd148b';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_1fca2()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_screeningevent" ("admission", "audience", "created_at", "description", "film_id", "id", "institution_id", "licence_id", "members_only", "outdoors", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_index", "plan_request_id", "programmer_id", "public_advertising", "published_at", "slug", "status", "title", "venue_id") VALUES (NEW."admission", NEW."audience", NEW."created_at", NEW."description", NEW."film_id", NEW."id", NEW."institution_id", NEW."licence_id", NEW."members_only", NEW."outdoors", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plan_index", NEW."plan_request_id", NEW."programmer_id", NEW."public_advertising", NEW."published_at", NEW."slug", NEW."status", NEW."title", NEW."venue_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_1fca2 ON "screenings_screening";
CREATE  TRIGGER pgtrigger_update_update_1fca2
    AFTER UPDATE ON "screenings_screening"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_1fca2();
COMMENT ON TRIGGER pgtrigger_update_update_1fca2 ON "screenings_screening" IS 'aabfd106f7f413c20fd9b778af282085b41ba6fa';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_71265()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_venueevent" ("access", "address", "city", "country", "curfew", "doors_minutes", "id", "institution_id", "is_sample", "name", "open_to_hire", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "time_zone") VALUES (NEW."access", NEW."address", NEW."city", NEW."country", NEW."curfew", NEW."doors_minutes", NEW."id", NEW."institution_id", NEW."is_sample", NEW."name", NEW."open_to_hire", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug", NEW."time_zone"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_71265 ON "screenings_venue";
CREATE  TRIGGER pgtrigger_update_update_71265
    AFTER UPDATE ON "screenings_venue"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_71265();
COMMENT ON TRIGGER pgtrigger_update_update_71265 ON "screenings_venue" IS '642668e8b460f2f8181a9777db032e4dc1f0b8a5';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_74f68()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "screenings_showingevent" ("capacity", "copy_id", "ends_at", "film_id", "from_minute", "id", "intro_minutes", "occupied_from", "occupied_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qa_minutes", "screen_id", "screening_id", "sequence", "starts_at", "status", "uid", "until_minute") VALUES (NEW."capacity", NEW."copy_id", NEW."ends_at", NEW."film_id", NEW."from_minute", NEW."id", NEW."intro_minutes", NEW."occupied_from", NEW."occupied_until", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."qa_minutes", NEW."screen_id", NEW."screening_id", NEW."sequence", NEW."starts_at", NEW."status", NEW."uid", NEW."until_minute"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_74f68 ON "screenings_showing";
CREATE  TRIGGER pgtrigger_update_update_74f68
    AFTER UPDATE ON "screenings_showing"
    FOR EACH ROW WHEN (OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."copy_id" IS DISTINCT FROM (NEW."copy_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."film_id" IS DISTINCT FROM (NEW."film_id") OR OLD."from_minute" IS DISTINCT FROM (NEW."from_minute") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intro_minutes" IS DISTINCT FROM (NEW."intro_minutes") OR OLD."occupied_from" IS DISTINCT FROM (NEW."occupied_from") OR OLD."occupied_until" IS DISTINCT FROM (NEW."occupied_until") OR OLD."qa_minutes" IS DISTINCT FROM (NEW."qa_minutes") OR OLD."screen_id" IS DISTINCT FROM (NEW."screen_id") OR OLD."screening_id" IS DISTINCT FROM (NEW."screening_id") OR OLD."sequence" IS DISTINCT FROM (NEW."sequence") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."uid" IS DISTINCT FROM (NEW."uid") OR OLD."until_minute" IS DISTINCT FROM (NEW."until_minute"))
    EXECUTE PROCEDURE pgtrigger_update_update_74f68();
COMMENT ON TRIGGER pgtrigger_update_update_74f68 ON "screenings_showing" IS '60b69843aaef78dd476521d63f0afa35793d3c81';
