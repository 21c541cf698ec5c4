// What the document knows of the answer it is drawn for: different every time, so no loader gives it.
import { createContext, useContext } from "react";

export type Answer = {
  /** The HTTP status. */
  status: number;
  /** Names the request in the log; empty once a page is awake. */
  requestId: string;
  /** Allows a worker's page its scripts; empty once it is awake. */
  nonce: string;
};

const Answered = createContext<Answer>({ status: 200, requestId: "", nonce: "" });

export const AnswerProvider = Answered.Provider;

export function useAnswer(): Answer {
  return useContext(Answered);
}
