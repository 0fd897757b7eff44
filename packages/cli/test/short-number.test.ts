import { expect, test } from 'vitest';
import { shortNumber } from '../src/show/short-number.js';

test.each([
  ['94.5', '94.5'],
  ['-1/3', '-1/3'],
  ['gold', 'gold'],
  ['a name of twenty letters', 'a name of twenty letters'],
  ['367600698146083206349685/203912230383516918099', '≈ 1802.739823'],
  ['-54.937229280666631559', '≈ -54.937229'],
  ['12345678901234567', '12345678901234567'],
  ['0.0000000000000001', '≈ 0'],
  ['1000000000/999999999', '≈ 1'],
])('%s is shown as %s', (text, shown) => {
  expect(shortNumber(text)).toBe(shown);
});
