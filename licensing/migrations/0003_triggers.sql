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

CREATE OR REPLACE FUNCTION pgtrigger_answer_never_changes_0a325()
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
DROP TRIGGER IF EXISTS pgtrigger_answer_never_changes_0a325 ON "licensing_reportanswer";
CREATE  TRIGGER pgtrigger_answer_never_changes_0a325
    BEFORE UPDATE OR DELETE ON "licensing_reportanswer"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_answer_never_changes_0a325();
COMMENT ON TRIGGER pgtrigger_answer_never_changes_0a325 ON "licensing_reportanswer" IS 'e42fb5e534ae7fa4ea1e6d8c7df037b6225fc1c4';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_0823a()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_0823a ON "licensing_licensorpaymentevent";
CREATE  TRIGGER pgtrigger_append_only_0823a
    BEFORE UPDATE OR DELETE ON "licensing_licensorpaymentevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_0823a();
COMMENT ON TRIGGER pgtrigger_append_only_0823a ON "licensing_licensorpaymentevent" IS 'b4f6fc0374f05c612ef43a482ba49c235fc22dbd';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_1f54b()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_1f54b ON "licensing_licenceevent";
CREATE  TRIGGER pgtrigger_append_only_1f54b
    BEFORE UPDATE OR DELETE ON "licensing_licenceevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_1f54b();
COMMENT ON TRIGGER pgtrigger_append_only_1f54b ON "licensing_licenceevent" IS '8cd2331e1440f3bda972e5a601954af999850980';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_2ad25()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_2ad25 ON "licensing_taxruleevent";
CREATE  TRIGGER pgtrigger_append_only_2ad25
    BEFORE UPDATE OR DELETE ON "licensing_taxruleevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_2ad25();
COMMENT ON TRIGGER pgtrigger_append_only_2ad25 ON "licensing_taxruleevent" IS 'e35f28a104a0dbf536341fe71f232862b2bf1f2c';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_31fa5()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_31fa5 ON "licensing_reportfeeevent";
CREATE  TRIGGER pgtrigger_append_only_31fa5
    BEFORE UPDATE OR DELETE ON "licensing_reportfeeevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_31fa5();
COMMENT ON TRIGGER pgtrigger_append_only_31fa5 ON "licensing_reportfeeevent" IS 'f60563c76da2bac9d538d63b3634224a662ff135';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_35b63()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_35b63 ON "licensing_institutionevent";
CREATE  TRIGGER pgtrigger_append_only_35b63
    BEFORE UPDATE OR DELETE ON "licensing_institutionevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_35b63();
COMMENT ON TRIGGER pgtrigger_append_only_35b63 ON "licensing_institutionevent" IS '862d6b49d969c4108df30c7eb1d0180be01ca708';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_47065()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_47065 ON "licensing_orderlineevent";
CREATE  TRIGGER pgtrigger_append_only_47065
    BEFORE UPDATE OR DELETE ON "licensing_orderlineevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_47065();
COMMENT ON TRIGGER pgtrigger_append_only_47065 ON "licensing_orderlineevent" IS '82ab4c316a94fa5de40bc374d0b0bf922dea5c16';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_4ad71()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_4ad71 ON "licensing_acceptancepolicyevent";
CREATE  TRIGGER pgtrigger_append_only_4ad71
    BEFORE UPDATE OR DELETE ON "licensing_acceptancepolicyevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_4ad71();
COMMENT ON TRIGGER pgtrigger_append_only_4ad71 ON "licensing_acceptancepolicyevent" IS '7452f3687fb8c72292b4e275425ea6db4f4b5199';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_5feb3()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_5feb3 ON "licensing_deliveryfileevent";
CREATE  TRIGGER pgtrigger_append_only_5feb3
    BEFORE UPDATE OR DELETE ON "licensing_deliveryfileevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_5feb3();
COMMENT ON TRIGGER pgtrigger_append_only_5feb3 ON "licensing_deliveryfileevent" IS 'c7c3b3de26ed8b6f9e92e9d606e114fd7207f592';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_611a1()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_611a1 ON "licensing_licencetypeevent";
CREATE  TRIGGER pgtrigger_append_only_611a1
    BEFORE UPDATE OR DELETE ON "licensing_licencetypeevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_611a1();
COMMENT ON TRIGGER pgtrigger_append_only_611a1 ON "licensing_licencetypeevent" IS '8cce724d6de802431eee9ef2957b196863ae0c4e';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_74540()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_74540 ON "licensing_rightsreportevent";
CREATE  TRIGGER pgtrigger_append_only_74540
    BEFORE UPDATE OR DELETE ON "licensing_rightsreportevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_74540();
COMMENT ON TRIGGER pgtrigger_append_only_74540 ON "licensing_rightsreportevent" IS '8d6033e0f0cd0e8847aab57698aa28440633520d';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_848b9()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_848b9 ON "licensing_orderevent";
CREATE  TRIGGER pgtrigger_append_only_848b9
    BEFORE UPDATE OR DELETE ON "licensing_orderevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_848b9();
COMMENT ON TRIGGER pgtrigger_append_only_848b9 ON "licensing_orderevent" IS 'e6231525fbef870c070cf84650c46b952240c75a';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_8fdb8()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_8fdb8 ON "licensing_purchaseorderevent";
CREATE  TRIGGER pgtrigger_append_only_8fdb8
    BEFORE UPDATE OR DELETE ON "licensing_purchaseorderevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_8fdb8();
COMMENT ON TRIGGER pgtrigger_append_only_8fdb8 ON "licensing_purchaseorderevent" IS '4c4045be618ef50c1e4dd0d998aaa11397c4fedb';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_9f894()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_9f894 ON "licensing_licensorevent";
CREATE  TRIGGER pgtrigger_append_only_9f894
    BEFORE UPDATE OR DELETE ON "licensing_licensorevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_9f894();
COMMENT ON TRIGGER pgtrigger_append_only_9f894 ON "licensing_licensorevent" IS 'c70756b8207ba4ef87cef0f840e31fb42308fcb0';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_b57ab()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_b57ab ON "licensing_deliveryevent";
CREATE  TRIGGER pgtrigger_append_only_b57ab
    BEFORE UPDATE OR DELETE ON "licensing_deliveryevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_b57ab();
COMMENT ON TRIGGER pgtrigger_append_only_b57ab ON "licensing_deliveryevent" IS 'b79da7cd951ee16991e961052f249d53f484fc6a';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_b8064()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_b8064 ON "licensing_priceevent";
CREATE  TRIGGER pgtrigger_append_only_b8064
    BEFORE UPDATE OR DELETE ON "licensing_priceevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_b8064();
COMMENT ON TRIGGER pgtrigger_append_only_b8064 ON "licensing_priceevent" IS '9658ebbe4ba9f24ae1fac868c05693ca1cae4ffc';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_bc5bb()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_bc5bb ON "licensing_paymentevent";
CREATE  TRIGGER pgtrigger_append_only_bc5bb
    BEFORE UPDATE OR DELETE ON "licensing_paymentevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_bc5bb();
COMMENT ON TRIGGER pgtrigger_append_only_bc5bb ON "licensing_paymentevent" IS 'c989225840be8eab0d003492c526a2189c57ed62';

CREATE OR REPLACE FUNCTION pgtrigger_append_only_bff50()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_bff50 ON "licensing_refundevent";
CREATE  TRIGGER pgtrigger_append_only_bff50
    BEFORE UPDATE OR DELETE ON "licensing_refundevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_bff50();
COMMENT ON TRIGGER pgtrigger_append_only_bff50 ON "licensing_refundevent" IS 'c3173b43555d05c5de27d70eba2d0d9e97024f53';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_ce829()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_ce829 ON "licensing_royaltyagreementevent";
CREATE  TRIGGER pgtrigger_append_only_ce829
    BEFORE UPDATE OR DELETE ON "licensing_royaltyagreementevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_ce829();
COMMENT ON TRIGGER pgtrigger_append_only_ce829 ON "licensing_royaltyagreementevent" IS 'ba172bd8d3e2ef169507f08dbb2170b7a1b2d1c2';

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

