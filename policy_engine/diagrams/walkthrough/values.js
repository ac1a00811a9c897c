"use strict";
// What the engine computes with: values, expressions and durations, each as in Python. Time is in whole
// milliseconds.

const SECOND = 1000,
  MINUTE = 60 * SECOND,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR;
const FIXED = { ms: 1, s: SECOND, min: MINUTE, h: HOUR, days: DAY, weeks: 7 * DAY };
const END_OF_CALENDAR = Date.UTC(9999, 11, 31, 23, 59, 59);

// ---- values: a number with a point is {float: 1.5}, as it comes from the page's data ----

const bare = (value) => (value !== null && typeof value === "object" ? value.float : value);
const isFloat = (value) => value !== null && typeof value === "object";
const same = (one, other) => bare(one) === bare(other);

// A number with a point as Python writes it: 1.0, 1e+16, 1e-05.
function floatText(number) {
  if (number === 0) return Object.is(number, -0) ? "-0.0" : "0.0";
  const [digits, exponent] = number.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    const size = String(Math.abs(power)).padStart(2, "0");
    return `${digits}e${power < 0 ? "-" : "+"}${size}`;
  }
  const bareDigits = digits.replace("-", "").replace(".", "");
  const sign = number < 0 ? "-" : "";
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${bareDigits}`;
  const whole = bareDigits.slice(0, power + 1).padEnd(power + 1, "0");
  return `${sign}${whole}.${bareDigits.slice(power + 1) || "0"}`;
}

// ---- expressions: nothing in here can fail, for the policy's types were checked ----

function evaluate(expression, world) {
  const [kind, first, second] = expression;
  switch (kind) {
    case "value":
      return first;
    case "fact":
      return world.facts[first];
    case "data":
      return world.data[first];
    case "context":
      return world.context[first];
    case "parameter":
      return world.parameters[first];
    case "by":
      return world.by;
    case "in_state":
      return world.states.includes(first);
    case "not":
      return !evaluate(first, world);
    case "negative":
      return 0 - evaluate(first, world);
    case "and":
      return expression.slice(1).every((part) => evaluate(part, world));
    case "or":
      return expression.slice(1).some((part) => evaluate(part, world));
    case "in": {
      const value = evaluate(first, world);
      return second.some((item) => same(item, value));
    }
    default:
      return compute(kind, evaluate(first, world), evaluate(second, world));
  }
}

function compute(operator, left, right) {
  switch (operator) {
    case "+":
      return left + right; // only whole numbers are added
    case "-":
      return left - right;
    case "==":
      return same(left, right);
    case "!=":
      return !same(left, right);
    case "<":
      return bare(left) < bare(right);
    case "<=":
      return bare(left) <= bare(right);
    case ">":
      return bare(left) > bare(right);
    default:
      return bare(left) >= bare(right);
  }
}

// ---- durations ----

function dueAfter([amount, unit], start) {
  if (unit in FIXED) return start + amount * FIXED[unit];
  const rest = ((start % SECOND) + SECOND) % SECOND;
  const moment = new Date(start - rest);
  const later =
    unit === "working_days"
      ? workingDays(moment, amount)
      : months(moment, amount * (unit === "years" ? 12 : 1));
  return Math.min(later, END_OF_CALENDAR) + rest;
}

// The same day of a later month, or its last day where there is none.
function months(moment, amount) {
  const month = moment.getUTCMonth() + amount;
  const last = new Date(Date.UTC(moment.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(moment.getUTCDate(), last);
  return Date.UTC(moment.getUTCFullYear(), month, day) + (moment.getTime() % DAY);
}

// Monday to Friday; from a weekend the count is that of the Friday before it.
function workingDays(moment, amount) {
  let time = moment.getTime();
  const weekday = (when) => (new Date(when).getUTCDay() + 6) % 7;
  if (amount) time -= Math.max(0, weekday(time) - 4) * DAY;
  time += Math.floor(amount / 5) * 7 * DAY;
  for (let left = amount % 5; left;) {
    time += DAY;
    if (weekday(time) < 5) left -= 1;
  }
  return time;
}
