// Things are put into buckets.

kinds.sort = (view) => placing(view);
