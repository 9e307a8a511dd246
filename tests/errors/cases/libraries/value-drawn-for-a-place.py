# rule: choices_as_places.value_for_a_place
# source: constructed
# says: i = rng.choice\(len\(rates\)\)
# %% before
import numpy as np
rng = np.random.default_rng(0)
rates, names = [0.1, 0.25, 0.7], np.array(['a', 'b', 'c'])
# %% fails
i = rng.choice(rates)
names[i]
# %% mended
i = rng.choice(len(rates))
names[i]
