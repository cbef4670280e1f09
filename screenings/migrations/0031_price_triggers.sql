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
        INSERT INTO "screenings_screeningevent" ("admission", "audience", "created_at", "description", "film_id", "id", "institution_id", "licence_id", "members_only", "outdoors", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_index", "plan_request_id", "price", "programmer_id", "public_advertising", "published_at", "slug", "status", "title", "venue_id") VALUES (OLD."admission", OLD."audience", OLD."created_at", OLD."description", OLD."film_id", OLD."id", OLD."institution_id", OLD."licence_id", OLD."members_only", OLD."outdoors", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."plan_index", OLD."plan_request_id", OLD."price", OLD."programmer_id", OLD."public_advertising", OLD."published_at", OLD."slug", OLD."status", OLD."title", OLD."venue_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f5c71 ON "screenings_screening";
CREATE  TRIGGER pgtrigger_delete_delete_f5c71
    AFTER DELETE ON "screenings_screening"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f5c71();
COMMENT ON TRIGGER pgtrigger_delete_delete_f5c71 ON "screenings_screening" IS '80ece863c8d56f3afe006d351ebb41f0f01d1942';

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
        INSERT INTO "screenings_screeningevent" ("admission", "audience", "created_at", "description", "film_id", "id", "institution_id", "licence_id", "members_only", "outdoors", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_index", "plan_request_id", "price", "programmer_id", "public_advertising", "published_at", "slug", "status", "title", "venue_id") VALUES (NEW."admission", NEW."audience", NEW."created_at", NEW."description", NEW."film_id", NEW."id", NEW."institution_id", NEW."licence_id", NEW."members_only", NEW."outdoors", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plan_index", NEW."plan_request_id", NEW."price", NEW."programmer_id", NEW."public_advertising", NEW."published_at", NEW."slug", NEW."status", NEW."title", NEW."venue_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b963b ON "screenings_screening";
CREATE  TRIGGER pgtrigger_insert_insert_b963b
    AFTER INSERT ON "screenings_screening"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b963b();
COMMENT ON TRIGGER pgtrigger_insert_insert_b963b ON "screenings_screening" IS 'ca426185eacb254379626dd884627bc1d21b808b';

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
        INSERT INTO "screenings_screeningevent" ("admission", "audience", "created_at", "description", "film_id", "id", "institution_id", "licence_id", "members_only", "outdoors", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_index", "plan_request_id", "price", "programmer_id", "public_advertising", "published_at", "slug", "status", "title", "venue_id") VALUES (NEW."admission", NEW."audience", NEW."created_at", NEW."description", NEW."film_id", NEW."id", NEW."institution_id", NEW."licence_id", NEW."members_only", NEW."outdoors", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plan_index", NEW."plan_request_id", NEW."price", NEW."programmer_id", NEW."public_advertising", NEW."published_at", NEW."slug", NEW."status", NEW."title", NEW."venue_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_1fca2 ON "screenings_screening";
CREATE  TRIGGER pgtrigger_update_update_1fca2
    AFTER UPDATE ON "screenings_screening"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_1fca2();
COMMENT ON TRIGGER pgtrigger_update_update_1fca2 ON "screenings_screening" IS '278351b97c4ac8c4393ffa88c50ed3e32512eb06';
