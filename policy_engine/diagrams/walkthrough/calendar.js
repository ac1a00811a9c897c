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

// A duration is [amount, unit, minute of the day or null, and perhaps what is taken off]; `values` has the
// amount where that is a name.
function dueAfter([written, unit, at, less], start, calendar, values) {
  const amount = typeof written === "string" ? values[written] : written;
  if (less === undefined) return Math.max(start, endOf([amount, unit, at], start, calendar));
  const end = endOf([amount, unit, null], start, calendar);
  if (isPlain(unit, null, calendar) && isPlain(less[1], at, calendar)) return Math.max(start, end - lengthOf(less));
  return end >= END_OF_CALENDAR - 2 * DAY ? end : Math.max(start, beforeEnd(less, at, end, start, calendar));
}

// Whether so many units are the same length each time.
const isPlain = (unit, at, calendar) =>
  unit in FIXED && !(ON_DAYS.includes(unit) && (calendar.zone !== "UTC" || at !== null));
const lengthOf = ([amount, unit]) => amount * FIXED[unit];

function beforeEnd([amount, unit], at, end, start, calendar) {
  if (isPlain(unit, at, calendar)) return end - lengthOf([amount, unit]);
  const first = Math.floor(wallClock(calendar.zone, start) / DAY);
  const wall = wallClock(calendar.zone, end);
  let day = Math.floor(wall / DAY);
  let time = wall - day * DAY;
  if (unit === "working_hours") return workingTimeBefore(calendar, day, time, amount * HOUR, first);
  if (unit === "working_days") day = workingDayBefore(calendar, day, amount, first);
  else if (unit === "days" || unit === "weeks") day -= amount * (unit === "weeks" ? 7 : 1);
  else day = monthsAfter(day, -amount * (unit === "years" ? 12 : 1));
  if (at !== null) time = at * MINUTE;
  return day < first ? start : momentOf(calendar.zone, day * DAY + time);
}

function endOf([amount, unit, at], start, calendar) {
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

// From a day on which nobody works the count is that of the next working day.
function workingDayBefore(calendar, day, amount, first) {
  while (!works(calendar, day) && day <= LAST_DAY) day += 1;
  for (let left = amount; left && day >= first; left -= 1) {
    do day -= 1;
    while (!works(calendar, day) && day >= first);
  }
  return day;
}

// From when so much of the opening hours leads up to a moment.
function workingTimeBefore(calendar, last, time, left, first) {
  for (let day = last; day >= first; day -= 1) {
    if (!works(calendar, day)) continue;
    const hours = calendar.hours.length ? calendar.hours[weekdayOf(day)] : DAY_AND_NIGHT;
    if (hours === null) continue;
    const opens = hours[0] * MINUTE;
    const until = day < last ? hours[1] * MINUTE : Math.min(time, hours[1] * MINUTE);
    if (until - left >= opens) return momentOf(calendar.zone, day * DAY + until - left);
    left -= Math.max(0, until - opens);
  }
  return momentOf(calendar.zone, (first - 1) * DAY);
}
