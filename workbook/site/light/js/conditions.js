// Whether an answer calls for something: the conditions of kinds/ahead.py, tested against a response.

const isMap = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
const at = (response, path) => path.reduce((value, key) => (isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined), response);
const isWord = (value) => typeof value === "string" || typeof value === "number";
const orderOf = (list) => list.map(String).sort().join("\n");

const TESTS = {
  all: (response, conditions) => conditions.every((each) => holds(each, response)),
  any: (response, conditions) => conditions.some((each) => holds(each, response)),
  not: (response, [condition]) => !holds(condition, response),
  least: (response, [n, ...conditions]) => conditions.filter((each) => holds(each, response)).length >= n,
  is: (response, [value, ...path]) => at(response, path) === value,
  in: (response, [value, ...path]) => { const list = at(response, path); return Array.isArray(list) && list.includes(value); },
  among: (response, [values, ...path]) => { const value = at(response, path); return isWord(value) && values.includes(String(value)); },
  within: (response, [low, high, ...path]) => { const value = at(response, path); return typeof value === "number" && value >= low && value <= high; },
  text: (response, path) => { const value = at(response, path); return typeof value === "string" && value !== ""; },
  words: (response, path) => { const value = at(response, path); return typeof value === "string" && value.trim() !== ""; },
  order: (response, [keys, ...path]) => { const list = at(response, path); return Array.isArray(list) && orderOf(list) === orderOf(keys); },
  part: (response, [condition, ...path]) => { const list = at(response, path); return Array.isArray(list) && list.some((each) => isMap(each) && holds(condition, each)); },
  filled: (response, path) => { const list = at(response, path); return Array.isArray(list) && list.length > 0; },
  walk: (response, [graph, first, ...path]) => { const keys = at(response, path); return Array.isArray(keys) && keys.reduce((place, key) => graph[place]?.[key], first) === "end"; },
};

const holds = ([name, ...rest], response) => TESTS[name](response, rest);
