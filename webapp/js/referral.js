/** The visit over a promoter's link: the API has the browser keep it for as long as it counts, and forgets it then. */
const KEPT = /(?:^|;\s*)referral=([\w.-]{1,400})(?:;|$)/;

/** What a checkout names as its `referral`, or null. The API judges whether it counts, and for which store. */
export const referral = () => KEPT.exec(document.cookie)?.[1] ?? null;
