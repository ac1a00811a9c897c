"use strict";
// Durations on the calendar of the policy, as in Python (model/calendar.py, model/duration.py). Time is in
// whole milliseconds; a day is counted from 1 January 1970, a weekday from Monday, 0.

const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59);
const LAST_DAY = Math.floor(END_OF_CALENDAR / DAY);
const DAY_AND_NIGHT = [0, 24 * 60];
const ON_DAYS = ["days", "weeks", "months", "years", "working_days"];
const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7;

// What people read on the clock in a zone, as if that were UTC.
function wallClock(zone, time) {
  if (zone === "UTC") return time;
  const parts = {};
  for (const { type, value } of formatOf(zone).formatToParts(time)) parts[type] = Number(value);
  const rest = ((time % SECOND) + SECOND) % SECOND;
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) + rest;
}

const formats = new Map();
function formatOf(zone) {
  if (!formats.has(zone)) {
    const two = "2-digit";
    const wanted = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two };
    formats.set(zone, new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...wanted }));
  }
  return formats.get(zone);
}

// The moment at which people read this: of two the first, and past a gap as much later as the clock skips.
function momentOf(zone, wall) {
  if (wall >= END_OF_CALENDAR) return END_OF_CALENDAR;
  const before = wall - DAY;
  const early = wall - (wallClock(zone, before) - before);
  if (wallClock(zone, early) === wall) return early;
  const after = wall + DAY;
  const late = wall - (wallClock(zone, after) - after);
  return wallClock(zone, late) === wall ? late : early;
}

function dueAfter([amount, unit, at], start, calendar) {
  const onDays = ON_DAYS.includes(unit) && (calendar.zone !== "UTC" || at !== null);
  if (!amount && unit === "working_hours") return start;
  if (unit in FIXED && !onDays) return start + amount * FIXED[unit];
  const wall = wallClock(calendar.zone, start);
  let day = Math.floor(wall / DAY);
  let time = wall - day * DAY;
  if (unit === "working_hours") return workingTime(calendar, day, time, amount * HOUR);
  if (unit === "working_days") day = workingDay(calendar, day, amount);
  else if (unit === "days" || unit === "weeks") day += amount * (unit === "weeks" ? 7 : 1);
  else day = monthsAfter(day, amount * (unit === "years" ? 12 : 1));
  if (at !== null) time = at * MINUTE;
  return day > LAST_DAY ? END_OF_CALENDAR : momentOf(calendar.zone, day * DAY + time);
}

// The same day of a later month, or its last day where there is none.
function monthsAfter(day, amount) {
  const start = new Date(day * DAY);
  const month = start.getUTCMonth() + amount;
  const last = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const found = Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), last));
  return Number.isNaN(found) ? LAST_DAY + 1 : Math.floor(found / DAY);
}

function works(calendar, day) {
  return calendar.working.includes(weekdayOf(day)) && !calendar.closed.includes(day);
}

// From a day on which nobody works the count is that of the last working day before it.
function workingDay(calendar, day, amount) {
  if (!amount) return day;
  while (!works(calendar, day)) day -= 1;
  for (let left = amount; left; ) {
    day += 1;
    if (day > LAST_DAY) return day;
    if (works(calendar, day)) left -= 1;
  }
  return day;
}

// When so much of the opening hours has gone by.
function workingTime(calendar, day, time, left) {
  for (; day <= LAST_DAY; day += 1, time = 0) {
    if (!works(calendar, day)) continue;
    const hours = calendar.hours.length ? calendar.hours[weekdayOf(day)] : DAY_AND_NIGHT;
    if (hours === null) continue;
    const begin = Math.max(time, hours[0] * MINUTE);
    const closes = hours[1] * MINUTE;
    if (begin + left <= closes) return momentOf(calendar.zone, day * DAY + begin + left);
    left -= Math.max(0, closes - begin);
  }
  return END_OF_CALENDAR;
}
