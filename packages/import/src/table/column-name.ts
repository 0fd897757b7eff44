/** A, B … Z, AA …: the name of a column by its number from 1. */
export function columnName(number: number): string {
  let [left, name] = [number, ''];
  while (left > 0) {
    const digit = (left - 1) % 26;
    name = String.fromCharCode(65 + digit) + name;
    left = (left - 1 - digit) / 26;
  }
  return name;
}

/** The number of a column; 0 for what names none. */
export function columnNumber(name: string): number {
  if (!/^[A-Z]{1,3}$/.test(name)) return 0;
  let number = 0;
  for (const letter of name) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