CREATE OR REPLACE FUNCTION pgtrigger_append_only_f3cc4()
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
DROP TRIGGER IF EXISTS pgtrigger_append_only_f3cc4 ON "licensing_priceruleevent";
CREATE  TRIGGER pgtrigger_append_only_f3cc4
    BEFORE UPDATE OR DELETE ON "licensing_priceruleevent"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_append_only_f3cc4();
COMMENT ON TRIGGER pgtrigger_append_only_f3cc4 ON "licensing_priceruleevent" IS '8544c671ae45deb91427a1873758120bb4cc2f35';

CREATE OR REPLACE FUNCTION pgtrigger_credited_line_never_changes_90968()
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
DROP TRIGGER IF EXISTS pgtrigger_credited_line_never_changes_90968 ON "licensing_creditline";
CREATE  TRIGGER pgtrigger_credited_line_never_changes_90968
    BEFORE UPDATE OR DELETE ON "licensing_creditline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_credited_line_never_changes_90968();
COMMENT ON TRIGGER pgtrigger_credited_line_never_changes_90968 ON "licensing_creditline" IS 'baca9230812382d92f1d01ce067962e65be4fa56';

CREATE OR REPLACE FUNCTION pgtrigger_credited_within_invoice_b30fb()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
IF
    (SELECT sum(total) FROM licensing_creditnote WHERE invoice_id = NEW.invoice_id) >
    (SELECT total FROM licensing_invoice WHERE id = NEW.invoice_id)
    OR NEW.total_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id)
     THEN
    RAISE EXCEPTION 'credited_within_invoice: more than the invoice' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_credited_within_invoice_b30fb ON "licensing_creditnote";
CREATE  TRIGGER pgtrigger_credited_within_invoice_b30fb
    AFTER INSERT ON "licensing_creditnote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_credited_within_invoice_b30fb();
COMMENT ON TRIGGER pgtrigger_credited_within_invoice_b30fb ON "licensing_creditnote" IS '01c7248b7bc1bd382e26626c561cea2f8add488d';

CREATE OR REPLACE FUNCTION pgtrigger_credited_within_line_9832f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
IF
    (SELECT sum(amount) FROM licensing_creditline WHERE line_id = NEW.line_id) >
    (SELECT amount FROM licensing_orderline WHERE id = NEW.line_id)
    OR NEW.amount_currency <> (SELECT amount_currency FROM licensing_orderline WHERE id = NEW.line_id)
     THEN
    RAISE EXCEPTION 'credited_within_line: more than the line' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_credited_within_line_9832f ON "licensing_creditline";
CREATE  TRIGGER pgtrigger_credited_within_line_9832f
    AFTER INSERT ON "licensing_creditline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_credited_within_line_9832f();
