// The HTTP status a page is drawn with, for the document around it.
import { createContext, useContext } from "react";

const PageStatus = createContext(200);

export const PageStatusProvider = PageStatus.Provider;

export function usePageStatus(): number {
  return useContext(PageStatus);
}
