-- The public pages that show who sits where are kept in memory; whatever changes what they show drops them in every process.
CREATE FUNCTION structure_is_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('folkmoot_published', CASE WHEN TG_OP = 'DELETE' THEN OLD."partnershipId" ELSE NEW."partnershipId" END);
  RETURN NULL;
END $$;

CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "PartnershipStanding" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "Organisation" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "BodyContact" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "Body" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "BodyMember" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "SeatScheme" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "SeatLine" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "Appointment" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
CREATE TRIGGER structure_is_published AFTER INSERT OR UPDATE OR DELETE ON "Chair" FOR EACH ROW EXECUTE FUNCTION structure_is_published();
