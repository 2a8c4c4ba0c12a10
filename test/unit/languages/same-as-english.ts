/** The texts of a language that are the same as in English, since its players say so. */
export const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  de: ['codeReceiptOf'],
  es: ['nounClan'],
  fil: [
    ...['codeDiscount', 'codeReceiptOf', 'discount', 'discountValue', 'soldOut', 'nounClan', 'nounGuild', 'nounTeam'],
    ...['nounSquad'],
  ],
  fr: [
    ...['codeReceiptOf', 'nounClan', 'nounFaction', 'nounAlliance', 'nounAssociation', 'nounCoalition', 'nounUnion'],
    ...['nounEmpire', 'nounCartel'],
  ],
  id: ['nounGuild'],
  it: ['nounClan', 'nounTeam'],
  pt: ['nounCartel'],
  ro: ['nounClan', 'nounCartel'],
};