COMMENT ON TRIGGER pgtrigger_credited_within_line_9832f ON "licensing_creditline" IS 'f4ce9b2b6fda79ec072ffd3ca3dbad2f8d225fc0';

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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_05663()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceruleevent" ("amount", "amount_currency", "days", "ends_on", "id", "kind", "name", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier", "titles") VALUES (OLD."amount", OLD."amount_currency", OLD."days", OLD."ends_on", OLD."id", OLD."kind", OLD."name", OLD."percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on", OLD."tier", OLD."titles"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_05663 ON "licensing_pricerule";
CREATE  TRIGGER pgtrigger_delete_delete_05663
    AFTER DELETE ON "licensing_pricerule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_05663();
COMMENT ON TRIGGER pgtrigger_delete_delete_05663 ON "licensing_pricerule" IS '5dd06b53f2dc67bcc7dc9df7f95ca67fae6072b6';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_08eb4()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorpaymentevent" ("amount", "amount_currency", "id", "licensor_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference") VALUES (OLD."amount", OLD."amount_currency", OLD."id", OLD."licensor_id", OLD."paid_on", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_by_id", OLD."reference"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_08eb4 ON "licensing_licensorpayment";
CREATE  TRIGGER pgtrigger_delete_delete_08eb4
    AFTER DELETE ON "licensing_licensorpayment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_08eb4();
COMMENT ON TRIGGER pgtrigger_delete_delete_08eb4 ON "licensing_licensorpayment" IS '368d7783be125c79b5cd3504968256aae0d19840';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_1418e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("after_report_at_once", "at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (OLD."after_report_at_once", OLD."at_once", OLD."currency", OLD."id", OLD."most_unpaid", OLD."net_days", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."tier", OLD."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_1418e ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_delete_delete_1418e
    AFTER DELETE ON "licensing_acceptancepolicy"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_1418e();
COMMENT ON TRIGGER pgtrigger_delete_delete_1418e ON "licensing_acceptancepolicy" IS 'a942a32c11d75edc3dadf8c1ec63de552ac49ade';

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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3769a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (OLD."amount", OLD."amount_currency", OLD."card_payment_id", OLD."event_key", OLD."failed", OLD."id", OLD."invoice_id", OLD."method", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_by_id", OLD."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3769a ON "licensing_refund";
CREATE  TRIGGER pgtrigger_delete_delete_3769a
    AFTER DELETE ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3769a();
COMMENT ON TRIGGER pgtrigger_delete_delete_3769a ON "licensing_refund" IS '41dad25b141acae735bd186f9d667a4ae5f7228c';

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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3a856()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_purchaseorderevent" ("amount", "amount_currency", "cost_centre", "document", "id", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."amount_currency", OLD."cost_centre", OLD."document", OLD."id", OLD."number", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3a856 ON "licensing_purchaseorder";
CREATE  TRIGGER pgtrigger_delete_delete_3a856
    AFTER DELETE ON "licensing_purchaseorder"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3a856();
COMMENT ON TRIGGER pgtrigger_delete_delete_3a856 ON "licensing_purchaseorder" IS '818ce5a2cad81ca26e8052d898fb71dd7a32028d';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_3fcce()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (OLD."basis", OLD."country", OLD."ends_on", OLD."id", OLD."name", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rate", OLD."rounding", OLD."starts_on", OLD."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_3fcce ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_delete_delete_3fcce
    AFTER DELETE ON "licensing_taxrule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_3fcce();
COMMENT ON TRIGGER pgtrigger_delete_delete_3fcce ON "licensing_taxrule" IS 'b659f21f7391e8a7825b593065d86af19f29224a';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_461da()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryfileevent" ("added_at", "copy_id", "id", "is_offered", "kind", "language", "missing_since", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (OLD."added_at", OLD."copy_id", OLD."id", OLD."is_offered", OLD."kind", OLD."language", OLD."missing_since", OLD."path", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."sha256", OLD."size"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_461da ON "licensing_deliveryfile";
CREATE  TRIGGER pgtrigger_delete_delete_461da
    AFTER DELETE ON "licensing_deliveryfile"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_461da();
COMMENT ON TRIGGER pgtrigger_delete_delete_461da ON "licensing_deliveryfile" IS '5070bb781951727a0f67038c46995aa1bd3dfec9';

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
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "given_back_by_id", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."amount_currency", OLD."created_at", OLD."given_back_by_id", OLD."id", OLD."licence_id", OLD."line_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_47b1b ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_delete_delete_47b1b
    AFTER DELETE ON "licensing_upgradecredit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_47b1b();
COMMENT ON TRIGGER pgtrigger_delete_delete_47b1b ON "licensing_upgradecredit" IS '4969a575c70018b45997713f00c4b6d744a62fd3';

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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_4b017()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryevent" ("carrier", "copy_id", "created_at", "downloads_allowed", "due_on", "given_at", "id", "licence_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "replaces_id", "return_by", "returned_on", "sent_on", "sent_to", "state", "stream_key", "tracking_number", "way") VALUES (OLD."carrier", OLD."copy_id", OLD."created_at", OLD."downloads_allowed", OLD."due_on", OLD."given_at", OLD."id", OLD."licence_id", OLD."link_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."received_on", OLD."replaces_id", OLD."return_by", OLD."returned_on", OLD."sent_on", OLD."sent_to", OLD."state", OLD."stream_key", OLD."tracking_number", OLD."way"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_4b017 ON "licensing_delivery";
CREATE  TRIGGER pgtrigger_delete_delete_4b017
    AFTER DELETE ON "licensing_delivery"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_4b017();
COMMENT ON TRIGGER pgtrigger_delete_delete_4b017 ON "licensing_delivery" IS '3aedfee88031acc176de1e0945bf2716eed1e9a3';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_5aa7c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_paymentevent" ("amount", "amount_currency", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_by_id") VALUES (OLD."amount", OLD."amount_currency", OLD."event_key", OLD."id", OLD."invoice_id", OLD."method", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."received_on", OLD."recorded_by_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_5aa7c ON "licensing_payment";
CREATE  TRIGGER pgtrigger_delete_delete_5aa7c
    AFTER DELETE ON "licensing_payment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_5aa7c();
COMMENT ON TRIGGER pgtrigger_delete_delete_5aa7c ON "licensing_payment" IS 'd2f8ce78a861608f1cadd7b3c8213d7be1b3c11e';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (OLD."bill_to", OLD."country", OLD."created_at", OLD."currency", OLD."email_domain", OLD."enrolment", OLD."id", OLD."legal_name", OLD."parent_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."refused_because", OLD."ship_to", OLD."state", OLD."tier", OLD."verification", OLD."verified_at", OLD."verified_by_id", OLD."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_89808 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_delete_delete_89808
    AFTER DELETE ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_89808();
COMMENT ON TRIGGER pgtrigger_delete_delete_89808 ON "licensing_institution" IS '2de04ae332fdd292c6d8e0738f653c78637790f5';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_91475()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (OLD."certificate", OLD."countries", OLD."document", OLD."ends_on", OLD."film_id", OLD."grants", OLD."id", OLD."institution_id", OLD."issued_at", OLD."licensee_name", OLD."line_id", OLD."named_sites", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."shortened_at", OLD."shortened_because", OLD."signed_until", OLD."sites", OLD."starts_on", OLD."status", OLD."status_because", OLD."status_since", OLD."superseded_by_id", OLD."suspended_for", OLD."territory", OLD."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_91475 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_delete_delete_91475
    AFTER DELETE ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_91475();
COMMENT ON TRIGGER pgtrigger_delete_delete_91475 ON "licensing_licence" IS '5be42f3d0ef5af1e75fe92f45895f374525ed3f8';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_96e7d()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "deposit", "ends_on", "enrolment_most", "fee_form", "film_id", "id", "is_sample", "licence_type_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (OLD."amount", OLD."amount_currency", OLD."deposit", OLD."ends_on", OLD."enrolment_most", OLD."fee_form", OLD."film_id", OLD."id", OLD."is_sample", OLD."licence_type_id", OLD."percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on", OLD."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_96e7d ON "licensing_price";
CREATE  TRIGGER pgtrigger_delete_delete_96e7d
    AFTER DELETE ON "licensing_price"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_96e7d();
COMMENT ON TRIGGER pgtrigger_delete_delete_96e7d ON "licensing_price" IS '8db62a4073cd5c3011e4760c77e6d320f3a11143';

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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_9a1d8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorevent" ("address", "country", "email", "id", "is_sample", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."address", OLD."country", OLD."email", OLD."id", OLD."is_sample", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_9a1d8 ON "licensing_licensor";
CREATE  TRIGGER pgtrigger_delete_delete_9a1d8
    AFTER DELETE ON "licensing_licensor"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_9a1d8();
COMMENT ON TRIGGER pgtrigger_delete_delete_9a1d8 ON "licensing_licensor" IS 'a0c1ad72d1cd2af2014b78810cc4a39f8812a16e';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "charges", "description", "ends_on", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (OLD."amount", OLD."amount_currency", OLD."because", OLD."charges", OLD."description", OLD."ends_on", OLD."fee", OLD."film_id", OLD."grants", OLD."id", OLD."licence_type_id", OLD."order_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."renews_id", OLD."sites", OLD."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_a2ce8 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_delete_delete_a2ce8
    AFTER DELETE ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_a2ce8();
COMMENT ON TRIGGER pgtrigger_delete_delete_a2ce8 ON "licensing_orderline" IS '2f537ad1016af81efc6caaf2b639d223d832bfad';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_d4ce1()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (OLD."id", OLD."institution_id", OLD."kind", OLD."method", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."purchase_order", OLD."purchase_order_number", OLD."request_key", OLD."starts_on", OLD."status", OLD."tax", OLD."taxed", OLD."tier", OLD."total", OLD."total_currency", OLD."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_d4ce1 ON "licensing_order";
CREATE  TRIGGER pgtrigger_delete_delete_d4ce1
    AFTER DELETE ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_d4ce1();
COMMENT ON TRIGGER pgtrigger_delete_delete_d4ce1 ON "licensing_order" IS '45fd928cb799649336478c7a574241f39456912e';

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

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_e7d56()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (OLD."created_at", OLD."due_on", OLD."first_day", OLD."id", OLD."institution_id", OLD."last_day", OLD."licence_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."site", OLD."source", OLD."status", OLD."title", OLD."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_e7d56 ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_delete_delete_e7d56
    AFTER DELETE ON "licensing_rightsreport"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_e7d56();
COMMENT ON TRIGGER pgtrigger_delete_delete_e7d56 ON "licensing_rightsreport" IS '19fd6ec30191a2035e85618cbacd54e0966bc322';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_f36f0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "delivers", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (OLD."admission", OLD."audience_cap", OLD."code", OLD."delivers", OLD."enrolment_most", OLD."format_lock", OLD."formats", OLD."id", OLD."indoor_only", OLD."is_offered", OLD."members_only", OLD."name", OLD."order", OLD."perpetual", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."public_advertising", OLD."report_due_days", OLD."screenings", OLD."site_scope", OLD."summary", OLD."term_days", OLD."term_months", OLD."translations", OLD."uses", OLD."viewer_cap", OLD."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f36f0 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_delete_delete_f36f0
    AFTER DELETE ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f36f0();
COMMENT ON TRIGGER pgtrigger_delete_delete_f36f0 ON "licensing_licencetype" IS '7f08d91be274f1b13a3e7223aafc1f039ca24c52';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_f57be()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_reportfeeevent" ("amount", "amount_currency", "answer_id", "because", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "status") VALUES (OLD."amount", OLD."amount_currency", OLD."answer_id", OLD."because", OLD."created_at", OLD."id", OLD."licence_id", OLD."line_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."settled_at", OLD."settled_by_id", OLD."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_f57be ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_delete_delete_f57be
    AFTER DELETE ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_f57be();
COMMENT ON TRIGGER pgtrigger_delete_delete_f57be ON "licensing_reportfee" IS '70a4a75d023e3078bd79855a0e218b89a7a5bd9b';

CREATE OR REPLACE FUNCTION pgtrigger_delete_delete_fe832()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_royaltyagreementevent" ("advance", "channel", "costs", "costs_cap", "currency", "ends_on", "film_id", "guarantee", "id", "is_sample", "licensor_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recoupment", "starts_on") VALUES (OLD."advance", OLD."channel", OLD."costs", OLD."costs_cap", OLD."currency", OLD."ends_on", OLD."film_id", OLD."guarantee", OLD."id", OLD."is_sample", OLD."licensor_id", OLD."percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recoupment", OLD."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_delete_delete_fe832 ON "licensing_royaltyagreement";
CREATE  TRIGGER pgtrigger_delete_delete_fe832
    AFTER DELETE ON "licensing_royaltyagreement"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_delete_delete_fe832();
COMMENT ON TRIGGER pgtrigger_delete_delete_fe832 ON "licensing_royaltyagreement" IS 'a44dc7925a3782918882611ec31164d02b75d31b';

CREATE OR REPLACE FUNCTION pgtrigger_given_back_once_3860b()
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
DROP TRIGGER IF EXISTS pgtrigger_given_back_once_3860b ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_given_back_once_3860b
    BEFORE UPDATE OR DELETE ON "licensing_upgradecredit"
    FOR EACH ROW WHEN (OLD."given_back_by_id" IS NOT NULL)
    EXECUTE PROCEDURE pgtrigger_given_back_once_3860b();
COMMENT ON TRIGGER pgtrigger_given_back_once_3860b ON "licensing_upgradecredit" IS 'a01d5c56bbaa093e194b04838bd3845e8d1bc7d3';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_1909c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorevent" ("address", "country", "email", "id", "is_sample", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."address", NEW."country", NEW."email", NEW."id", NEW."is_sample", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_1909c ON "licensing_licensor";
CREATE  TRIGGER pgtrigger_insert_insert_1909c
    AFTER INSERT ON "licensing_licensor"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_1909c();
COMMENT ON TRIGGER pgtrigger_insert_insert_1909c ON "licensing_licensor" IS '13a06c37888726526fd9b2271e83351f5179ce42';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_1b881()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryevent" ("carrier", "copy_id", "created_at", "downloads_allowed", "due_on", "given_at", "id", "licence_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "replaces_id", "return_by", "returned_on", "sent_on", "sent_to", "state", "stream_key", "tracking_number", "way") VALUES (NEW."carrier", NEW."copy_id", NEW."created_at", NEW."downloads_allowed", NEW."due_on", NEW."given_at", NEW."id", NEW."licence_id", NEW."link_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."received_on", NEW."replaces_id", NEW."return_by", NEW."returned_on", NEW."sent_on", NEW."sent_to", NEW."state", NEW."stream_key", NEW."tracking_number", NEW."way"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_1b881 ON "licensing_delivery";
CREATE  TRIGGER pgtrigger_insert_insert_1b881
    AFTER INSERT ON "licensing_delivery"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_1b881();
COMMENT ON TRIGGER pgtrigger_insert_insert_1b881 ON "licensing_delivery" IS '00386dd9e68edd3616515c0295c011403236b936';

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

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_4207c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."failed", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_4207c ON "licensing_refund";
CREATE  TRIGGER pgtrigger_insert_insert_4207c
    AFTER INSERT ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_4207c();
COMMENT ON TRIGGER pgtrigger_insert_insert_4207c ON "licensing_refund" IS '3a5327544c753770f6555d7efa68baacba7c5585';

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

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_491f6()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_royaltyagreementevent" ("advance", "channel", "costs", "costs_cap", "currency", "ends_on", "film_id", "guarantee", "id", "is_sample", "licensor_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recoupment", "starts_on") VALUES (NEW."advance", NEW."channel", NEW."costs", NEW."costs_cap", NEW."currency", NEW."ends_on", NEW."film_id", NEW."guarantee", NEW."id", NEW."is_sample", NEW."licensor_id", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recoupment", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_491f6 ON "licensing_royaltyagreement";
CREATE  TRIGGER pgtrigger_insert_insert_491f6
    AFTER INSERT ON "licensing_royaltyagreement"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_491f6();
COMMENT ON TRIGGER pgtrigger_insert_insert_491f6 ON "licensing_royaltyagreement" IS 'ad69b105d327d993cb2371e676555197140ae415';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_615a5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_reportfeeevent" ("amount", "amount_currency", "answer_id", "because", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "status") VALUES (NEW."amount", NEW."amount_currency", NEW."answer_id", NEW."because", NEW."created_at", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_615a5 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_insert_insert_615a5
    AFTER INSERT ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_615a5();
COMMENT ON TRIGGER pgtrigger_insert_insert_615a5 ON "licensing_reportfee" IS 'c8cd556cbe0f027c2ea9bd0d980de228ea5cffd3';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_6175c()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (NEW."created_at", NEW."due_on", NEW."first_day", NEW."id", NEW."institution_id", NEW."last_day", NEW."licence_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."site", NEW."source", NEW."status", NEW."title", NEW."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6175c ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_insert_insert_6175c
    AFTER INSERT ON "licensing_rightsreport"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_6175c();
COMMENT ON TRIGGER pgtrigger_insert_insert_6175c ON "licensing_rightsreport" IS 'bc51da24728f5d0c2061560a61a8122622037c9a';

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
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "given_back_by_id", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."created_at", NEW."given_back_by_id", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_6716c ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_insert_insert_6716c
    AFTER INSERT ON "licensing_upgradecredit"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_6716c();
COMMENT ON TRIGGER pgtrigger_insert_insert_6716c ON "licensing_upgradecredit" IS '76bfcbfbc953b738a075218b49a2b2a3234c9583';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_75a5e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (NEW."basis", NEW."country", NEW."ends_on", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rate", NEW."rounding", NEW."starts_on", NEW."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_75a5e ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_insert_insert_75a5e
    AFTER INSERT ON "licensing_taxrule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_75a5e();
COMMENT ON TRIGGER pgtrigger_insert_insert_75a5e ON "licensing_taxrule" IS '83baa0f8e5ad6a053ea07de23de5f8ff4260e7df';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_88703()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."kind", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_88703 ON "licensing_order";
CREATE  TRIGGER pgtrigger_insert_insert_88703
    AFTER INSERT ON "licensing_order"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_88703();
COMMENT ON TRIGGER pgtrigger_insert_insert_88703 ON "licensing_order" IS 'e0e596a3a3b6d64acc3880ef0eff0a315328c1be';

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

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_a1143()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "deposit", "ends_on", "enrolment_most", "fee_form", "film_id", "id", "is_sample", "licence_type_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (NEW."amount", NEW."amount_currency", NEW."deposit", NEW."ends_on", NEW."enrolment_most", NEW."fee_form", NEW."film_id", NEW."id", NEW."is_sample", NEW."licence_type_id", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on", NEW."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_a1143 ON "licensing_price";
CREATE  TRIGGER pgtrigger_insert_insert_a1143
    AFTER INSERT ON "licensing_price"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_a1143();
COMMENT ON TRIGGER pgtrigger_insert_insert_a1143 ON "licensing_price" IS '0f340271063dd99088f3adc20f6465a833f7c201';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_a7a06()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_purchaseorderevent" ("amount", "amount_currency", "cost_centre", "document", "id", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."cost_centre", NEW."document", NEW."id", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_a7a06 ON "licensing_purchaseorder";
CREATE  TRIGGER pgtrigger_insert_insert_a7a06
    AFTER INSERT ON "licensing_purchaseorder"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_a7a06();
COMMENT ON TRIGGER pgtrigger_insert_insert_a7a06 ON "licensing_purchaseorder" IS 'd8f6cd603583152c8eb07143be24638069b375e2';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_a9a4e()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorpaymentevent" ("amount", "amount_currency", "id", "licensor_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference") VALUES (NEW."amount", NEW."amount_currency", NEW."id", NEW."licensor_id", NEW."paid_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."reference"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_a9a4e ON "licensing_licensorpayment";
CREATE  TRIGGER pgtrigger_insert_insert_a9a4e
    AFTER INSERT ON "licensing_licensorpayment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_a9a4e();
COMMENT ON TRIGGER pgtrigger_insert_insert_a9a4e ON "licensing_licensorpayment" IS '819201bbbfbb9188f918adcbb17ceb72224b1617';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."currency", NEW."email_domain", NEW."enrolment", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."refused_because", NEW."ship_to", NEW."state", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_ae4a4 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_insert_insert_ae4a4
    AFTER INSERT ON "licensing_institution"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_ae4a4();
COMMENT ON TRIGGER pgtrigger_insert_insert_ae4a4 ON "licensing_institution" IS '58350cfc30adc158c78ab06f239087f177fa09e2';

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

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b2ef9()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_paymentevent" ("amount", "amount_currency", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_by_id") VALUES (NEW."amount", NEW."amount_currency", NEW."event_key", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."received_on", NEW."recorded_by_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b2ef9 ON "licensing_payment";
CREATE  TRIGGER pgtrigger_insert_insert_b2ef9
    AFTER INSERT ON "licensing_payment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b2ef9();
COMMENT ON TRIGGER pgtrigger_insert_insert_b2ef9 ON "licensing_payment" IS '5681b22525afe62df74b7bfa689c6347a57fe4fa';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_b927a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceruleevent" ("amount", "amount_currency", "days", "ends_on", "id", "kind", "name", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier", "titles") VALUES (NEW."amount", NEW."amount_currency", NEW."days", NEW."ends_on", NEW."id", NEW."kind", NEW."name", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on", NEW."tier", NEW."titles"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_b927a ON "licensing_pricerule";
CREATE  TRIGGER pgtrigger_insert_insert_b927a
    AFTER INSERT ON "licensing_pricerule"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_b927a();
COMMENT ON TRIGGER pgtrigger_insert_insert_b927a ON "licensing_pricerule" IS '6d288e87de15e80a54d4e3e2d857b021589366f3';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "charges", "description", "ends_on", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."charges", NEW."description", NEW."ends_on", NEW."fee", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."renews_id", NEW."sites", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_bff1a ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_insert_insert_bff1a
    AFTER INSERT ON "licensing_orderline"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_bff1a();
COMMENT ON TRIGGER pgtrigger_insert_insert_bff1a ON "licensing_orderline" IS '016b52da9965ab8e2a0cd61116162a1e7e5ec9da';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_c3c2f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryfileevent" ("added_at", "copy_id", "id", "is_offered", "kind", "language", "missing_since", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."added_at", NEW."copy_id", NEW."id", NEW."is_offered", NEW."kind", NEW."language", NEW."missing_since", NEW."path", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_c3c2f ON "licensing_deliveryfile";
CREATE  TRIGGER pgtrigger_insert_insert_c3c2f
    AFTER INSERT ON "licensing_deliveryfile"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_c3c2f();
COMMENT ON TRIGGER pgtrigger_insert_insert_c3c2f ON "licensing_deliveryfile" IS '1dcf3fc99485fe8854af72effd2737a90b38310b';

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

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_e30a7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "delivers", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."delivers", NEW."enrolment_most", NEW."format_lock", NEW."formats", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", NEW."perpetual", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_days", NEW."term_months", NEW."translations", NEW."uses", NEW."viewer_cap", NEW."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_e30a7 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_insert_insert_e30a7
    AFTER INSERT ON "licensing_licencetype"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_e30a7();
COMMENT ON TRIGGER pgtrigger_insert_insert_e30a7 ON "licensing_licencetype" IS '855145c8b53de64551a898b236a3997ba3da04ee';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_f0b90()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("after_report_at_once", "at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (NEW."after_report_at_once", NEW."at_once", NEW."currency", NEW."id", NEW."most_unpaid", NEW."net_days", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."tier", NEW."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_f0b90 ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_insert_insert_f0b90
    AFTER INSERT ON "licensing_acceptancepolicy"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_f0b90();
COMMENT ON TRIGGER pgtrigger_insert_insert_f0b90 ON "licensing_acceptancepolicy" IS 'f0a4610460e06d8e7a0608c244c108dea57e200f';

CREATE OR REPLACE FUNCTION pgtrigger_insert_insert_fccb5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."named_sites", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_insert_insert_fccb5 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_insert_insert_fccb5
    AFTER INSERT ON "licensing_licence"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_insert_insert_fccb5();
COMMENT ON TRIGGER pgtrigger_insert_insert_fccb5 ON "licensing_licence" IS 'd3caa5d62d8cd37fa058eae807c58e40a5614b8a';

CREATE OR REPLACE FUNCTION pgtrigger_issued_credit_note_never_changes_be61c()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_credit_note_never_changes_be61c ON "licensing_creditnote";
CREATE  TRIGGER pgtrigger_issued_credit_note_never_changes_be61c
    BEFORE UPDATE OR DELETE ON "licensing_creditnote"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_credit_note_never_changes_be61c();
COMMENT ON TRIGGER pgtrigger_issued_credit_note_never_changes_be61c ON "licensing_creditnote" IS '72ce1961b63ff9e84cebe2e99c02669fb3c4debb';

CREATE OR REPLACE FUNCTION pgtrigger_issued_entry_never_changes_64934()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_entry_never_changes_64934 ON "licensing_royaltyentry";
CREATE  TRIGGER pgtrigger_issued_entry_never_changes_64934
    BEFORE UPDATE OR DELETE ON "licensing_royaltyentry"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_entry_never_changes_64934();
COMMENT ON TRIGGER pgtrigger_issued_entry_never_changes_64934 ON "licensing_royaltyentry" IS 'b31855f1942fec0325ead783c48fe7275330e4e4';

CREATE OR REPLACE FUNCTION pgtrigger_issued_invoice_never_changes_13fef()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_invoice_never_changes_13fef ON "licensing_invoice";
CREATE  TRIGGER pgtrigger_issued_invoice_never_changes_13fef
    BEFORE UPDATE OR DELETE ON "licensing_invoice"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_invoice_never_changes_13fef();
COMMENT ON TRIGGER pgtrigger_issued_invoice_never_changes_13fef ON "licensing_invoice" IS '14e580fa2247513d9c14254bc839003c2dcd08e5';

CREATE OR REPLACE FUNCTION pgtrigger_issued_part_never_changes_e8b3c()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_part_never_changes_e8b3c ON "licensing_royaltypart";
CREATE  TRIGGER pgtrigger_issued_part_never_changes_e8b3c
    BEFORE UPDATE OR DELETE ON "licensing_royaltypart"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_part_never_changes_e8b3c();
COMMENT ON TRIGGER pgtrigger_issued_part_never_changes_e8b3c ON "licensing_royaltypart" IS '967a9337cf5a6b95f847502548135801d527cbc3';

CREATE OR REPLACE FUNCTION pgtrigger_issued_receipt_never_changes_1394c()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_receipt_never_changes_1394c ON "licensing_receipt";
CREATE  TRIGGER pgtrigger_issued_receipt_never_changes_1394c
    BEFORE UPDATE OR DELETE ON "licensing_receipt"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_receipt_never_changes_1394c();
COMMENT ON TRIGGER pgtrigger_issued_receipt_never_changes_1394c ON "licensing_receipt" IS '545e47c3cf2280462811d77c89aef44a1cee8ba4';

CREATE OR REPLACE FUNCTION pgtrigger_issued_statement_never_changes_901fd()
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
DROP TRIGGER IF EXISTS pgtrigger_issued_statement_never_changes_901fd ON "licensing_royaltystatement";
CREATE  TRIGGER pgtrigger_issued_statement_never_changes_901fd
    BEFORE UPDATE OR DELETE ON "licensing_royaltystatement"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_issued_statement_never_changes_901fd();
COMMENT ON TRIGGER pgtrigger_issued_statement_never_changes_901fd ON "licensing_royaltystatement" IS '0edf1fb27617dfe6426347d65e17c02d83ac9fb1';

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

CREATE OR REPLACE FUNCTION pgtrigger_purchase_orders_add_up_e0fee()
RETURNS TRIGGER AS $$
    DECLARE wanted RECORD; given numeric;
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        SELECT total, total_currency INTO wanted FROM licensing_order WHERE id = NEW.order_id;
        SELECT sum(amount) INTO given FROM licensing_purchaseorder WHERE order_id = NEW.order_id;
        IF given <> wanted.total OR NEW.amount_currency <> wanted.total_currency THEN
            RAISE EXCEPTION 'purchase_orders_add_up: % is not the total %', given, wanted.total
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_purchase_orders_add_up_e0fee ON "licensing_purchaseorder";
CREATE CONSTRAINT TRIGGER pgtrigger_purchase_orders_add_up_e0fee
    AFTER INSERT OR UPDATE ON "licensing_purchaseorder"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_purchase_orders_add_up_e0fee();
COMMENT ON TRIGGER pgtrigger_purchase_orders_add_up_e0fee ON "licensing_purchaseorder" IS 'c6889138d5ae7eb77a4c0dbe30a420aaa585e683';

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

CREATE OR REPLACE FUNCTION pgtrigger_received_within_owed_0f692()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF (SELECT sum(amount) FROM licensing_payment WHERE invoice_id = NEW.invoice_id) -
           (SELECT coalesce(sum(amount - failed), 0) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) +
           (SELECT coalesce(sum(total), 0) FROM licensing_creditnote WHERE invoice_id = NEW.invoice_id) >
           (SELECT total FROM licensing_invoice WHERE id = NEW.invoice_id)
        OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id) THEN
            RAISE EXCEPTION 'received_within_owed: more than is owed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_received_within_owed_0f692 ON "licensing_payment";
CREATE  TRIGGER pgtrigger_received_within_owed_0f692
    AFTER INSERT ON "licensing_payment"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_received_within_owed_0f692();
COMMENT ON TRIGGER pgtrigger_received_within_owed_0f692 ON "licensing_payment" IS '7d8e4c60681f8084e096889084fb8c3d36966393';

CREATE OR REPLACE FUNCTION pgtrigger_refunded_within_received_8d85b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
IF
    (SELECT sum(amount - failed) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) >
    (SELECT coalesce(sum(amount), 0) FROM licensing_payment WHERE invoice_id = NEW.invoice_id)
    OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id)
     THEN
    RAISE EXCEPTION 'refunded_within_received: more than was received' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_refunded_within_received_8d85b ON "licensing_refund";
CREATE  TRIGGER pgtrigger_refunded_within_received_8d85b
    AFTER INSERT ON "licensing_refund"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_refunded_within_received_8d85b();
COMMENT ON TRIGGER pgtrigger_refunded_within_received_8d85b ON "licensing_refund" IS '1bdc80bef6b835c4de9757d638ea53495e17894f';

CREATE OR REPLACE FUNCTION pgtrigger_report_fee_is_never_lost_7e0a8()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_report_fee_is_never_lost_7e0a8 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_report_fee_is_never_lost_7e0a8
    BEFORE DELETE ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_report_fee_is_never_lost_7e0a8();
COMMENT ON TRIGGER pgtrigger_report_fee_is_never_lost_7e0a8 ON "licensing_reportfee" IS '7b6793c1249b2d71624bea4ad29290dbb9079fbb';

CREATE OR REPLACE FUNCTION pgtrigger_report_fee_of_its_licence_42a70()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        IF NEW.licence_id <> (
            SELECT report.licence_id FROM licensing_rightsreport report
            JOIN licensing_reportanswer answer ON answer.report_id = report.id WHERE answer.id = NEW.answer_id
        ) THEN
            RAISE EXCEPTION 'report_fee_of_its_licence: the answer is of another licence' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_report_fee_of_its_licence_42a70 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_report_fee_of_its_licence_42a70
    AFTER INSERT OR UPDATE ON "licensing_reportfee"
    FOR EACH ROW
    EXECUTE PROCEDURE pgtrigger_report_fee_of_its_licence_42a70();
COMMENT ON TRIGGER pgtrigger_report_fee_of_its_licence_42a70 ON "licensing_reportfee" IS '442e0f8b4a5fa316a11efd0267b33f0aeb18a3e8';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_3b24e()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_3b24e ON "licensing_institution";
CREATE  TRIGGER pgtrigger_revisions_delete_3b24e
    AFTER DELETE ON "licensing_institution"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_3b24e();
COMMENT ON TRIGGER pgtrigger_revisions_delete_3b24e ON "licensing_institution" IS 'bd650cca0cbe6c9ee59ce7c933d171bad39732ea';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_9a3e5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('prices:' || o.film_id), ('prices')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_9a3e5 ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_delete_9a3e5
    AFTER DELETE ON "licensing_price"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_9a3e5();
COMMENT ON TRIGGER pgtrigger_revisions_delete_9a3e5 ON "licensing_price" IS '99a093a171add99b798041dbc041b6e1d766aefe';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_delete_e7728()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o CROSS JOIN LATERAL (VALUES ('terms')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_delete_e7728 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_delete_e7728
    AFTER DELETE ON "licensing_licencetype"
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_delete_e7728();
COMMENT ON TRIGGER pgtrigger_revisions_delete_e7728 ON "licensing_licencetype" IS 'a4246fbe2a5d8a9b8f3a928f66001a976fc50037';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_6e594()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('terms')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_6e594 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_insert_6e594
    AFTER INSERT ON "licensing_licencetype"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_6e594();
COMMENT ON TRIGGER pgtrigger_revisions_insert_6e594 ON "licensing_licencetype" IS '848ef67a64687c394ee7793a23e0f6ef0b5d8747';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_insert_ed130()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM new_rows n CROSS JOIN LATERAL (VALUES ('prices:' || n.film_id), ('prices')) t (subject) WHERE t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_insert_ed130 ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_insert_ed130
    AFTER INSERT ON "licensing_price"
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_insert_ed130();
COMMENT ON TRIGGER pgtrigger_revisions_insert_ed130 ON "licensing_price" IS 'cc9d2f6edb411b2df870363b985083ff22c62f7b';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_609b1()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_609b1 ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_truncate_609b1
    AFTER TRUNCATE ON "licensing_price"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_609b1();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_609b1 ON "licensing_price" IS '1021d5ef3a6543d752b4dd2a2dd8d02d733dbd5d';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_92d5e()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_92d5e ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_truncate_92d5e
    AFTER TRUNCATE ON "licensing_licencetype"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_92d5e();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_92d5e ON "licensing_licencetype" IS '735ff5a675c06dee5d1d73b9d2a570210667eeed';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_truncate_c592f()
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
DROP TRIGGER IF EXISTS pgtrigger_revisions_truncate_c592f ON "licensing_institution";
CREATE  TRIGGER pgtrigger_revisions_truncate_c592f
    AFTER TRUNCATE ON "licensing_institution"
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_truncate_c592f();
COMMENT ON TRIGGER pgtrigger_revisions_truncate_c592f ON "licensing_institution" IS 'f27c1af822f7952b15d99dc2dc68d9e4f32ce81c';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_1cee5()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('programme'), ('programme')) t (subject) WHERE ROW(o.id, o.legal_name) IS DISTINCT FROM ROW(n.id, n.legal_name) AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_1cee5 ON "licensing_institution";
CREATE  TRIGGER pgtrigger_revisions_update_1cee5
    AFTER UPDATE ON "licensing_institution"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_1cee5();
COMMENT ON TRIGGER pgtrigger_revisions_update_1cee5 ON "licensing_institution" IS 'dda5cf902fa79c0a0388f972d74bc511a327b444';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_6b0bc()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('prices:' || o.film_id), ('prices'), ('prices:' || n.film_id), ('prices')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_6b0bc ON "licensing_price";
CREATE  TRIGGER pgtrigger_revisions_update_6b0bc
    AFTER UPDATE ON "licensing_price"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_6b0bc();
COMMENT ON TRIGGER pgtrigger_revisions_update_6b0bc ON "licensing_price" IS 'd63232e128fa2f250d97341ed5f6cd04641de2cb';

CREATE OR REPLACE FUNCTION pgtrigger_revisions_update_e6265()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO revisions_change (subject) SELECT DISTINCT t.subject FROM old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES ('terms'), ('terms')) t (subject) WHERE o IS DISTINCT FROM n AND t.subject IS NOT NULL; RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_revisions_update_e6265 ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_revisions_update_e6265
    AFTER UPDATE ON "licensing_licencetype"
    REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE PROCEDURE pgtrigger_revisions_update_e6265();
COMMENT ON TRIGGER pgtrigger_revisions_update_e6265 ON "licensing_licencetype" IS 'd9454d5331b258f6eaafa157e2b1f0ada259863e';

CREATE OR REPLACE FUNCTION pgtrigger_settled_report_fee_never_changes_8176d()
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
DROP TRIGGER IF EXISTS pgtrigger_settled_report_fee_never_changes_8176d ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_settled_report_fee_never_changes_8176d
    BEFORE UPDATE ON "licensing_reportfee"
    FOR EACH ROW WHEN (NOT (OLD."status" = 'waiting'))
    EXECUTE PROCEDURE pgtrigger_settled_report_fee_never_changes_8176d();
COMMENT ON TRIGGER pgtrigger_settled_report_fee_never_changes_8176d ON "licensing_reportfee" IS '87207e703e928211b07f995d055f462ae64331e0';

CREATE OR REPLACE FUNCTION pgtrigger_signed_words_never_change_659d0()
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
DROP TRIGGER IF EXISTS pgtrigger_signed_words_never_change_659d0 ON "licensing_licence";
CREATE  TRIGGER pgtrigger_signed_words_never_change_659d0
    BEFORE UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD."certificate" IS DISTINCT FROM (NEW."certificate") OR OLD."document" IS DISTINCT FROM (NEW."document"))
    EXECUTE PROCEDURE pgtrigger_signed_words_never_change_659d0();
COMMENT ON TRIGGER pgtrigger_signed_words_never_change_659d0 ON "licensing_licence" IS 'ee6ba3a3fdd447bbaba642d3745485aed23322e3';

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
        INSERT INTO "licensing_upgradecreditevent" ("amount", "amount_currency", "created_at", "given_back_by_id", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."created_at", NEW."given_back_by_id", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_0177f ON "licensing_upgradecredit";
CREATE  TRIGGER pgtrigger_update_update_0177f
    AFTER UPDATE ON "licensing_upgradecredit"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_0177f();
COMMENT ON TRIGGER pgtrigger_update_update_0177f ON "licensing_upgradecredit" IS '9aacb2e4176362d28063dbd8fab6a0c9b8180760';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_0960a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorpaymentevent" ("amount", "amount_currency", "id", "licensor_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference") VALUES (NEW."amount", NEW."amount_currency", NEW."id", NEW."licensor_id", NEW."paid_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."reference"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_0960a ON "licensing_licensorpayment";
CREATE  TRIGGER pgtrigger_update_update_0960a
    AFTER UPDATE ON "licensing_licensorpayment"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_0960a();
COMMENT ON TRIGGER pgtrigger_update_update_0960a ON "licensing_licensorpayment" IS '74176894351aa1a00ee0b49df3b48978b239ded9';

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
        INSERT INTO "licensing_orderlineevent" ("amount", "amount_currency", "because", "charges", "description", "ends_on", "fee", "film_id", "grants", "id", "licence_type_id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "sites", "starts_on") VALUES (NEW."amount", NEW."amount_currency", NEW."because", NEW."charges", NEW."description", NEW."ends_on", NEW."fee", NEW."film_id", NEW."grants", NEW."id", NEW."licence_type_id", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."renews_id", NEW."sites", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_26f31 ON "licensing_orderline";
CREATE  TRIGGER pgtrigger_update_update_26f31
    AFTER UPDATE ON "licensing_orderline"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_26f31();
COMMENT ON TRIGGER pgtrigger_update_update_26f31 ON "licensing_orderline" IS 'bddeaf069b8c1a31181b3735ae6093b3892e0e1a';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_3dc81()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_orderevent" ("id", "institution_id", "kind", "method", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "purchase_order", "purchase_order_number", "request_key", "starts_on", "status", "tax", "taxed", "tier", "total", "total_currency", "waits_because") VALUES (NEW."id", NEW."institution_id", NEW."kind", NEW."method", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."purchase_order", NEW."purchase_order_number", NEW."request_key", NEW."starts_on", NEW."status", NEW."tax", NEW."taxed", NEW."tier", NEW."total", NEW."total_currency", NEW."waits_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_3dc81 ON "licensing_order";
CREATE  TRIGGER pgtrigger_update_update_3dc81
    AFTER UPDATE ON "licensing_order"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_3dc81();
COMMENT ON TRIGGER pgtrigger_update_update_3dc81 ON "licensing_order" IS 'f8a7844988d14b7b17bd50615819bfd78909a1ff';

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
        INSERT INTO "licensing_institutionevent" ("bill_to", "country", "created_at", "currency", "email_domain", "enrolment", "id", "legal_name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "ship_to", "state", "tier", "verification", "verified_at", "verified_by_id", "verified_how") VALUES (NEW."bill_to", NEW."country", NEW."created_at", NEW."currency", NEW."email_domain", NEW."enrolment", NEW."id", NEW."legal_name", NEW."parent_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."refused_because", NEW."ship_to", NEW."state", NEW."tier", NEW."verification", NEW."verified_at", NEW."verified_by_id", NEW."verified_how"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4c97d ON "licensing_institution";
CREATE  TRIGGER pgtrigger_update_update_4c97d
    AFTER UPDATE ON "licensing_institution"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4c97d();
COMMENT ON TRIGGER pgtrigger_update_update_4c97d ON "licensing_institution" IS '743471e1054f54885e1a2b05ccff9705043d7740';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_4e724()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceevent" ("amount", "amount_currency", "deposit", "ends_on", "enrolment_most", "fee_form", "film_id", "id", "is_sample", "licence_type_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier") VALUES (NEW."amount", NEW."amount_currency", NEW."deposit", NEW."ends_on", NEW."enrolment_most", NEW."fee_form", NEW."film_id", NEW."id", NEW."is_sample", NEW."licence_type_id", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on", NEW."tier"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_4e724 ON "licensing_price";
CREATE  TRIGGER pgtrigger_update_update_4e724
    AFTER UPDATE ON "licensing_price"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_4e724();
COMMENT ON TRIGGER pgtrigger_update_update_4e724 ON "licensing_price" IS '040c38f98ec2ad19ff1bbc8794914313b63ea648';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_52e06()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryevent" ("carrier", "copy_id", "created_at", "downloads_allowed", "due_on", "given_at", "id", "licence_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "replaces_id", "return_by", "returned_on", "sent_on", "sent_to", "state", "stream_key", "tracking_number", "way") VALUES (NEW."carrier", NEW."copy_id", NEW."created_at", NEW."downloads_allowed", NEW."due_on", NEW."given_at", NEW."id", NEW."licence_id", NEW."link_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."received_on", NEW."replaces_id", NEW."return_by", NEW."returned_on", NEW."sent_on", NEW."sent_to", NEW."state", NEW."stream_key", NEW."tracking_number", NEW."way"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_52e06 ON "licensing_delivery";
CREATE  TRIGGER pgtrigger_update_update_52e06
    AFTER UPDATE ON "licensing_delivery"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_52e06();
COMMENT ON TRIGGER pgtrigger_update_update_52e06 ON "licensing_delivery" IS 'e8c9daaf40872e73664886ea7bc660d781de1c3d';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_5586a()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_acceptancepolicyevent" ("after_report_at_once", "at_once", "currency", "id", "most_unpaid", "net_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tier", "up_to") VALUES (NEW."after_report_at_once", NEW."at_once", NEW."currency", NEW."id", NEW."most_unpaid", NEW."net_days", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."tier", NEW."up_to"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_5586a ON "licensing_acceptancepolicy";
CREATE  TRIGGER pgtrigger_update_update_5586a
    AFTER UPDATE ON "licensing_acceptancepolicy"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_5586a();
COMMENT ON TRIGGER pgtrigger_update_update_5586a ON "licensing_acceptancepolicy" IS '8a72b2d50a3e3a466a1a6ca146a1b72d681e2723';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_56235()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_refundevent" ("amount", "amount_currency", "card_payment_id", "event_key", "failed", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "refunded_on") VALUES (NEW."amount", NEW."amount_currency", NEW."card_payment_id", NEW."event_key", NEW."failed", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."refunded_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_56235 ON "licensing_refund";
CREATE  TRIGGER pgtrigger_update_update_56235
    AFTER UPDATE ON "licensing_refund"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_56235();
COMMENT ON TRIGGER pgtrigger_update_update_56235 ON "licensing_refund" IS '5ba71cab7dd5caf65f221e44c3ed310ca1667927';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_59953()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_purchaseorderevent" ("amount", "amount_currency", "cost_centre", "document", "id", "number", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."amount_currency", NEW."cost_centre", NEW."document", NEW."id", NEW."number", NEW."order_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_59953 ON "licensing_purchaseorder";
CREATE  TRIGGER pgtrigger_update_update_59953
    AFTER UPDATE ON "licensing_purchaseorder"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_59953();
COMMENT ON TRIGGER pgtrigger_update_update_59953 ON "licensing_purchaseorder" IS '422db6e10f0573becb1448544b5b34ae8c09350a';

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

CREATE OR REPLACE FUNCTION pgtrigger_update_update_897a0()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_deliveryfileevent" ("added_at", "copy_id", "id", "is_offered", "kind", "language", "missing_since", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."added_at", NEW."copy_id", NEW."id", NEW."is_offered", NEW."kind", NEW."language", NEW."missing_since", NEW."path", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_897a0 ON "licensing_deliveryfile";
CREATE  TRIGGER pgtrigger_update_update_897a0
    AFTER UPDATE ON "licensing_deliveryfile"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_897a0();
COMMENT ON TRIGGER pgtrigger_update_update_897a0 ON "licensing_deliveryfile" IS '506399534d7666852094527a3374ae3a23d5ef84';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_90602()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_royaltyagreementevent" ("advance", "channel", "costs", "costs_cap", "currency", "ends_on", "film_id", "guarantee", "id", "is_sample", "licensor_id", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recoupment", "starts_on") VALUES (NEW."advance", NEW."channel", NEW."costs", NEW."costs_cap", NEW."currency", NEW."ends_on", NEW."film_id", NEW."guarantee", NEW."id", NEW."is_sample", NEW."licensor_id", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recoupment", NEW."starts_on"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_90602 ON "licensing_royaltyagreement";
CREATE  TRIGGER pgtrigger_update_update_90602
    AFTER UPDATE ON "licensing_royaltyagreement"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_90602();
COMMENT ON TRIGGER pgtrigger_update_update_90602 ON "licensing_royaltyagreement" IS 'ff08d8be6928521c9c25439a8a0ad2013b1ad095';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_9a36f()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licenceevent" ("certificate", "countries", "document", "ends_on", "film_id", "grants", "id", "institution_id", "issued_at", "licensee_name", "line_id", "named_sites", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortened_at", "shortened_because", "signed_until", "sites", "starts_on", "status", "status_because", "status_since", "superseded_by_id", "suspended_for", "territory", "type_name") VALUES (NEW."certificate", NEW."countries", NEW."document", NEW."ends_on", NEW."film_id", NEW."grants", NEW."id", NEW."institution_id", NEW."issued_at", NEW."licensee_name", NEW."line_id", NEW."named_sites", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."shortened_at", NEW."shortened_because", NEW."signed_until", NEW."sites", NEW."starts_on", NEW."status", NEW."status_because", NEW."status_since", NEW."superseded_by_id", NEW."suspended_for", NEW."territory", NEW."type_name"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_9a36f ON "licensing_licence";
CREATE  TRIGGER pgtrigger_update_update_9a36f
    AFTER UPDATE ON "licensing_licence"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_9a36f();
COMMENT ON TRIGGER pgtrigger_update_update_9a36f ON "licensing_licence" IS 'fb373873c3de6c81c331bd0f68e84f1db3da09b8';

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

CREATE OR REPLACE FUNCTION pgtrigger_update_update_a3fec()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_taxruleevent" ("basis", "country", "ends_on", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rounding", "starts_on", "state") VALUES (NEW."basis", NEW."country", NEW."ends_on", NEW."id", NEW."name", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rate", NEW."rounding", NEW."starts_on", NEW."state"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_a3fec ON "licensing_taxrule";
CREATE  TRIGGER pgtrigger_update_update_a3fec
    AFTER UPDATE ON "licensing_taxrule"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_a3fec();
COMMENT ON TRIGGER pgtrigger_update_update_a3fec ON "licensing_taxrule" IS '2aeeb7dbcc76ab6179d4f4b409e1bac175acecbf';

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

CREATE OR REPLACE FUNCTION pgtrigger_update_update_bae3b()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licencetypeevent" ("admission", "audience_cap", "code", "delivers", "enrolment_most", "format_lock", "formats", "id", "indoor_only", "is_offered", "members_only", "name", "order", "perpetual", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_advertising", "report_due_days", "screenings", "site_scope", "summary", "term_days", "term_months", "translations", "uses", "viewer_cap", "watchers") VALUES (NEW."admission", NEW."audience_cap", NEW."code", NEW."delivers", NEW."enrolment_most", NEW."format_lock", NEW."formats", NEW."id", NEW."indoor_only", NEW."is_offered", NEW."members_only", NEW."name", NEW."order", NEW."perpetual", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."public_advertising", NEW."report_due_days", NEW."screenings", NEW."site_scope", NEW."summary", NEW."term_days", NEW."term_months", NEW."translations", NEW."uses", NEW."viewer_cap", NEW."watchers"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bae3b ON "licensing_licencetype";
CREATE  TRIGGER pgtrigger_update_update_bae3b
    AFTER UPDATE ON "licensing_licencetype"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bae3b();
COMMENT ON TRIGGER pgtrigger_update_update_bae3b ON "licensing_licencetype" IS 'b740716f6a7f2f0b4d8815863cfce143d95b33cf';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_bb5ce()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_paymentevent" ("amount", "amount_currency", "event_key", "id", "invoice_id", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "recorded_by_id") VALUES (NEW."amount", NEW."amount_currency", NEW."event_key", NEW."id", NEW."invoice_id", NEW."method", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."received_on", NEW."recorded_by_id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bb5ce ON "licensing_payment";
CREATE  TRIGGER pgtrigger_update_update_bb5ce
    AFTER UPDATE ON "licensing_payment"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bb5ce();
COMMENT ON TRIGGER pgtrigger_update_update_bb5ce ON "licensing_payment" IS '04021473f6987e27c8e13a847c9454987c614b6f';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_bffd7()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_reportfeeevent" ("amount", "amount_currency", "answer_id", "because", "created_at", "id", "licence_id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "status") VALUES (NEW."amount", NEW."amount_currency", NEW."answer_id", NEW."because", NEW."created_at", NEW."id", NEW."licence_id", NEW."line_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."status"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_bffd7 ON "licensing_reportfee";
CREATE  TRIGGER pgtrigger_update_update_bffd7
    AFTER UPDATE ON "licensing_reportfee"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_bffd7();
COMMENT ON TRIGGER pgtrigger_update_update_bffd7 ON "licensing_reportfee" IS '18921ed96bfe2b1d4c362941206b46f427406281';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_c0bfc()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_priceruleevent" ("amount", "amount_currency", "days", "ends_on", "id", "kind", "name", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tier", "titles") VALUES (NEW."amount", NEW."amount_currency", NEW."days", NEW."ends_on", NEW."id", NEW."kind", NEW."name", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on", NEW."tier", NEW."titles"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_c0bfc ON "licensing_pricerule";
CREATE  TRIGGER pgtrigger_update_update_c0bfc
    AFTER UPDATE ON "licensing_pricerule"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_c0bfc();
COMMENT ON TRIGGER pgtrigger_update_update_c0bfc ON "licensing_pricerule" IS 'a2b456593fb9cf228f0d547b6a6d48b70aabf245';

CREATE OR REPLACE FUNCTION pgtrigger_update_update_c69f3()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_rightsreportevent" ("created_at", "due_on", "first_day", "id", "institution_id", "last_day", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site", "source", "status", "title", "waived_because") VALUES (NEW."created_at", NEW."due_on", NEW."first_day", NEW."id", NEW."institution_id", NEW."last_day", NEW."licence_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."site", NEW."source", NEW."status", NEW."title", NEW."waived_because"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_c69f3 ON "licensing_rightsreport";
CREATE  TRIGGER pgtrigger_update_update_c69f3
    AFTER UPDATE ON "licensing_rightsreport"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_c69f3();
COMMENT ON TRIGGER pgtrigger_update_update_c69f3 ON "licensing_rightsreport" IS '2e1ada81b2803833f68cb62aa3a73e62a8d1fb94';

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

CREATE OR REPLACE FUNCTION pgtrigger_update_update_d47b9()
RETURNS TRIGGER AS $$
    BEGIN
        IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
            IF (TG_OP = 'DELETE') THEN
                RETURN OLD;
            ELSE
                RETURN NEW;
            END IF;
        END IF;
        INSERT INTO "licensing_licensorevent" ("address", "country", "email", "id", "is_sample", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."address", NEW."country", NEW."email", NEW."id", NEW."is_sample", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
    END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS pgtrigger_update_update_d47b9 ON "licensing_licensor";
CREATE  TRIGGER pgtrigger_update_update_d47b9
    AFTER UPDATE ON "licensing_licensor"
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE PROCEDURE pgtrigger_update_update_d47b9();
COMMENT ON TRIGGER pgtrigger_update_update_d47b9 ON "licensing_licensor" IS '3eb38a6aca72eacc34174cb87e7d93c14f848065';

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
