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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_6a592()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_6a592 ON "licensing_exemptionevent";
CREATE  TRIGGER pgtrigger_append_only_6a592
    BEFORE UPDATE OR DELETE ON "licensing_exemptionevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_6a592();
COMMENT ON TRIGGER pgtrigger_append_only_6a592 ON "licensing_exemptionevent" IS '6aeb8716a14ab2e12dab5839bb43225e26b302bb';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_77bf8()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_77bf8 ON "licensing_mailboxevent";
CREATE  TRIGGER pgtrigger_append_only_77bf8
    BEFORE UPDATE OR DELETE ON "licensing_mailboxevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_77bf8();
COMMENT ON TRIGGER pgtrigger_append_only_77bf8 ON "licensing_mailboxevent" IS 'e930c24fce802ba05c8fdbb1715945cb808d373e';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_8ba2c()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_8ba2c ON "licensing_taxnumberevent";
CREATE  TRIGGER pgtrigger_append_only_8ba2c
    BEFORE UPDATE OR DELETE ON "licensing_taxnumberevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_8ba2c();
COMMENT ON TRIGGER pgtrigger_append_only_8ba2c ON "licensing_taxnumberevent" IS '1871bbe3eec1db19d3f77c0d696843a2678c6766';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_906ad()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_906ad ON "licensing_joinrequestevent";
CREATE  TRIGGER pgtrigger_append_only_906ad
    BEFORE UPDATE OR DELETE ON "licensing_joinrequestevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_906ad();
COMMENT ON TRIGGER pgtrigger_append_only_906ad ON "licensing_joinrequestevent" IS '511ea4bef7ee6af548e1c99e6d23bdfc042f96cf';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_c777c()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_c777c ON "licensing_invitationevent";
CREATE  TRIGGER pgtrigger_append_only_c777c
    BEFORE UPDATE OR DELETE ON "licensing_invitationevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_c777c();
COMMENT ON TRIGGER pgtrigger_append_only_c777c ON "licensing_invitationevent" IS '9bee8491d630fec1d10be36fd2091a0db04277ec';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_cd934()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_cd934 ON "licensing_siteevent";
CREATE  TRIGGER pgtrigger_append_only_cd934
    BEFORE UPDATE OR DELETE ON "licensing_siteevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_cd934();
COMMENT ON TRIGGER pgtrigger_append_only_cd934 ON "licensing_siteevent" IS '7a8913630906cb1de2492280b03851bd144a9cb0';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_eceb6()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_eceb6 ON "licensing_membershipevent";
CREATE  TRIGGER pgtrigger_append_only_eceb6
    BEFORE UPDATE OR DELETE ON "licensing_membershipevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_eceb6();
COMMENT ON TRIGGER pgtrigger_append_only_eceb6 ON "licensing_membershipevent" IS '0f3155b5c009e2c79dfa25ef7dd795c47d474665';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_1961c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_joinrequestevent" ("answered_at", "answered_by_id", "created_at", "id", "institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "user_id", "wrote") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."created_at", OLD."id", OLD."institution_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."status", OLD."user_id", OLD."wrote"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_1961c ON "licensing_joinrequest";
CREATE  TRIGGER pgtrigger_delete_delete_1961c
    AFTER DELETE ON "licensing_joinrequest"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_1961c();
COMMENT ON TRIGGER pgtrigger_delete_delete_1961c ON "licensing_joinrequest" IS '5bf17a9ee8c70ad70fa6c5f3136bd61a9719cb5d';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_381e2()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_membershipevent" ("id", "institution_id", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (OLD."id", OLD."institution_id", OLD."joined_at", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."user_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_381e2 ON "licensing_membership";
CREATE  TRIGGER pgtrigger_delete_delete_381e2
    AFTER DELETE ON "licensing_membership"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_381e2();
COMMENT ON TRIGGER pgtrigger_delete_delete_381e2 ON "licensing_membership" IS '8b52f257498a869dc75bea8ce80618ee87d1949c';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_49ec5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_siteevent" ("address", "id", "institution_id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."address", OLD."id", OLD."institution_id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_49ec5 ON "licensing_site";
CREATE  TRIGGER pgtrigger_delete_delete_49ec5
    AFTER DELETE ON "licensing_site"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_49ec5();
