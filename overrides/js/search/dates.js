// Dates as marks that can be compared: y2023, m2023-07, d2023-07-03, and f2030 for a fiscal year.
const ERAS = { 令和: 2018, 平成: 1988, 昭和: 1925, reiwa: 2018, heisei: 1988, showa: 1925, r: 2018, h: 1988, s: 1925 };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const JAPANESE = /(令和|平成|昭和|(?:reiwa|heisei|showa) |\b[rhs])? ?(元|\d{1,4})(?:(年度)|(?:年|[-./](?=\d))(?: ?(\d{1,2})(?:月|[-./](?=\d)|(?![\d]))(?: ?(\d{1,2})日?)?)?|(?![\d%]))/g;
const ENGLISH = new RegExp(`(?:\\b(\\d{1,2}) )?\\b${MONTH_NAMES} (?:(\\d{1,2}),? )?(\\d{4})\\b`, "g");
const FISCAL = /\b(?:fiscal years?|fy) ?(\d{4})(?: (?:to|and) (\d{4}))?/g;

function marks(year, month, day) {
  const two = (number) => String(number).padStart(2, "0");
  const found = [`y${year}`];
  if (month >= 1 && month <= 12) found.push(`m${year}-${two(month)}`);
  if (found.length > 1 && day >= 1 && day <= 31) found.push(`d${year}-${two(month)}-${two(day)}`);
  return found;
}

// The marks of every date in a text, the exact one of each last, and what is left of the text.
function dates(text) {
  const found = [];
  if (!/[\d元]/.test(normal(text))) return { found, rest: normal(text) };
  const rest = normal(text)
    .replace(FISCAL, (_, first, last) => {
      for (const year of [first, last]) if (year) found.push([`y${year}`, `f${year}`]);
      return " ";
    })
    .replace(ENGLISH, (_, before, name, after, year) => {
      found.push(marks(year, MONTHS.indexOf(name.slice(0, 3)) + 1, before ?? after));
      return " ";
    })
    .replace(JAPANESE, (all, era, number, fiscal, month, day) => {
      const base = era ? ERAS[era.trim()] : 0;
      const year = (number === "元" ? 1 : Number(number)) + base;
      if ((!era && number.length < 4) || year < 1900 || year > 2200) return all;
      found.push(fiscal ? [`y${year}`, `f${year}`] : marks(year, month, day));
      return " ";
    });
  return { found, rest };
}
