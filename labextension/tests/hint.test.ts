/** Where a hint is asked for: only inside of a call. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInCall } from '../src/brackets';

const CASES: [string, boolean][] = [
  ['f(', true],
  ['f(a, ', true],
  ['f(a)', false],
  ['f(g(1), ', true],
  ['f([1, ', false],
  ['x = (1, ', true],
  ['', false],
  [')', false],
  ['f({"a": ', false]
];

for (const [code, expected] of CASES) {
  test(`${code || 'nothing'} ${expected ? 'may be' : 'is not'} in a call`, () => {
    assert.equal(isInCall(code, code.length), expected);
  });
}