COMMENT ON TRIGGER pgtrigger_delete_delete_49ec5 ON "licensing_site" IS 'af9dbbf53af7b10d543355d8c60f615357e66031';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "email_domain", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (OLD."bill_to", OLD."country", OLD."created_at", OLD."email_domain", OLD."id", OLD."legal_name", OLD."parent_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."refused_because", OLD."ship_to", OLD."tier", OLD."verification", OLD."verified_at", OLD."verified_by_id", OLD."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_89808 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_delete_delete_89808
    AFTER DELETE ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_89808();
COMMENT ON TRIGGER pgtrigger_delete_delete_89808 ON "licensing_institution" IS 'a969f4be5219076ce58180924e7774374ea91081';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_a24ad()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_mailboxevent" ("email", "id", "institution_id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."email", OLD."id", OLD."institution_id", OLD."matter", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a24ad ON "licensing_mailbox";
CREATE  TRIGGER pgtrigger_delete_delete_a24ad
    AFTER DELETE ON "licensing_mailbox"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a24ad();
COMMENT ON TRIGGER pgtrigger_delete_delete_a24ad ON "licensing_mailbox" IS '91f4066110a1ec303a29a5c991d68c18f7238d9f';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_d5ca6()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_invitationevent" ("accepted_at", "created_at", "email", "expires_at", "id", "institution_id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "withdrawn_at") VALUES (OLD."accepted_at", OLD."created_at", OLD."email", OLD."expires_at", OLD."id", OLD."institution_id", OLD."invited_by_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."withdrawn_at"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d5ca6 ON "licensing_invitation";
CREATE  TRIGGER pgtrigger_delete_delete_d5ca6
    AFTER DELETE ON "licensing_invitation"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d5ca6();
COMMENT ON TRIGGER pgtrigger_delete_delete_d5ca6 ON "licensing_invitation" IS '64ab729e23f08fd78c26a30147999009640bfa9d';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_d9308()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxnumberevent" ("country", "id", "institution_id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."country", OLD."id", OLD."institution_id", OLD."kind", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d9308 ON "licensing_taxnumber";
CREATE  TRIGGER pgtrigger_delete_delete_d9308
    AFTER DELETE ON "licensing_taxnumber"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d9308();
COMMENT ON TRIGGER pgtrigger_delete_delete_d9308 ON "licensing_taxnumber" IS '1bb4c85416128037b9d4a0dd7a170b18810d693c';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_de662()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_exemptionevent" ("checked_at", "checked_by_id", "country", "created_at", "expires_on", "file", "id", "institution_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "state", "status") VALUES (OLD."checked_at", OLD."checked_by_id", OLD."country", OLD."created_at", OLD."expires_on", OLD."file", OLD."id", OLD."institution_id", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."refused_because", OLD."state", OLD."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_de662 ON "licensing_exemption";
CREATE  TRIGGER pgtrigger_delete_delete_de662
    AFTER DELETE ON "licensing_exemption"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_de662();
COMMENT ON TRIGGER pgtrigger_delete_delete_de662 ON "licensing_exemption" IS 'a2e74f37bb35e12567428ea90d58220ed6d62d17';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_22e94()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_siteevent" ("address", "id", "institution_id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."address", NEW."id", NEW."institution_id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_22e94 ON "licensing_site";
CREATE  TRIGGER pgtrigger_insert_insert_22e94
    AFTER INSERT ON "licensing_site"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_22e94();
COMMENT ON TRIGGER pgtrigger_insert_insert_22e94 ON "licensing_site" IS 'd9892695ad6c93ac1fc90c470a7349b8da982372';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_3dca4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_joinrequestevent" ("answered_at", "answered_by_id", "created_at", "id", "institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "user_id", "wrote") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."created_at", NEW."id", NEW."institution_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."status", NEW."user_id", NEW."wrote"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_3dca4 ON "licensing_joinrequest";
CREATE  TRIGGER pgtrigger_insert_insert_3dca4
    AFTER INSERT ON "licensing_joinrequest"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_3dca4();
