"""The shortening of scripts: fewer characters, the same behaviour."""

from __future__ import annotations

import pytest

from node import printed
from strategy.site.scripts import shortened

SCRIPT = r"""
"use strict";
// Nothing of this is published; const comment = 1;
const table = { first: 1, nested: { deeper: [2, 3] }, "a;}": ";}" };
const text = `x ${table.first + 1} of ${table.nested.deeper.join("; }")} y`;
const { first, nested: { deeper: [two, three = 9] }, ...others } = table;
let count = 0;
const add = (amount, { times = 2, unit } = {}) => {
  for (let place = 0; place < times; ) {
    count += amount;
    place += 1;
  }
  return { count, unit, first };
};
for (const [name, { length }] of Object.entries({ ab: "abc", do: [1, 2] })) count += name.length * length;
function outer(first) {
  try {
    return /a{2,}\/[/;}]/.test(first) ? first : count - -1 + +count;
  } catch (error) {
    return error;
  }
}
let one = 1, other = 2;
[one, other] = [other, one];
const sum = [1, 2, 3,].reduce((total, value) => total + value);
console.log(JSON.stringify([text, two, three, Object.keys(others), add(2, { unit: "m" }), outer("aaa/;"), outer("b"), one, other, sum, typeof comment]));
"""


def test_a_shortened_script_does_the_same() -> None:
    short = shortened(SCRIPT)
    assert printed(short) == printed(SCRIPT)
    assert len(short) < 0.75 * len(SCRIPT)


def test_comments_and_own_names_go() -> None:
    short = shortened(
        "const lengthyName = 1; // why\nconst another = lengthyName; document.x = another;"
    )
    assert short == "const a=1,b=a;document.x=b;"


def test_there_are_more_names_than_letters() -> None:
    names = "".join(f"const name{number} = {number};" for number in range(4000))
    short = shortened(f"{names} console.log(JSON.stringify([name0, name3999, document]));")
    assert printed(f"const document = 7; {short}") == [0, 3999, 7]


def test_what_is_no_script_is_refused() -> None:
    with pytest.raises(ValueError, match="not JavaScript"):
        shortened("const = ;")
