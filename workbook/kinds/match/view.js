// Each thing has a place of its own.

kinds.match = (view) => placing(view, true);
