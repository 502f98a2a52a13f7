// What a call for opinions is now, by the time in Japan, as strategy.model.call_states has it: a
// page that was built before the deadline does not stay open.
{
  const HOUR = 3600000;
  const call = document.querySelector(".call-state");
  const { opens, closes, answered, left, today, stale } = call.dataset;
  const now = Date.now();
  const ends = Date.parse(closes);
  const day = (moment) => Math.floor((moment + 9 * HOUR) / (24 * HOUR)); // days in Japan

  let state = "closed";
  if (now < Date.parse(opens)) state = "announced";
  else if (now < ends) state = "open";
  else if (answered && now >= Date.parse(answered)) state = "answered";

  const status = call.querySelector(".left");
  if (state === "open") {
    const days = day(ends - 1) - day(now);
    status.textContent = days ? left.replace("{}", days) : today;
  }
  if (state !== call.dataset.state) {
    call.querySelector("strong").textContent = call.getAttribute(`data-is-${state}`);
    if (state !== "closed") status.textContent += ` ${stale}`;
    call.dataset.state = state;
  }
  if (state === "closed" || state === "answered") {
    for (const element of document.querySelectorAll(".while-open")) element.hidden = true;
    document.querySelector(".over").hidden = false;
  }
}
