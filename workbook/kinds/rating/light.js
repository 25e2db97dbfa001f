// Answers to the same lines at other times, side by side: no sum and no difference.

lights.rating = {
  compared: ({ said, data }, put) => said.map(({ when, text, from, words }) => [
    text.replace(/: \{value\}$/, ""),
    ...Object.entries(put).map(([id, response]) => fill(data.at, {
      name: data.compared[id], said: holds(when, response) ? words[String(at(response, from))] : data.empty })),
  ].join("\n")),
};
