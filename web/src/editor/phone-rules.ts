// A step's own look follows the width of the window, and a phone's frame stands in a wide one. So the rules that a phone
// would have are said once more, for what is inside of the frame alone.

/** As wide as the phones that the screens are drawn for. */
const PHONE = 390;
const dressed = { sheets: 0, rules: undefined as CSSStyleSheet | undefined };

/** To be called when a step's look has come: it is loaded with the step. */
export function dressPhones(): void {
  const sheets = [...document.styleSheets];
  if (sheets.length === dressed.sheets) return;
  dressed.sheets = sheets.length;
  const rules = dressed.rules ?? new CSSStyleSheet();
  rules.replaceSync(`.edphone--phone { ${sheets.flatMap(narrowIn).join("\n")} }`);
  if (dressed.rules === undefined) document.adoptedStyleSheets.push(rules);
  dressed.rules = rules;
}

function narrowIn(sheet: CSSStyleSheet): string[] {
  return [...sheet.cssRules].flatMap((rule) =>
    rule instanceof CSSMediaRule && isNarrow(rule.conditionText) ? [...rule.cssRules].map((each) => each.cssText) : [],
  );
}

/** A rule for windows up to some width, which a phone is within; a build may write it in the newer way. */
export function isNarrow(condition: string): boolean {
  const most = /^\((?:max-width: |width <= )(\d+)px\)$/.exec(condition)?.[1];
  return most !== undefined && Number(most) >= PHONE;
}
