/** Whether a cursor may stand inside of a call: some bracket before it is open. Cheap, and asked at each key. */
export function isInCall(code: string, cursor: number): boolean {
  let depth = 0;
  for (let i = cursor - 1; i >= 0 && cursor - i < 2_000; i--) {
    const c = code[i];
    if (c === ')' || c === ']' || c === '}') {
      depth++;
    } else if (c === '(' || c === '[' || c === '{') {
      if (depth === 0) {
        return c === '(';
      }
      depth--;
    }
  }
  return false;
}
