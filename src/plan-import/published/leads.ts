/** Who leads, as printed: names, posts and teams, with addresses where they stand there. Pure. */

export interface PrintedLead {
  lead?: string;
  leadAs?: string;
}

const nobody =
  /^(?:tbc|tba|tbd|t\.b\.c\.?|n\/a|na|none|nil|vacant|unassigned|not (?:yet )?(?:known|assigned|allocated)|to be (?:confirmed|agreed|determined|appointed|identified|allocated)|[-–—?.]*)$/i;
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u;
const longest = 400;

/** A lead as printed: the address where there is one, the words where they say more. */
export function leadIn(text: string): PrintedLead {
  const words = text.replace(/\s+/g, " ").trim().slice(0, longest);
  if (nobody.test(words)) return {};
  const [first = ""] = words.split(/\s*[;/,]\s*|\s+(?:and|&)\s+/);
  const found = address.exec(first)?.[0].toLowerCase();
  if (!found) return { leadAs: words };
  return words.toLowerCase() === found ? { lead: found } : { lead: found, leadAs: words };
}
