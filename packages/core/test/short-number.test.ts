import { expect, test } from 'vitest';
import { shortNumber, withShortNumbers } from '../src/explain/short-number.js';

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

test('A text for people has no numbers that nobody reads, and ids are left as they are', () => {
  const long = '10294603000000000001/15374212385300000007';
  expect(withShortNumbers(`total (u00) ${long} → 1/3, was 0.1234567890123456789`)).toBe(
    'total (u00) ≈ 0.669602 → 1/3, was 0.123456789012…',
  );
  expect(withShortNumbers('by /desk/2026/12345678901 and r-2026/12345678901')).toBe(
    'by /desk/2026/12345678901 and r-2026/12345678901',
  );
});
