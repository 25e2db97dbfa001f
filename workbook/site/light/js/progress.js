// What is done in each module, counted from the answers in this browser.

async function progressIn(course) {
  const known = await course.about();
  const latest = new Map(inOrder(await course.store.all()).map((entry) => [entry.exercise, entry.response]));
  return known.map((module) => progressOf(module, (exercise) => latest.has(exercise.id) && isDone(exercise, latest.get(exercise.id))));
}

// As workbook/record/desk.py counts: the core way as long as some of it is open, all of the module after that.
function progressOf({ id, title, file, minutes, core_minutes: stated, exercises }, isDoneHere) {
  const open = exercises.filter((each) => !isDoneHere(each));
  const core = exercises.filter((each) => each.core);
  const whole = wayOf("", exercises, open, minutes);
  const coreMinutes = stated || minutes - sumOf(exercises.filter((each) => !each.core));
  let ahead = whole;
  if (coreMinutes < minutes && open.length) ahead = core.some((each) => open.includes(each)) ? wayOf("core", core, open, coreMinutes) : { ...whole, way: "full" };
  return { id, title, file, exists: true, done: whole.done, total: whole.total, minutes, minutes_left: whole.minutes_left, ahead,
    exercises: exercises.map((each) => ({ id: each.id, done: !open.includes(each) })) };
}

const sumOf = (exercises) => exercises.reduce((sum, each) => sum + each.minutes, 0);

function wayOf(way, exercises, open, minutes) {
  const [all, left] = [sumOf(exercises), sumOf(exercises.filter((each) => open.includes(each)))];
  const reading = Math.max(0, minutes - all);
  return { way, done: exercises.filter((each) => !open.includes(each)).length, total: exercises.length,
    minutes_left: all ? Math.round(left + reading * left / all) : 0 };
}