COMMENT ON TRIGGER pgtrigger_insert_insert_3dca4 ON "licensing_joinrequest" IS '4583a977a4ec7214ef78c31ffbf6c8d82b647968';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_46351()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_invitationevent" ("accepted_at", "created_at", "email", "expires_at", "id", "institution_id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "withdrawn_at") VALUES (NEW."accepted_at", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."institution_id", NEW."invited_by_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."withdrawn_at"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_46351 ON "licensing_invitation";
CREATE  TRIGGER pgtrigger_insert_insert_46351
    AFTER INSERT ON "licensing_invitation"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_46351();
COMMENT ON TRIGGER pgtrigger_insert_insert_46351 ON "licensing_invitation" IS 'efc63179d7b8a3a621c2f4fdc7befc51b7140d33';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "email_domain", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."email_domain", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."refused_because", NEW."ship_to", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_ae4a4 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_insert_insert_ae4a4
    AFTER INSERT ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_ae4a4();
COMMENT ON TRIGGER pgtrigger_insert_insert_ae4a4 ON "licensing_institution" IS '47a6ed814998ba02f2fab9540f47fe4945675fb6';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_aec4b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_membershipevent" ("id", "institution_id", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."id", NEW."institution_id", NEW."joined_at", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_aec4b ON "licensing_membership";
CREATE  TRIGGER pgtrigger_insert_insert_aec4b
    AFTER INSERT ON "licensing_membership"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_aec4b();
COMMENT ON TRIGGER pgtrigger_insert_insert_aec4b ON "licensing_membership" IS '8f82f1543d7b2b1c4be341d5706498dfdaaba84b';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_bc022()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_mailboxevent" ("email", "id", "institution_id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."institution_id", NEW."matter", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bc022 ON "licensing_mailbox";
CREATE  TRIGGER pgtrigger_insert_insert_bc022
    AFTER INSERT ON "licensing_mailbox"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bc022();
COMMENT ON TRIGGER pgtrigger_insert_insert_bc022 ON "licensing_mailbox" IS '9dcc1fb2323fdb7b00773821980cc648f384c54d';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_d1c35()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_exemptionevent" ("checked_at", "checked_by_id", "country", "created_at", "expires_on", "file", "id", "institution_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "state", "status") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."country", NEW."created_at", NEW."expires_on", NEW."file", NEW."id", NEW."institution_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."refused_because", NEW."state", NEW."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_d1c35 ON "licensing_exemption";
CREATE  TRIGGER pgtrigger_insert_insert_d1c35
    AFTER INSERT ON "licensing_exemption"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_d1c35();
COMMENT ON TRIGGER pgtrigger_insert_insert_d1c35 ON "licensing_exemption" IS '6496828b525c03f1323d18dca00dcda415c65e4e';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_d3c5e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxnumberevent" ("country", "id", "institution_id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."country", NEW."id", NEW."institution_id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_d3c5e ON "licensing_taxnumber";
CREATE  TRIGGER pgtrigger_insert_insert_d3c5e
    AFTER INSERT ON "licensing_taxnumber"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_d3c5e();
COMMENT ON TRIGGER pgtrigger_insert_insert_d3c5e ON "licensing_taxnumber" IS 'b37b2a49632c2fac5e39fcd9cba33168eb588326';

CREATE OR REPLACE FUNCTION pgtrigger_keeps_an_administrator_delete_3f0cd()
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
    SELECT 1 FROM old_rows o
    WHERE EXISTS (SELECT 1 FROM licensing_membership m WHERE m.institution_id = o.institution_id)
    AND NOT EXISTS (
        SELECT 1 FROM licensing_membership m
        WHERE m.institution_id = o.institution_id AND m.role = 'owner'
    )
) THEN
    RAISE EXCEPTION 'An institution with members keeps an administrator.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'institution_keeps_an_administrator';
END IF;
RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_keeps_an_administrator_delete_3f0cd ON "licensing_membership";
CREATE  TRIGGER pgtrigger_keeps_an_administrator_delete_3f0cd
    AFTER DELETE ON "licensing_membership"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_keeps_an_administrator_delete_3f0cd();
COMMENT ON TRIGGER pgtrigger_keeps_an_administrator_delete_3f0cd ON "licensing_membership" IS '5c5da7a64647315c58b9079c6d4e1d80fc303425';

CREATE OR REPLACE FUNCTION pgtrigger_keeps_an_administrator_update_53574()
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
    SELECT 1 FROM old_rows o
    WHERE EXISTS (SELECT 1 FROM licensing_membership m WHERE m.institution_id = o.institution_id)
    AND NOT EXISTS (
        SELECT 1 FROM licensing_membership m
        WHERE m.institution_id = o.institution_id AND m.role = 'owner'
    )
) THEN
    RAISE EXCEPTION 'An institution with members keeps an administrator.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'institution_keeps_an_administrator';
END IF;
RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_keeps_an_administrator_update_53574 ON "licensing_membership";
CREATE  TRIGGER pgtrigger_keeps_an_administrator_update_53574
    AFTER UPDATE ON "licensing_membership"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_keeps_an_administrator_update_53574();
COMMENT ON TRIGGER pgtrigger_keeps_an_administrator_update_53574 ON "licensing_membership" IS 'ad39278804d156071399a5864d4c7dac57033636';

CREATE OR REPLACE FUNCTION pgtrigger_parent_depth_one_15b8e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF NEW.parent_id IS NOT NULL THEN
            PERFORM 1 FROM licensing_institution w WHERE w.id = NEW.parent_id FOR NO KEY UPDATE;
            IF EXISTS (SELECT 1 FROM licensing_institution w WHERE w.id = NEW.parent_id AND w.parent_id IS NOT NULL)
                OR EXISTS (SELECT 1 FROM licensing_institution s WHERE s.parent_id = NEW.id)
            THEN
                RAISE EXCEPTION 'A district or consortium cannot be under another one (institution %).', NEW.id
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'institution_parent_depth_one';
            END IF;
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_parent_depth_one_15b8e ON "licensing_institution";
CREATE  TRIGGER pgtrigger_parent_depth_one_15b8e
    BEFORE INSERT OR UPDATE OF "parent_id" ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_parent_depth_one_15b8e();
