/** What an answer says that is refused because it is for those who sit on a body. */
export const membersOnly = "for those who sit on a body";
