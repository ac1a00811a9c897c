"use strict";
// What the engine computes with: values and expressions, each as in Python. Time is in whole milliseconds.

const SECOND = 1000,
  MINUTE = 60 * SECOND,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR;
const FIXED = { ms: 1, s: SECOND, min: MINUTE, h: HOUR, days: DAY, weeks: 7 * DAY };

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
    case "person":
      return world.person;
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
