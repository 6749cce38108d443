/** In English: the currency that amounts are in. */
export function currency() {
  const currencyText = {
    label: 'Currency of the amounts',
    offer: (name: string): string =>
      `The files do not say which currency their amounts are in. Is it ${name}? That is a guess from where this device is.`,
    accept: (code: string): string => `Yes, ${code}`,
    other: 'Another currency',
    choose: 'Choose the currency',
  };
  return { currencyText };
}
