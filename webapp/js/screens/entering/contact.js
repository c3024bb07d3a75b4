/** What somebody wrote as her contact, as the API takes it: an address has an @, all else is a phone number. */
export const contactOf = (text) => (text.includes("@") ? { email: text.trim() } : { phone: text.trim() });
