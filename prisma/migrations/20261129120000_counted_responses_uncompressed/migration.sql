-- A row of a long form stays in its place as it is, because unpacking it for every question that is read takes longer than
-- reading it.
ALTER TABLE "CountedResponse" SET (toast_tuple_target = 8160);