COMMENT ON TRIGGER pgtrigger_parent_depth_one_15b8e ON "licensing_institution" IS '14b756c5ef4a325a4b1cbe949396215f4c07edeb';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_13335()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_membershipevent" ("id", "institution_id", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."id", NEW."institution_id", NEW."joined_at", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_13335 ON "licensing_membership";
CREATE  TRIGGER pgtrigger_update_update_13335
    AFTER UPDATE ON "licensing_membership"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_13335();
COMMENT ON TRIGGER pgtrigger_update_update_13335 ON "licensing_membership" IS '4dcdcbe3979448b4623f89ca32d4171af5f77327';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "email_domain", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."email_domain", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."refused_because", NEW."ship_to", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4c97d ON "licensing_institution";
CREATE  TRIGGER pgtrigger_update_update_4c97d
    AFTER UPDATE ON "licensing_institution"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4c97d();
COMMENT ON TRIGGER pgtrigger_update_update_4c97d ON "licensing_institution" IS 'd2dc8e972a166f02358ce89c555c1d56c4fe141a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_7b117()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_mailboxevent" ("email", "id", "institution_id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."institution_id", NEW."matter", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_7b117 ON "licensing_mailbox";
CREATE  TRIGGER pgtrigger_update_update_7b117
    AFTER UPDATE ON "licensing_mailbox"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_7b117();
COMMENT ON TRIGGER pgtrigger_update_update_7b117 ON "licensing_mailbox" IS '38a300ed63af73660a068a6cca0e13ccc9f1d856';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_9c303()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_siteevent" ("address", "id", "institution_id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."address", NEW."id", NEW."institution_id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9c303 ON "licensing_site";
CREATE  TRIGGER pgtrigger_update_update_9c303
    AFTER UPDATE ON "licensing_site"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9c303();
COMMENT ON TRIGGER pgtrigger_update_update_9c303 ON "licensing_site" IS '4839d60d58f8f7ec9269bdacbe8d03d9389c6962';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_baa3d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_invitationevent" ("accepted_at", "created_at", "email", "expires_at", "id", "institution_id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "withdrawn_at") VALUES (NEW."accepted_at", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."institution_id", NEW."invited_by_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."withdrawn_at"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_baa3d ON "licensing_invitation";
CREATE  TRIGGER pgtrigger_update_update_baa3d
    AFTER UPDATE ON "licensing_invitation"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_baa3d();
COMMENT ON TRIGGER pgtrigger_update_update_baa3d ON "licensing_invitation" IS 'd71d8062b9bfb6d58562a2631bc5cd48dc283655';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_d22a6()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxnumberevent" ("country", "id", "institution_id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."country", NEW."id", NEW."institution_id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_d22a6 ON "licensing_taxnumber";
CREATE  TRIGGER pgtrigger_update_update_d22a6
    AFTER UPDATE ON "licensing_taxnumber"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_d22a6();
COMMENT ON TRIGGER pgtrigger_update_update_d22a6 ON "licensing_taxnumber" IS '5930a4bbbc77e826a0d3840fb31ae12c1b6c0ce9';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_d26c3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_exemptionevent" ("checked_at", "checked_by_id", "country", "created_at", "expires_on", "file", "id", "institution_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "state", "status") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."country", NEW."created_at", NEW."expires_on", NEW."file", NEW."id", NEW."institution_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."refused_because", NEW."state", NEW."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_d26c3 ON "licensing_exemption";
CREATE  TRIGGER pgtrigger_update_update_d26c3
    AFTER UPDATE ON "licensing_exemption"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_d26c3();
COMMENT ON TRIGGER pgtrigger_update_update_d26c3 ON "licensing_exemption" IS 'a3325a23bc6dac0d03ab30412aca343966c7420a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_d94fd()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_joinrequestevent" ("answered_at", "answered_by_id", "created_at", "id", "institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "user_id", "wrote") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."created_at", NEW."id", NEW."institution_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."status", NEW."user_id", NEW."wrote"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_d94fd ON "licensing_joinrequest";
CREATE  TRIGGER pgtrigger_update_update_d94fd
    AFTER UPDATE ON "licensing_joinrequest"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_d94fd();
COMMENT ON TRIGGER pgtrigger_update_update_d94fd ON "licensing_joinrequest" IS '0724d2270ffcab0e669d4a0d086df308f799de79';
