// The entry JupyterLab loads. It offers the plugins and keeps quiet if they cannot be made.
(() => {
  const base = new URL('.', document.currentScript.src);
  let shared;

  // The first thing of all: JupyterLab is not shown while a course opens.
  const first = import(new URL('opening.js', base).href)
    .then(({ beginOpening }) => beginOpening(base))
    .catch((problem) => console.info('sswp-course', problem));

  // One of JupyterLab's own modules, from the shared scope it hands to every extension.
  const pick = async (name) => {
    const versions = Object.values(shared[name]);
    const used = versions.find((v) => v.loaded || v.eager) ?? versions[0];
    return (await used.get())();
  };

  const plugins = async () => {
    try {
      const { coursePlugins } = await import(new URL('course.js', base).href);
      return await coursePlugins(pick, base, await first);
    } catch (problem) {
      (await first)?.done();
      console.info('sswp-course', problem);
      return [{ id: 'sswp-course:plugin', autoStart: true, activate: () => {} }];
    }
  };

  (window._JUPYTERLAB ??= {})['sswp-course'] = {
    opening: first,
    init: (scope) => { shared = scope; },
    get: async () => {
      const made = await plugins();
      return () => ({ __esModule: true, default: made });
    },
  };
})();
