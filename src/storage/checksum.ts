/** FNV-1a, 32 bit. Detects damage, and keeps a player's id out of keys; it is no protection against an attacker. */
export function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(36);
}
