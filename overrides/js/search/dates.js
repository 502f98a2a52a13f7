// Dates as marks that can be compared: y2023, m2023-7, d2023-7-3, n7 and e7-3 without a year, and f2030 for a
// fiscal year.
function marks(year, month, day) {
  const found = [`y${year}`];
  if (month > 0 && month < 13) {
    found.push(`m${year}-${Number(month)}`);
    if (day > 0 && day < 32) found.push(`e${Number(month)}-${Number(day)}`, `d${year}-${Number(month)}-${Number(day)}`);
  }
  return found;
}

// 十二 as 12.
function numeral(text) {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["〇", text];
  const value = (digits) => Number([...digits].map((digit) => tables.digits.indexOf(digit)).join(""));
  return (tens ? value(tens) : 1) * 10 + value(ones);
}

// The marks of every date in a text, the exact one of each last, and what is left of the text.
function dates(text) {
  const { months, eras, numerals, fiscal, english, japanese, month } = tables;
  const found = [];
  const add = (...made) => {
    found.push(made);
    return " ";
  };
  const rest = normal(text)
    .replace(numerals, numeral)
    .replace(fiscal, (_, first, last) => {
      if (last) add(`y${last}`, `f${last}`);
      return add(`y${first}`, `f${first}`);
    })
    .replace(english, (all, before, name, after, year) => {
      const month = months.indexOf(name.slice(0, 3)) / 4 + 1;
      return month < 1 ? all : add(...marks(year, month, before ?? after));
    })
    .replace(japanese, (all, era, number, whole, month, day) => {
      const year = (number === "元" ? 1 : Number(number)) + (era ? eras[era] ?? eras[era[0]] : 0);
      if ((!era && number.length < 4) || year < 1900 || year > 2200) return all;
      return whole ? add(`y${year}`, `f${year}`) : add(...marks(year, month, day));
    })
    .replace(month, (_, month, day) => add(`n${Number(month)}`, ...(day ? [`e${Number(month)}-${Number(day)}`] : [])));
  return { found, rest };
}
