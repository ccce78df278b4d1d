/** Digits of a number written with spaces and hyphens. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/g, "");
}

/** True for 12 digits whose last is the check digit of an individual number (マイナンバー; 番号法施行令の検査用数字). */
export function isMyNumber(digits: string): boolean {
  if (!/^[0-9]{12}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 1; place <= 11; place += 1) sum += Number(digits[11 - place]) * (place <= 6 ? place + 1 : place - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

/** True for 13 digits whose first is the check digit of a corporate number (法人番号). */
export function isCorporateNumber(digits: string): boolean {
  if (!/^[0-9]{13}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 1; place <= 12; place += 1) sum += Number(digits[13 - place]) * (place % 2 === 1 ? 1 : 2);
  return Number(digits[0]) === 9 - (sum % 9);
}

/** True for digits with the check digit of payment cards (Luhn, ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}
