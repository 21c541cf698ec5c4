-- What is counted of the texts of a question is read from the index alone.
CREATE INDEX "AnswerText_consultationId_questionId_id_responseId_revision_idx" ON "AnswerText"("consultationId", "questionId", "id", "responseId", "revision");
DROP INDEX "AnswerText_consultationId_questionId_id_idx";
